import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, type Gives } from '../../shared/answer';
import { createOnce, lookFor } from '../../shared/createOnce';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import { isDoubtful, type Outcome, type Reply } from '../../shared/send';
import type { Body, Query } from '../../shared/serviceRequest';
import { text } from '../../shared/shape';
import type { Waiter } from '../../shared/wait';
import { isWhole, removed } from './dialect';
import { INFERRED } from './inferred';
import type { ScopeName } from './scopes';
import type { StoreClient, StoreRequest } from './StoreClient';
import type { Subject } from './storeErrors';

/** Where the records are, and what they are called. */
export interface Place {
	path: string;
	scope?: ScopeName;
	/** One of them: customer. */
	one: string;
	/** Several of them: customers. */
	words: string;
	/** There is no call for one of them (BigCommerce reference 6.1). */
	inArrays?: boolean;
	/** The list cannot be asked for ids, so that one is looked for among all of them (reference 6.3). */
	hasNoIdFilter?: boolean;
	/** By what one names itself; left out: `id`. */
	idField?: string;
	/** By which filter the list finds them by their ids; left out: `id:in`. */
	byIds?: string;
	/** The list comes whole, and takes neither page nor limit. */
	isUnpaged?: boolean;
	/** A new one is a row without an id in a PUT (reference 7.4). */
	isMadeByPut?: boolean;
	/** A write answers nothing of the record: it is read again (reference 7.4, 8.3). */
	isSilent?: boolean;
	/** Guides show one of them without the envelope (reference 12.1). */
	mayBeBare?: boolean;
	/** A removal answers what is gone (reference 12.1). */
	showsRemoved?: boolean;
	/** One of them as people may see it; left out: as it came. */
	told?(row: Given): IDataObject;
	/** They show when they were changed, so that an answer to a change is known not to be all of one (inferred). */
	isDated?: boolean;
	/** One that would equal another is passed over without an error: the answer lacks it (reference 6.2). */
	omitsEqual?: boolean;
	/** Whatever else is changed, they are only read. */
	onlyRead?: boolean;
	/** What they hang on, for texts: `product 111`. */
	of?: string;
}

/** A row with its id, as it is sent. */
export type Row = IDataObject & { id: number };

/** What an answer holds, one record or several; V2 has no envelope (reference 2.1). */
function rowsOf({ path, mayBeBare }: Place, body: unknown): Given[] {
	const bare = mayBeBare && isRecord(body) && !('data' in body) ? body : undefined;
	const inside = isRecord(body) ? (bare ?? body.data) : undefined;
	const data = path.startsWith('/v2/') ? body : inside;
	return isRecord(data) ? [data] : areRows(data) ? data.filter(isRecord) : [];
}

const isEmptyList = (body: unknown): boolean =>
	isRecord(body) && Array.isArray(body.data) && body.data.length === 0;

/** Saved, but a part of it failed, and the answer tells which (reference 2.5, 6.5, 7.1). */
const PARTLY = 207;

/** What was sent comes back, each with its id. */
const givesRows = (place: Place, ids: ReadonlyArray<number | undefined>): Gives =>
	givesIf(({ status, body }) => {
		const { idField = 'id', omitsEqual } = place;
		const rows = rowsOf(place, body);
		if (status === PARTLY && isRecord(body)) return true;
		if (omitsEqual && (rows.length || isEmptyList(body))) {
			return rows.every((row) => ids.some((id) => isNamed(row, idField, id)));
		}
		return ids.every((id) => rows.some((row) => isNamed(row, idField, id)));
	});

/** What a write answers that says no more than that it is done (reference 8.3). */
const NOTES = ['transaction_id', 'meta', 'total'] as const;

/** A number of the change, or how many records it was carried out for, is all that comes back. */
const givesNote: Gives = givesIf(({ body }) => isRecord(body) && NOTES.some((name) => name in body));

/** One record, or no more than that it is done. */
const givesRowOrNote =
	(place: Place): Gives =>
	(reply) =>
		givesNote(reply) && givesRows(place, [undefined])(reply);

