import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { pollBudgetMs } from '../../shared/pollBudget';
import { storeDates } from '../records/dates';
import { StoreClient } from '../transport/StoreClient';
import { sweptScopes } from './orderEvents';
import { sweepOrders } from './orderSweep';
import { sweepRecords } from './recordSweep';
import { editionOf } from './edition';
import { isBlind, isToWatch, watchHooks } from './hookWatch';
import { idleTimes } from './idleCost';
import { deliveredBefore, leave } from './kept';
import { followAccessToken } from './rotation';
import { sample } from './sample';
import { readSettings } from './settings';
import { isDue, noteSweep } from './sweepTimes';
import type { Sweeping } from './sweeping';
import { sweptSources } from './sweptRecords';
import { rememberTold } from './told';

const asShown = ({ json, ...rest }: INodeExecutionData): INodeExecutionData => ({
	...rest,
	json: storeDates(json),
});

type Sweep = (sweeping: Sweeping) => Promise<INodeExecutionData[]>;

const follow: Sweep = async ({ functions, client, settings }) => {
	await followAccessToken(functions, client, settings);
	return [];
};

/**
 * Reads what changed since the last time, for events that were never delivered, with one call for each kind of record where nothing changed; and switches on again what the store
 * has switched off.
 *
 * @returns what this trigger has not told yet, oldest change of each kind first; null when there is nothing
 * @throws NodeApiError when BigCommerce does not answer; the watermark stays, so nothing is skipped
 */
export async function sweep(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = readSettings(functions);
	const { scopes } = settings;
	const client = new StoreClient(functions);
	if (functions.getMode() === 'manual') {
		const shown = await sample(client, scopes, settings.facts);
		return shown && shown.map((items) => items.map(asShown));
	}
	const edition = editionOf(functions);
	const sweeps: Sweep[] = [
		...(sweptScopes(scopes).length ? [sweepOrders] : []),
		...sweptSources(scopes, client, edition).map(
			(source): Sweep =>
				async (sweeping) =>
					await sweepRecords(sweeping, source),
		),
	];
	for (const { isNew, ...seen } of deliveredBefore(functions)) {
		rememberTold(functions, seen, { by: 'delivery', isNew });
	}
	const calls = settings.sweep ? sweeps.length : 0;
	const times = idleTimes(calls, isBlind(settings, edition !== undefined));
	const isSweeping = calls > 0 && isDue(functions, times.sweepMs);
	const budget = pollBudgetMs(functions);
	const begun = Date.now();
	const stopAt = begun + budget;
	const items: INodeExecutionData[] = [];
	const failures: unknown[] = [];
	const run = async (one: Sweep): Promise<void> => {
		try {
			items.push(...(await one({ functions, client, settings, budget: stopAt - Date.now() })));
		} catch (error) {
			// What was told is given out all the same: it will not be told again.
			failures.push(error);
		}
	};
	for (const one of isSweeping ? sweeps : []) await run(one);
	const isWhole = failures.length === 0;
	// Hooks that cannot be mended keep nothing from being swept.
	await run(follow);
	if (isToWatch(functions, items.length > 0, times)) await run(watchHooks);
	if (isSweeping) {
		leave(functions, isWhole ? begun : undefined);
		if (isWhole || items.length) noteSweep(functions, items.length > 0);
	}
	if (failures.length && !items.length) return await Promise.reject(failures[0]);
	return items.length ? [items.map(asShown)] : null;
}
