import type { INodeProperties } from 'n8n-workflow';
import { changedParts } from '../../../shared/decision/planRound';
import { isStale, mayBeAsked } from '../../../shared/decision/roundRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { parseLinkKey, type LinkKey } from '../../../shared/linkKey';
import { objectType } from '../../records/objects';
import { roundsAbout } from '../../../BigCommerce/links/roundsAbout';
import type { StoredRound } from '../../../BigCommerce/links/storedRound';
import type { Services } from '../../transport/Services';
import type { Asking } from './asking';
import { purposeOf } from './named';

const LABEL = 'Continue';

const HOUR_MS = 3_600_000;

export const continueField: INodeProperties = {
	displayName: LABEL,
	name: 'continueKey',
	type: 'string',
	default: '={{ $json.link.key }}',
	placeholder: 'e.g. abc123:order:4711:risk-review:1',
	description:
		'Link key of a question that the item carries: one that a run left unasked goes on as it was begun, whatever stands in the other fields. Anything else is asked as a new question.',
};

/**
 * The question that an item carries, when it is of the purpose that is asked about; another one is what the item comes from, and nothing to go on with.
 *
 * @throws NodeOperationError when it is no link key, or one of another store
 */
export async function continuedKey(run: ItemRun, { store }: Services): Promise<LinkKey | undefined> {
	const text = run.has(continueField.name) ? run.text(continueField.name, '', LABEL) : '';
	if (!text) return undefined;
	const key = parseLinkKey(text);
	if (!key) {
		throw run.refuse({
			what: `${LABEL} must be a link key, but it is "${text}"`,
			next: 'Drag the link key of the question into it, or leave it empty.',
		});
	}
	if (key.purpose !== purposeOf(run)) return undefined;
	const { hash } = await store.store();
	if (key.storeHash === hash) return key;
	throw run.refuse({
		what: `${LABEL} names a question of the store "${key.storeHash}", but the credential is of "${hash}"`,
		next: 'Choose the credential of the store in which it was asked.',
	});
}

/**
 * What an unfinished claim holds. One that nobody put yet, that people could not be asked, or that was about what is no more, is asked as the node is told now.
 *
 * @returns undefined when nothing was left, or somebody is at it
 */
export async function leftUnasked(services: Services, key: LinkKey): Promise<Asking | undefined> {
	const type = objectType(key.objectType);
	if (!type?.id.test(key.objectId)) return undefined;
	const newest = await (await roundsAbout(services.store, services, type, key)).newest(key);
	if (newest?.record.state !== 'claimed' || !isStale(newest.record, Date.now())) return undefined;
	if (!mayBeAsked(newest.record)) return undefined;
	const { watched } = newest.record;
	const names = Object.keys(watched);
	const object = await type.read(services, key.objectId, names);
	if (changedParts(watched, type.watched(object, names)).length) return undefined;
	const { objectType: value, objectId, part, purpose } = key;
	return {
		type,
		about: { objectType: value, objectId, ...(part !== undefined && { part }), purpose },
		...heldBy(newest),
	};
}

const heldBy = ({ record }: StoredRound): Omit<Asking, 'type' | 'about'> => ({
	question: record.question,
	// The run that brought them is gone, and so are they; Ask says which are missing.
	files: [],
	summary: record.summary ?? true,
	watch: Object.keys(record.watched),
	holds: record.holds,
	ifLeft: record.ifLeft ?? 'putBack',
	ifPassed: record.ifPassed,
	deadlineHours: hoursGiven(record),
	whileRunning: 'keep',
	afterDecision: 'never',
});

/** As long as people were to have, from now on. */
function hoursGiven({ deadline, claimedAt }: StoredRound['record']): number {
	const given = (Date.parse(deadline ?? '') - Date.parse(claimedAt)) / HOUR_MS;
	return Math.max(1, Math.round(given) || 1);
}
