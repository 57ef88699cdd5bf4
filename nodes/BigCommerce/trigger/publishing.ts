import type { IHookFunctions, IPollFunctions } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { RecentMemory } from '../../shared/recentMemory';
import { INFERRED } from '../transport/inferred';

/** n8n polls right after it has registered; this is long enough for a store that answers slowly. */
const REMEMBERED_MS = 600_000;

/** When the registration of each trigger began. In this process, which also polls; a watermark takes its place from the first sweep on. */
const begun = new RecentMemory<number>(REMEMBERED_MS);

/** Notes that a trigger begins to be registered; of several steps, the first. */
export function rememberPublishing(functions: IHookFunctions): void {
	const key = triggerKey(functions);
	if (!begun.has(key)) begun.set(key, Date.now());
}

/**
 * From when on events may be lost because the hooks were not there yet: what happened between Publish and the registration, or while a new hook does not work yet
 * (up to a minute, BigCommerce reference 12.1).
 *
 * @returns ms since 1970; undefined when the trigger was not published lately
 */
export function publishedFrom(functions: IPollFunctions): number | undefined {
	const at = begun.get(triggerKey(functions));
	return at === undefined ? undefined : at - INFERRED.clockBehindMs;
}
