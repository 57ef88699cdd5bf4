import type { IDataObject } from 'n8n-workflow';
import { ok, ServiceDouble, v3, type Answer, type SentRequest } from './serviceDouble';

/** RFC 2822, as V2 gives times; a second is the smallest step. */
export const vendorTime = (at: number) => new Date(at).toUTCString().replace('GMT', '+0000');

const time = (order: IDataObject) => Date.parse(String(order.date_modified));

const number = (order: IDataObject) => Number(order.id);

/**
 * The smallest store that keeps the vendor's promises about lists of orders (BigCommerce reference 3.2): inclusive bounds, sorting, pages by number over what is there now, 204
 * for an empty page. The sandbox keeps them too, but gives orders their numbers and times itself; here a thousand orders of chosen times cost nothing.
 */
export class ModelOrders {
	/** Reads of lists so far. */
	reads = 0;

	/** After so many reads of lists every further one is a 503. */
	failAfter = Number.POSITIVE_INFINITY;

	/** Called after each read of a list, with its number from 1. */
	afterRead: (read: number) => void = () => undefined;

	readonly service = new ServiceDouble((request) => this.answer(request));

	private readonly orders = new Map<number, IDataObject>();

	/** @param at when it was placed, ms since 1970 */
	place(id: number, at: number): void {
		this.orders.set(id, {
			id,
			status_id: 0,
			staff_notes: '',
			date_created: vendorTime(at),
			date_modified: vendorTime(at),
		});
	}

	change(id: number, changes: IDataObject, at: number): void {
		this.orders.set(id, { ...this.get(id), ...changes, date_modified: vendorTime(at) });
	}

	get(id: number): IDataObject {
		return { ...this.orders.get(id) };
	}

	private answer({ path, query }: SentRequest): Answer {
		if (path.startsWith('/v3/')) return v3([]);
		if (path !== '/v2/orders') return ok(this.get(Number(path.split('/').at(-1))));
		if (this.reads >= this.failAfter) return { status: 503 };
		this.reads += 1;
		const rows = this.page(query);
		this.afterRead(this.reads);
		return rows.length ? ok(rows) : { status: 204 };
	}

	private page({ min_date_modified: since, sort, page, limit }: SentRequest['query']): IDataObject[] {
		const [field, direction] = String(sort).split(':');
		const key = field === 'id' ? number : time;
		const sign = direction === 'desc' ? -1 : 1;
		const from = since === undefined ? 0 : Date.parse(String(since));
		const start = (Number(page) - 1) * Number(limit);
		return [...this.orders.values()]
			.filter((order) => time(order) >= from)
			.sort((a, b) => sign * (key(a) - key(b)) || number(a) - number(b))
			.slice(start, start + Number(limit));
	}
}
