import { readAs, type Given } from '../../shared/record/given';
import { goodReply, isDoubtful, type Outcome } from '../../shared/send';
import type { Query } from '../../shared/serviceRequest';
import { pause } from '../../shared/wait';
import { removed } from './dialect';
import { INFERRED } from './inferred';
import { metafield, type Metafield } from './metafield';
import { refusedChange, tryChange, type ChangeResult } from './metafieldChanged';
import { createdIn, givesCreated } from './metafieldCreated';
import { listed } from './metafieldLists';
import { ownerName, type Owner } from './owners';
import type { PlainRequest, StoreClient, StoreRequest } from './StoreClient';
import type { Subject } from './storeErrors';

export { metafieldsOfType } from './metafieldLists';

/** Both parts together are unique on an owner, for one API account (BigCommerce reference 5.2). */
export interface MetafieldName {
	namespace: string;
	key: string;
}

export interface MetafieldInput extends MetafieldName {
	value: string;
	permission_set: string;
	description?: string;
}

/** What changes one; who may read it stays as it is where nothing says otherwise. */
export type MetafieldChange = Omit<MetafieldInput, 'permission_set'> &
	Partial<Pick<MetafieldInput, 'permission_set'>>;

/** How an attempt to create a metafield ended. */
export type CreateResult =
	{ created: Metafield; write?: Outcome['write'] } | { duplicate: true } | { doubt: Outcome };

/**
 * Whether a creation in doubt may be sent again. The store refuses a second metafield of the same name (reference 5.2), so a broken connection or a 5xx is
 * repeated safely; but an answer with a good status that cannot be read most likely means that it was created, so that only looking tells.
 */
export const mayCreateAgain = ({ last }: Outcome): boolean =>
	!('neverSent' in last && last.instead !== undefined);

/** The metafields of one store object: the one place that knows their paths and their odd answers (reference chapter 5). */
export class Metafields {
	private readonly path: string;

	private readonly subject: Subject;

	constructor(
		private readonly client: StoreClient,
		readonly owner: Owner,
	) {
		const { type, id, path = `${type.path}/${id}` } = owner;
		this.path = `/v3${path}/metafields`;
		this.subject = { name: ownerName(owner), scope: owner.type.scope };
	}

	/**
	 * @param filters `namespace`, `key` and the other filters of reference 5.3
	 * @param limit how many at most; all when left out
	 */
	async list(filters: Query, limit?: number): Promise<Metafield[]> {
		return await listed(this.client, { path: this.path, query: filters, subject: this.subject }, limit);
	}

	async get(id: number): Promise<Given> {
		return await this.client.get(this.one('GET', id), id);
	}

	/** The metafields of this name: one for each API account that made one. */
	async named({ namespace, key }: MetafieldName): Promise<Metafield[]> {
		const found = await this.list({ namespace, key });
		return found.filter((field) => field.namespace === namespace && field.key === key);
	}

	/**
	 * Creates a metafield, and tells a refused duplicate (409) and an unknown ending from success. It answers 200, not 201 (reference 5.3).
	 *
	 * @param done what will be true when it was carried out; left out: that the metafield was created
	 * @throws NodeApiError for every other refusal
	 */
	async tryCreate(input: MetafieldInput, done?: string): Promise<CreateResult> {
		const request: StoreRequest = { ...this.creation(input), gives: givesCreated, ...(done && { done }) };
		const outcome = await this.client.tryRequest(request);
		const { last } = outcome;
		if (await this.isDuplicate(last, input)) return { duplicate: true };
		if (!('headers' in last) || isDoubtful(last)) return { doubt: outcome };
		const data = createdIn(last.body);
		if (last.status < 300 && data) return { created: readAs(metafield, data), write: outcome.write };
		throw this.client.refusal(last, request);
	}

	/**
	 * Looks for a creation of which an answer came that cannot be read, longer each time.
	 *
	 * @param look undefined when it is not there yet
	 * @returns undefined when it was not found; whether it was created stays unknown then
	 */
	async lookFor<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined> {
		for (const wait of INFERRED.lookForMetafieldMs) {
			await pause(this.client.functions, wait);
			const found = await look();
			if (found !== undefined) return found;
		}
		return undefined;
	}

	/** The error for a creation of which nobody knows how it ended. */
	doubtful({ last }: Outcome): Error {
		return this.client.refusal(
			last,
			this.many('POST'),
			'Run this item again: it looks for it first, and the store takes no second one of the same name.',
		);
	}

	/** Creates a metafield that must not be there yet. @throws NodeApiError when it is, or when the ending is unknown */
	async create(input: MetafieldInput): Promise<Given> {
		const { body } = await this.client.request({ ...this.creation(input), gives: givesCreated });
		return createdIn(body) ?? {};
	}

	/**
	 * Changes a metafield; on orders all four main fields are required (reference 5.3), so they are always sent.
	 *
	 * @param done what will be true when it was carried out; left out: that the metafield was changed
	 */
	async update(id: number, input: MetafieldChange, done?: string): Promise<Given> {
		const result = await this.tryUpdate(id, input, done);
		if ('foreign' in result) throw result.foreign;
		return result.changed;
	}

	/** The same, for a caller that knows what to do where another API account made it. */
	async tryUpdate(id: number, input: MetafieldChange, done?: string): Promise<ChangeResult> {
		const body = { ...input, ...(this.owner.type.isNamedInChange && { id }) };
		return await tryChange(this.client, { ...this.one('PUT', id), body, ...(done && { done }) }, id);
	}

	/**
	 * Removes ONE metafield by its id.
	 *
	 * @returns whether it was there; false when somebody else removed it, unless an earlier try of ours may have done so
	 * @throws NodeApiError for every refusal but 404
	 */
	async remove(id: number): Promise<boolean> {
		const request: StoreRequest = { ...this.one('DELETE', id), gives: removed };
		const { last, repeatedAfterDoubt, write } = await this.client.tryRequest(request);
		if (goodReply(last)) return true;
		if (last.status !== 404) throw refusedChange(this.client, last, request);
		write?.settle(repeatedAfterDoubt);
		return repeatedAfterDoubt;
	}

	/**
	 * Takes back one that was created for this item: nothing is left of either.
	 *
	 * @param created what its creation noted
	 */
	async takeBack(id: number, created?: Outcome['write']): Promise<void> {
		const request: StoreRequest = { ...this.one('DELETE', id), gives: removed };
		const { last, write } = await this.client.tryRequest(request);
		if (!goodReply(last) && last.status !== 404) throw this.client.refusal(last, request);
		write?.settle(false);
		created?.settle(false);
	}

	private creation(input: MetafieldInput): PlainRequest {
		return {
			...this.many('POST'),
			body: this.owner.type.isOnly ? [{ ...input }] : { ...input },
			done: `metafield "${input.key}" of ${this.subject.name} was created`,
		};
	}

	/** One that comes in an array may be refused as a batch is: with 422, and no word on why that has a place of its own (reference 5.3). */
	private async isDuplicate({ status }: Outcome['last'], input: MetafieldInput): Promise<boolean> {
		if (status !== 422 || !this.owner.type.isOnly) return status === 409;
		return (await this.named(input)).length > 0;
	}

	private many(method: StoreRequest['method']): PlainRequest {
		return {
			method,
			path: this.path,
			subject: { ...this.subject, name: `metafields of ${this.subject.name}` },
		};
	}

	private one(method: StoreRequest['method'], id: number): PlainRequest {
		return {
			method,
			path: `${this.path}/${id}`,
			subject: { ...this.subject, name: `metafield ${id} of ${this.subject.name}` },
		};
	}
}
