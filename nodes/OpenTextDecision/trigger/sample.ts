import type { INodeExecutionData } from 'n8n-workflow';
import type { StoredRound } from '../../BigCommerce/links/storedRound';
import type { Services } from '../transport/Services';
import { changedRounds } from './changedRounds';
import { sampleItem } from './decidedItem';
import type { TriggerSettings } from './settings';
import { toOutputs } from './told';

/** How many recorded decisions a manual test looks up, the newest first: those that the service does not know are not shown. */
const SAMPLES_TRIED = 5;

const timeOf = ({ record }: StoredRound): number => Date.parse(record.decided?.at ?? record.claimedAt) || 0;

/**
 * A real decision that was made lately, for a manual test; it changes nothing.
 *
 * @returns the outputs of the trigger; null when nothing was decided yet
 * @throws NodeApiError when a service does not answer
 */
export async function sampleOf(
	services: Omit<Services, 'functions'>,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][] | null> {
	const decided = (await changedRounds(services.store, settings)).filter(({ record }) => record.decided);
	const newest = decided.sort((one, other) => timeOf(other) - timeOf(one)).slice(0, SAMPLES_TRIED);
	for (const round of newest) {
		const json = await sampleItem(services, settings, round);
		if (json) return toOutputs([{ output: 'decided', json }]);
	}
	return null;
}
