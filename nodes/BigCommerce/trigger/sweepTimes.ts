import type { IPollFunctions } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { isRecord } from '../../shared/isRecord';
import { RecentMemory } from '../../shared/recentMemory';
import { isMuchDelivered } from './kept';
import { publishedFrom } from './publishing';

/** n8n sets a new trigger to every minute, which no node can change. */
const DEFAULT_MODE = 'everyMinute';

/** A poll does not come on the very millisecond. */
const EARLY_MS = 30_000;

/** A new hook may take up to a minute to work (reference 12.1): so long after Publish a sweep follows each poll. */
const STARTING_MS = 120_000;

/** When the last sweep of each trigger found nothing, in ms since 1970. In this process, which also polls; after a restart they sweep at once. */
const idle = new RecentMemory<number>(24 * 3_600_000);

/** Whether somebody chose when to poll, instead of what n8n begins with. */
function isChosen(functions: IPollFunctions): boolean {
	const times: unknown = functions.getNodeParameter('pollTimes', {});
	const entries: unknown = isRecord(times) ? times.item : undefined;
	return !Array.isArray(entries) || !entries.some((entry) => isRecord(entry) && entry.mode === DEFAULT_MODE);
}

/**
 * Whether it is time to sweep: as often as somebody chose, else as seldom as an idle trigger may, and at each poll as long as deliveries are missing.
 *
 * @param sweepMs how long after one that found nothing the next is due
 */
export const isDue = (functions: IPollFunctions, sweepMs: number): boolean =>
	isChosen(functions) ||
	Date.now() - (idle.get(triggerKey(functions)) ?? 0) >= sweepMs - EARLY_MS ||
	isMuchDelivered(functions) ||
	Date.now() - (publishedFrom(functions) ?? 0) < STARTING_MS;

/** Notes how a sweep ended. @param found whether it told something */
export function noteSweep(functions: IPollFunctions, found: boolean): void {
	if (found) idle.forget(triggerKey(functions));
	else idle.set(triggerKey(functions), Date.now());
}
