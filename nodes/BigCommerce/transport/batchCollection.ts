import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, type Gives } from '../../shared/answer';
import { createOnce } from '../../shared/createOnce';
import { isRecord } from '../../shared/isRecord';
import { isDoubtful, type Outcome } from '../../shared/send';
import type { Waiter } from '../../shared/wait';
import { removed } from './dialect';
import type { ScopeName } from './scopes';
import type { StoreClient, StoreRequest } from './StoreClient';

/** Where the records are, and what they are called. */
export interface BatchPlace {
	path: string;
	scope: ScopeName;
	/** One of them: customer. */
	one: string;
	/** Several of them: customers. */
	words: string;
}

/** A row with its id, as it is sent. */
export type Row = IDataObject & { id: number };

const rowsOf = (body: unknown): IDataObject[] => {
	const data = isRecord(body) ? body.data : undefined;
	return areRows(data) ? data.filter(isRecord) : [];
};

/** The array that was sent comes back, each row with its id. */
const givesRows = (ids: ReadonlyArray<number | undefined>): Gives =>
	givesIf(({ body }) => {
		const rows = rowsOf(body);
		return ids.every((id) => rows.some((row) => isNamed(row, 'id', id)));
	});

/** The statuses that say something about what was sent, not about the account or the store (BigCommerce reference 2.5). */
const OF_THE_ROWS: ReadonlySet<number> = new Set([400, 404, 409, 413, 422]);

/** Records that V3 takes and gives in arrays only: there is no call for one of them (BigCommerce reference 6.1). */
export class BatchCollection {
	constructor(
		private readonly client: StoreClient,
		private readonly place: BatchPlace,
	) {}

	/** The records that a filter finds. */
	async findBy(filter: string, value: string, query: IDataObject = {}): Promise<IDataObject[]> {
		const { path, scope, words } = this.place;
		const subject = { name: `the list of ${words}`, scope };
		return await this.client.list({ path, query: { ...query, [filter]: value }, subject });
	}

	/** @throws NodeApiError when there is none */
	async get(id: number, query?: IDataObject): Promise<IDataObject> {
		const found = await this.findBy('id:in', String(id), query);
		const record = found.find((row) => isNamed(row, 'id', id));
		if (record) return record;
		throw this.client.refusal({ status: 404, headers: {}, body: '' }, this.about('GET', id));
	}

	/**
	 * Creates one. After an answer that tells nothing it is looked for, never sent again (design page: "Never repeat blindly").
	 *
	 * @param waiter n8n's functions for this execution
	 * @param lookUp finds the one that was just made
	 * @throws NodeApiError when it is refused, or nobody knows how it ended
	 */
	async create(
		waiter: Waiter,
		values: IDataObject,
		lookUp: () => Promise<IDataObject | undefined>,
	): Promise<IDataObject> {
		const { path, one, scope } = this.place;
		const request: StoreRequest = {
			method: 'POST',
			path,
			body: [values],
			subject: { name: `the new ${one}`, scope },
			gives: givesRows([undefined]),
			done: `the ${one} was created`,
		};
		const result = await createOnce(waiter, {
			send: async () => await this.client.tryRequest(request),
			made: ({ body }) => rowsOf(body)[0],
			lookUp,
		});
		if ('made' in result) return result.made;
		throw this.client.refusal(result.refused, request, doubtfulAdvice(result.refused, one));
	}

	/**
	 * Changes several.
	 *
	 * @returns the records as they stand afterwards, in the order of the rows; undefined when the store refused what was sent, and did nothing
	 * @throws NodeApiError for every other refusal, and when nobody knows how it ended
	 */
	async change(rows: readonly Row[]): Promise<IDataObject[] | undefined> {
		const request = this.changing(rows);
		const { last } = await this.client.tryRequest(request);
		if (rows.length > 1 && 'headers' in last && OF_THE_ROWS.has(last.status)) return undefined;
		if (!('headers' in last) || last.status >= 300) throw this.client.refusal(last, request);
		const changed = rowsOf(last.body);
		return rows.flatMap(({ id }) => changed.filter((row) => isNamed(row, 'id', id)).slice(0, 1));
	}

	/** Removes ONE by its id. */
	async remove(id: number): Promise<void> {
		await this.client.request({ ...this.about('DELETE', id), query: { 'id:in': id }, gives: removed });
	}

	private changing(rows: readonly Row[]): StoreRequest {
		const [first, ...others] = rows;
		const one = this.about('PUT', first.id);
		const name = others.length ? `${rows.length} ${this.place.words}` : one.subject.name;
		return {
			...one,
			subject: { ...one.subject, name },
			body: [...rows],
			gives: givesRows(rows.map(({ id }) => id)),
			done: others.length ? `${name} were changed` : `${name} was changed`,
		};
	}

	private about(method: StoreRequest['method'], id: number): Omit<StoreRequest, 'gives'> {
		const { path, one, scope } = this.place;
		return { method, path, subject: { name: `${one} ${id}`, scope } };
	}
}

const doubtfulAdvice = (last: Outcome['last'], one: string): string | undefined =>
	isDoubtful(last) ? `Look whether the ${one} is there before you run this item again.` : undefined;
