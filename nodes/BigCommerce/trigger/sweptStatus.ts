import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import type { SweptKind, SweptRecord } from './sweptKind';

/** Of how many records of a kind the status is kept: it is written again with each delivery. */
const MOST = 1_000;

const STATUS_UPDATED = 'statusUpdated';

/** The status of a record as it was read; undefined where its kind has none, or the record does not show it. */
export function statusOf({ status }: SweptKind, { given }: SweptRecord): string | undefined {
	const value: unknown = status === undefined ? undefined : Object(given)[status];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * The events that a changed record may stand for, the best first. A list does not say what changed; the status that was seen before does. Where none is known, the status may be what
 * changed: who chose just that is told once, rather than never.
 *
 * @param was the status that was seen last
 */
export function changesOf(
	kind: SweptKind,
	record: SweptRecord,
	scopes: readonly string[],
	was: string | undefined,
): readonly string[] {
	const { changes, object } = kind;
	if (!changes.includes(STATUS_UPDATED)) return changes;
	const isChanged =
		was === undefined ? scopes.includes(`store/${object}/${STATUS_UPDATED}`) : statusOf(kind, record) !== was;
	return isChanged ? changes : changes.filter((change) => change !== STATUS_UPDATED);
}

/** The statuses that an earlier sweep kept, by the keys of their records, the one seen last at the end. */
export const statusesIn = (kept: unknown): Map<string, string> =>
	new Map(
		Object.entries(isRecord(kept) ? kept : {}).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string',
		),
	);

/** What is kept of them: those that were seen last. */
export const keptStatuses = (statuses: ReadonlyMap<string, string>): IDataObject =>
	Object.fromEntries([...statuses].slice(-MOST));
