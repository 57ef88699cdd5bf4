import type { IDataObject } from 'n8n-workflow';
import { isNamed } from '../../shared/answer';
import { createOnce, lookFor } from '../../shared/createOnce';
import { fieldsIn, type Given } from '../../shared/record/given';
import { goodReply, isDoubtful, type Outcome, type Reply } from '../../shared/send';
import type { Body, Query } from '../../shared/serviceRequest';
import { text } from '../../shared/shape';
import type { Waiter } from '../../shared/wait';
import {
	givesNewRows,
	givesNote,
	givesRemoved,
	givesRowOrNote,
	givesRows,
	isDone,
	isEmptyList,
	rowsOf,
	type Place,
} from './collectionReplies';
import { isWhole, removed } from './dialect';
import { newRows } from './newRows';
import { unlessRowsRefused } from './refusedRows';
import { removeNamed } from './removal';
import type { StoreClient, StoreRequest } from './StoreClient';
import type { Subject } from './storeErrors';

/** A row with its id, as it is sent. */
export type Row = IDataObject & { id: number };

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
			subject: this.subject(`the new ${one}`, values),
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
	 * Sends several new ones in one call.
	 *
	 * @returns how it ended, with what the answer shows of them
	 */
	async tryCreate(
		rows: readonly IDataObject[],
	): Promise<Outcome & { shown: Given[]; request: StoreRequest }> {
		const { path, words } = this.place;
		const request: StoreRequest = {
			method: 'POST',
			path,
			body: [...rows],
			subject: this.subject(`${rows.length} new ${words}`),
			gives: givesNewRows(this.place, rows.length),
			done: `${rows.length} ${words} were created`,
		};
		const outcome = await this.client.tryRequest(request);
		const good = goodReply(outcome.last);
		return { ...outcome, request, shown: good ? this.rows(good.body) : [] };
	}

	/**
	 * Changes several.
	 *
	 * @returns the records as they stand afterwards, in the order of the rows; undefined when the store refused some of what was sent for several, so that each is to be sent alone
	 * @throws NodeApiError for every other refusal, and when nobody knows how it ended
	 */
	async change(rows: readonly Row[]): Promise<Given[] | undefined> {
		const { addsTo = [] } = this.place;
		const makes = rows.some((row) => addsTo.some((list) => newRows(row[list]).length > 0));
		const request = { ...this.changing(rows), ...(makes && { makes }) };
		const { last } = this.noted(await this.client.tryRequest(request));
		const done = unlessRowsRefused(this.client, request, last, rows.length > 1);
		if (!done) return undefined;
		const ids = rows.map(({ id }) => id);
		const { isDated, isSilent } = this.place;
		const shown = this.rows(done.body);
		if (!isSilent && shown.length < rows.length && rows.length > 1) return undefined;
		if (!isSilent && !shown.length) throw this.equal(done);
		const read = isSilent || (isDated && !shown.every(isWhole)) ? await this.named(ids) : [];
		const changed = ids.flatMap((id) =>
			[...read, ...shown].filter((row) => isNamed(row, this.idField, id)).slice(0, 1),
		);
		return changed.length < rows.length && rows.length > 1 ? undefined : changed;
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

	/** Removes several by their ids in one call. @returns false when the store refused some of them */
	async removeSeveral(ids: readonly number[]): Promise<boolean> {
		const { path, words, isSilent, byIds = 'id:in' } = this.place;
		return await removeNamed(this.client, {
			path,
			query: { [byIds]: ids.join(',') },
			subject: this.subject(`${ids.length} ${words}`),
			gives: isSilent ? givesNote : removed,
			done: `${ids.length} ${words} were removed`,
		});
	}

	/** Those of these ids that are there, and others where the list cannot be asked for ids. */
	async standing(ids: readonly number[], query?: Query): Promise<Given[]> {
		return await this.find({ ...query, ...this.byIds(ids) });
	}

	private async named(ids: readonly number[]): Promise<Given[]> {
		return ids.length === 1 ? [await this.get(ids[0])] : await this.standing(ids);
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
		if (!others.length && !inArrays) {
			return { ...one, subject: this.subject(`${this.place.one} ${id}`, values), body: values, gives };
		}
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

	/** @param row what is written */
	private subject(name: string, row: Given = {}): Subject {
		const { scope, onlyRead } = this.place;
		const right = this.place.rightFor?.(row) ?? { scope };
		return { name: `${name}${this.of}`, ...right, ...(onlyRead && { onlyRead }) };
	}

	private about(method: StoreRequest['method'], id: number | string): Omit<StoreRequest, 'gives'> {
		const { path, one, inArrays } = this.place;
		const subject = this.subject(`${one} ${id}`);
		return inArrays
			? { method, path, query: { [this.place.byIds ?? 'id:in']: id }, subject }
			: { method, path: `${path}/${id}`, subject };
	}
}
