import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../../shared/send';
import { ownerName, type Owner, type OwnerType } from './owners';
import type { StoreClient, StoreRequest } from './StoreClient';
import type { Subject } from './storeErrors';
import { isRecord } from '../../shared/isRecord';

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

/** How an attempt to create a metafield ended. */
export type CreateResult = { created: IDataObject } | { duplicate: true } | { doubt: Outcome['last'] };

/** The metafields of one store object: the one place that knows their paths and their odd answers (reference chapter 5). */
export class Metafields {
	private readonly path: string;

	private readonly subject: Subject;

	constructor(
		private readonly client: StoreClient,
		owner: Owner,
	) {
		this.path = `/v3${owner.type.path}/${owner.id}/metafields`;
		this.subject = { name: ownerName(owner), scope: owner.type.scope };
	}

	/**
	 * @param filters `namespace`, `key` and the other filters of reference 5.3
	 * @param limit how many at most; all when left out
	 */
	async list(filters: IDataObject, limit?: number): Promise<IDataObject[]> {
		return await this.client.list({ path: this.path, query: filters, subject: this.subject }, limit);
	}

	async get(id: number): Promise<IDataObject> {
		return await this.client.data(this.one('GET', id));
	}

	/** The metafields of this name: one for each API account that made one. */
	async named({ namespace, key }: MetafieldName): Promise<IDataObject[]> {
		const found = await this.list({ namespace, key });
		return found.filter((field) => field.namespace === namespace && field.key === key);
	}

	/**
	 * Creates a metafield, and tells a refused duplicate (409) and an unknown ending from success. It answers 200, not 201 (reference 5.3).
	 *
	 * @throws NodeApiError for every other refusal
	 */
	async tryCreate(input: MetafieldInput): Promise<CreateResult> {
		const request: StoreRequest = { ...this.many('POST'), body: { ...input } };
		const { last } = await this.client.attempt(request);
		if ('headers' in last) {
			if (last.status === 409) return { duplicate: true };
			const data = isRecord(last.body) ? last.body.data : undefined;
			if (last.status < 300 && isRecord(data)) return { created: data };
			if (last.status >= 300 && last.status < 500) throw this.client.refusal(last, request);
		}
		return { doubt: last };
	}

	/** The error for a creation of which nobody knows how it ended. */
	doubtful(last: Outcome['last']): Error {
		return this.client.refusal(last, this.many('POST'));
	}

	/** Creates a metafield that must not be there yet. @throws NodeApiError when it is, or when the ending is unknown */
	async create(input: MetafieldInput): Promise<IDataObject> {
		return await this.client.data({ ...this.many('POST'), body: { ...input } });
	}

	/** Changes a metafield; on orders all four main fields are required (reference 5.3), so they are always sent. */
	async update(id: number, input: MetafieldInput): Promise<IDataObject> {
		return await this.client.data({ ...this.one('PUT', id), body: { ...input } });
	}

	/**
	 * Removes ONE metafield by its id.
	 *
	 * @returns whether it was there; false when somebody else removed it, unless an earlier try of ours may have done so
	 * @throws NodeApiError for every refusal but 404
	 */
	async remove(id: number): Promise<boolean> {
		const request = this.one('DELETE', id);
		const { last, repeatedAfterDoubt } = await this.client.attempt(request);
		if ('headers' in last && last.status < 300) return true;
		if (last.status === 404) return repeatedAfterDoubt;
		throw this.client.refusal(last, request);
	}

	private many(method: StoreRequest['method']): StoreRequest {
		return {
			method,
			path: this.path,
			subject: { ...this.subject, name: `metafields of ${this.subject.name}` },
		};
	}

	private one(method: StoreRequest['method'], id: number): StoreRequest {
		return {
			method,
			path: `${this.path}/${id}`,
			subject: { ...this.subject, name: `metafield ${id} of ${this.subject.name}` },
		};
	}
}

/**
 * Metafields of every object of one type in the store, by the batch path (reference 5.1).
 *
 * @param limit how many at most; all when left out
 */
export async function metafieldsOfType(
	client: StoreClient,
	type: OwnerType,
	filters: IDataObject,
	limit?: number,
): Promise<IDataObject[]> {
	return await client.list(
		{
			path: `/v3${type.path}/metafields`,
			query: filters,
			subject: { name: `the metafields of every ${type.name.toLowerCase()}`, scope: type.scope },
		},
		limit,
	);
}