/** The record that is gone, or nothing. */
const givesRemoved =
	(place: Place, id: number): Gives =>
	(reply) =>
		removed(reply) && givesRows(place, [id])(reply);

const isDone = (last: Outcome['last']): last is Reply =>
	'headers' in last && last.status < 300 && last.status !== PARTLY;

/** Records of one kind that are created, read, changed and removed in the plain way of V3: each by a path of its own, or all of them in arrays. */
export class Collection {
	constructor(
		private readonly client: StoreClient,
		private readonly place: Place,
	) {}

	/** The records that filters find. */
	async find(query: Query): Promise<Given[]> {
		const { path, words, idField, isUnpaged } = this.place;
		const rows = await this.client.list({
			path,
			query,
			idField,
			...(isUnpaged && { isUnpaged }),
			subject: this.subject(`the list of ${words}`),
		});
		return rows.map((row) => this.told(row));
	}

	/** @throws NodeApiError when there is none */
	async get(id: number | string, query?: Query): Promise<Given> {
		if (!this.place.inArrays) {
			return this.told(await this.client.get({ ...this.about('GET', id), query }, id));
		}
		const found = await this.find({ ...query, ...this.byIds([id]) });
		const record = found.find((row) => fieldsIn({ [this.idField]: text }, row)[this.idField] === String(id));
		if (record) return record;
		throw this.client.refusal({ status: 404, headers: {}, body: '' }, this.about('GET', id));
	}

	/**
	 * Creates one. After an answer that tells nothing it is looked for, never sent again (design page: "Never repeat blindly").
	 *
	 * @param waiter n8n's functions for this execution
	 * @param lookUp finds the one that was just made, told whether it is in doubt that it was; left out where nothing tells it from others
	 * @param body how it is sent, where that is not the values as JSON
	 * @throws NodeApiError when it is refused, was saved in part, or nobody knows how it ended
	 */
	async create(
		waiter: Waiter,
		values: IDataObject,
		lookUp?: (inDoubt: boolean) => Promise<Given | undefined>,
		body?: Body,
	): Promise<Given> {
		const { path, one, inArrays, isSilent, isMadeByPut } = this.place;
		const request: StoreRequest = {
			...(isMadeByPut ? { method: 'PUT', makes: true } : { method: 'POST' }),
			path,
			body: body ?? (inArrays ? [values] : values),
			subject: this.subject(`the new ${one}`),
			gives: isSilent ? givesRowOrNote(this.place) : givesRows(this.place, [undefined]),
			done: `the ${one} was created`,
		};
		const send = async () => this.noted(await this.client.tryRequest(request));
		if (!lookUp) return this.made((await send()).last, request) ?? values;
		const result = await createOnce(waiter, {
			send,
			made: (answer) => this.made(answer, request),
			lookUp: async () => await lookUp(true),
		});
		const made = 'made' in result ? result.made : this.made(result.refused, request);
		// It is created, and is shown as soon as the store shows it.
		if (made) return made;
		const look = async () => await lookUp(false);
		const shown = (await lookFor(waiter, look, { atOnce: true })) ?? (await look());
		return shown ?? values;
	}

	/**
	 * Changes several.
	 *
	 * @returns the records as they stand afterwards, in the order of the rows; undefined when the store refused some of what was sent for several, so that each is to be sent alone
	 * @throws NodeApiError for every other refusal, and when nobody knows how it ended
	 */
	async change(rows: readonly Row[]): Promise<Given[] | undefined> {
		const request = this.changing(rows);
		const { last } = this.noted(await this.client.tryRequest(request));
		const isOfTheRows =
			'headers' in last && (INFERRED.refusedRows.includes(last.status) || last.status === PARTLY);
		if (rows.length > 1 && isOfTheRows) return undefined;
		if (!isDone(last)) throw this.client.refusal(last, request);
		const ids = rows.map(({ id }) => id);
		const { isDated, isSilent } = this.place;
		const shown = this.rows(last.body);
		if (!isSilent && shown.length < rows.length && rows.length > 1) return undefined;
		if (!isSilent && !shown.length) throw this.equal(last);
		const read = isSilent || (isDated && !shown.every(isWhole)) ? await this.named(ids) : [];
		return ids.flatMap((id) =>
			[...read, ...shown].filter((row) => isNamed(row, this.idField, id)).slice(0, 1),
		);
	}

