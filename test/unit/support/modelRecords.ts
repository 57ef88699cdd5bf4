import type { IDataObject } from 'n8n-workflow';
import { ok, ServiceDouble, v3, type SentRequest } from './serviceDouble';

/** ISO 8601, as V3 gives times (BigCommerce reference 2.4). */
export const isoTime = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

const pagination = { totalCount: 0, limit: 100, offset: 0 };

/** A list of B2B Edition with nothing in it: that of quotes has its rows and its paging inside (BigCommerce reference 13.1). */
const noneOfEdition = (path: string) =>
	ok({
		code: 200,
		data: path.endsWith('/rfq') ? { list: [], pagination } : [],
		meta: { message: 'SUCCESS', pagination },
	});

const time = (record: IDataObject) => Date.parse(String(record.date_modified));

/** A store of one kind of V3 records: inclusive bound, pages by number over what is there now, sorted by change where that is asked for, else by id. */
export class ModelRecords {
	/** Called after each read of a list, with its number from 1. */
	afterRead: (read: number) => void = () => undefined;

	/** Statuses by path, for what is refused. */
	readonly refused = new Map<string, number>();

	readonly service = new ServiceDouble((request) => {
		const status = this.refused.get(request.path);
		if (status !== undefined) return { status, body: { status, title: 'Refused' } };
		// It has no webhooks.
		if (request.path === '/v3/hooks') return v3([]);
		if (request.path === '/v2/orders') return { status: 204 };
		if (request.path.startsWith('/api/v3/io/')) return noneOfEdition(request.path);
		const rows = this.page(request);
		this.afterRead(this.service.requests.length);
		return v3(rows);
	});

	private readonly records = new Map<number, IDataObject>();

	/** @param at when it was made, ms since 1970 */
	make(id: number, at: number, more: IDataObject = {}): void {
		this.records.set(id, { id, date_created: isoTime(at), date_modified: isoTime(at), ...more });
	}

	change(id: number, changes: IDataObject, at: number): void {
		this.records.set(id, { ...this.get(id), ...changes, date_modified: isoTime(at) });
	}

	get(id: number): IDataObject {
		return { ...this.records.get(id) };
	}

	private page({ query }: SentRequest): IDataObject[] {
		const { 'date_modified:min': since, 'id:in': id, sort, page = 1, limit = 250 } = query;
		const from = since === undefined ? 0 : Date.parse(String(since));
		const start = (Number(page) - 1) * Number(limit);
		return [...this.records.values()]
			.filter((record) => time(record) >= from && (id === undefined || String(record.id) === String(id)))
			.sort((a, b) => (sort ? time(a) - time(b) : 0) || Number(a.id) - Number(b.id))
			.slice(start, start + Number(limit));
	}
}
