import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import type { Reply } from '../../shared/send';
import { countOf, sizeOf } from './dialect';
import { rowsOf } from './replies';
import { readEvent, timeOf, type ServiceEvent } from './serviceEvent';

/** One page of the log, in the service's order. */
export interface LogPage {
	events: ServiceEvent[];
	/** Rows on it; the service may give fewer than were asked for. */
	size: number;
	/** Rows in the whole list; NaN when it does not tell. */
	count: number;
	more: boolean;
}

/**
 * The events of some rows. One without a usable time stands where its neighbour stands, and now when none has one, so that it is told all the same; one without an id can never be
 * told once, and is passed over.
 */
function eventsOf(rows: IDataObject[]): ServiceEvent[] {
	const times = rows.map(({ timestamp }) => timeOf(timestamp));
	const known = (at: number | undefined) => at !== undefined;
	return rows.flatMap((row, index) => {
		const neighbour = times.slice(index).find(known) ?? times.slice(0, index).reverse().find(known);
		return readEvent(row, neighbour ?? Date.now()) ?? [];
	});
}

export const toPage = ({ body }: Reply): LogPage => {
	const envelope = isRecord(body) ? body : {};
	const rows = rowsOf(envelope);
	return {
		events: eventsOf(rows),
		size: sizeOf(envelope),
		count: countOf(envelope) ?? NaN,
		more: Boolean(envelope.next),
	};
};

type Order = 'newestFirst' | 'oldestFirst' | 'unknown';

/** How lists are sorted is not certain (reference 3.2), so most of the first page tells: one wrong time must not turn the log round. */
export function orderOf({ events }: LogPage): Order {
	const steps = events.slice(1).map(({ at }, index) => Math.sign(events[index].at - at));
	const balance = steps.reduce((sum, step) => sum + step, 0);
	if (!balance) return 'unknown';
	return balance > 0 ? 'newestFirst' : 'oldestFirst';
}