	/** Removes ONE by its id. */
	async remove(id: number): Promise<void> {
		const { isSilent, showsRemoved } = this.place;
		const gives = isSilent ? givesNote : showsRemoved ? givesRemoved(this.place, id) : removed;
		const request = { ...this.about('DELETE', id), gives };
		const { last, repeatedAfterDoubt, write } = await this.client.tryRequest(request);
		if (last.status === 404 && repeatedAfterDoubt) write?.settle(true);
		else if (!isDone(last)) throw this.client.refusal(last, request);
	}

	private async named(ids: readonly number[]): Promise<Given[]> {
		return ids.length === 1 ? [await this.get(ids[0])] : await this.find(this.byIds(ids));
	}

	private byIds(ids: ReadonlyArray<number | string>): Query {
		const { hasNoIdFilter, byIds = 'id:in' } = this.place;
		return hasNoIdFilter ? {} : { [byIds]: ids.join(',') };
	}

	private rows(body: unknown): Given[] {
		return rowsOf(this.place, body).map((row) => this.told(row));
	}

	private told(row: Given): Given {
		return this.place.told?.(row) ?? row;
	}

	private get idField(): string {
		return this.place.idField ?? 'id';
	}

	private get of(): string {
		return this.place.of ? ` of ${this.place.of}` : '';
	}

	/** @returns undefined after an answer that says only that it is done */
	private made(last: Outcome['last'], request: StoreRequest): Given | undefined {
		if (isDone(last) && isEmptyList(last.body)) throw this.equal(last);
		if (isDone(last)) return this.rows(last.body).at(0);
		const next = isDoubtful(last)
			? `Look whether the ${this.place.one} is there before you run this item again.`
			: undefined;
		throw this.client.refusal(last, request, next);
	}

	/** What was passed over was not done. */
	private noted(outcome: Outcome): Outcome {
		const { last, write } = outcome;
		if (isDone(last) && isEmptyList(last.body)) write?.settle(false);
		return outcome;
	}

	private equal(last: Reply): Error {
		return this.client.failure(last, {
			what: `The store has this ${this.place.one} already`,
			next: 'BigCommerce keeps no two that are equal. Use the one that is there, or send something else.',
		});
	}

	private changing(rows: readonly Row[]): StoreRequest {
		const [{ id, ...values }, ...others] = rows;
		const { inArrays, path, words, isSilent } = this.place;
		const ids = rows.map((row) => row.id);
		const gives = isSilent ? givesNote : givesRows(this.place, ids);
		const one = this.about('PUT', id);
		if (!others.length && !inArrays) return { ...one, body: values, gives };
		const name = others.length ? `${rows.length} ${words}${this.of}` : one.subject.name;
		return {
			method: 'PUT',
			path,
			subject: { ...one.subject, name },
			body: rows.map(({ id: ofRow, ...rest }) => ({ ...rest, [this.idField]: ofRow })),
			gives,
			done: others.length ? `${name} were changed` : `${name} was changed`,
		};
	}

	private subject(name: string): Subject {
		const { scope, onlyRead } = this.place;
		return { name: `${name}${this.of}`, scope, ...(onlyRead && { onlyRead }) };
	}

	private about(method: StoreRequest['method'], id: number | string): Omit<StoreRequest, 'gives'> {
		const { path, one, inArrays } = this.place;
		const subject = this.subject(`${one} ${id}`);
		return inArrays
			? { method, path, query: { [this.place.byIds ?? 'id:in']: id }, subject }
			: { method, path: `${path}/${id}`, subject };
	}
}
