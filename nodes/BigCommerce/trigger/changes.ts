import type { Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import { latest, modifiedAt, type Changed } from './orderTimes';

/** A list that is asked for what changed since a time. */
export interface ChangedList<Row extends Changed> {
	pages(query: Query): AsyncIterable<Given[]>;
	/** How many rows a page has that is not the last. */
	pageSize: number;
	/** What asks for the rows that changed since a time, in ms since 1970. */
	since(at: number): Query;
	/** What asks for the oldest change first; left out where the list cannot be sorted by it. */
	oldestFirst?: Query;
	/** The rows that say anything. */
	rowsOf(rows: readonly Given[]): Row[];
	keyOf(row: Row): string;
}

/**
 * The rows that changed, each in its latest state, oldest change first. Going on by page number would skip some: a row that changes meanwhile moves to the end, and those behind
 * it move up. So after a full page the reading begins anew at the last time it saw. A list that cannot be sorted is read to its end, page by page.
 *
 * @param since ms since 1970
 * @param stopAt ms since 1970; the rest of a large backlog is left to the next poll, and the last change read is a true watermark, since they come sorted
 */
export async function changesIn<Row extends Changed>(
	list: ChangedList<Row>,
	since: number,
	stopAt: number,
): Promise<Row[]> {
	const changes = new Map<string, Row>();
	let next: number | undefined = since;
	while (next !== undefined) next = await readFrom(list, next, changes, stopAt);
	const rows = [...changes.values()];
	return list.oldestFirst ? rows : rows.sort((a, b) => (modifiedAt(a) ?? 0) - (modifiedAt(b) ?? 0));
}

/** @returns where to begin anew; undefined when all is read or the time is up */
async function readFrom<Row extends Changed>(
	{ pages, pageSize, since: sinceQuery, oldestFirst, rowsOf, keyOf }: ChangedList<Row>,
	since: number,
	changes: Map<string, Row>,
	stopAt: number,
): Promise<number | undefined> {
	for await (const page of pages({ ...sinceQuery(since), ...oldestFirst })) {
		const rows = rowsOf(page);
		for (const row of rows) {
			changes.delete(keyOf(row));
			changes.set(keyOf(row), row);
		}
		if (!oldestFirst) continue;
		if (Date.now() > stopAt) return undefined;
		const last = latest(rows, since);
		// All of one second: only the next page by number leads on.
		if (page.length === pageSize && last > since) return last;
	}
	return undefined;
}
