import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { isWhole, removed } from './dialect';
import { unlessRowsRefused } from './refusedRows';
import { removeNamed } from './removal';
import type { StoreClient, StoreRequest } from './StoreClient';

/** There is one value for both (BigCommerce reference 6.3). */
export interface ValueOwner {
	customer_id: number;
	attribute_id: number;
}

/** A value as it is written; answers call it `attribute_value`. */
export interface ValueInput extends ValueOwner {
	value: string;
}

const PATH = '/v3/customers/attribute-values';

const isOf =
	({ customer_id: customer, attribute_id: attribute }: ValueOwner) =>
	(row: unknown): boolean =>
		isNamed(row, 'customer_id', customer) && isNamed(row, 'attribute_id', attribute);

const rowsIn = (body: unknown): IDataObject[] => {
	const data = isRecord(body) ? body.data : undefined;
	return areRows(data) ? data.filter(isRecord) : [];
};

const gives = (rows: readonly ValueOwner[]): Gives =>
	givesIf(({ body }) => rows.every((row) => rowsIn(body).some(isOf(row))));

const nameOf = ({ customer_id: customer, attribute_id: attribute }: ValueOwner): string =>
	`attribute ${attribute} of customer ${customer}`;

/** The values that customers have for the attributes of the store. */
export class AttributeValues {
	constructor(private readonly client: StoreClient) {}

	/** Those that are there, in the order of what was asked for; undefined for each that is not. */
	async find(owners: readonly ValueOwner[]): Promise<Array<IDataObject | undefined>> {
		const of = (name: keyof ValueOwner) => [...new Set(owners.map(({ [name]: id }) => id))].join(',');
		const query = { 'customer_id:in': of('customer_id'), 'attribute_id:in': of('attribute_id') };
		const subject = { name: 'the list of customer attribute values', scope: 'Customers' } as const;
		const found = await this.client.list({ path: PATH, query, subject });
		return owners.map((owner) => found.find(isOf(owner)));
	}

	/**
	 * Makes or changes values; a PUT does both (reference 6.3), so that it may be repeated.
	 *
	 * @returns them as they stand afterwards; undefined when the store refused some of several
	 */
	async set(rows: readonly ValueInput[]): Promise<IDataObject[] | undefined> {
		const name = rows.length > 1 ? `${rows.length} customer attribute values` : nameOf(rows[0]);
		const request: StoreRequest = {
			method: 'PUT',
			path: PATH,
			body: rows.map((row) => ({ ...row })),
			subject: { name, scope: 'Customers' },
			gives: gives(rows),
			done: rows.length > 1 ? `${name} were set` : `${name} was set`,
		};
		const { last } = await this.client.tryRequest(request);
		const good = unlessRowsRefused(this.client, request, last, rows.length > 1);
		if (!good) return undefined;
		const shown = rowsIn(good.body);
		// An answer may be no more than what was sent.
		const read = shown.every(isWhole) ? shown : await this.find(rows);
		return rows.map((row) => [...read, ...shown].filter(isRecord).filter(isOf(row))[0]);
	}

	/** Removes several by their ids in one call. @returns false when the store refused some of them */
	async removeSeveral(ids: readonly number[]): Promise<boolean> {
		const name = `${ids.length} customer attribute values`;
		return await removeNamed(this.client, {
			path: PATH,
			query: { 'id:in': ids.join(',') },
			subject: { name, scope: 'Customers' },
			gives: removed,
			done: `${name} were removed`,
		});
	}

	/** Removes ONE by its id. */
	async remove(id: number, owner: ValueOwner): Promise<void> {
		const request: StoreRequest = {
			method: 'DELETE',
			path: PATH,
			query: { 'id:in': id },
			subject: { name: nameOf(owner), scope: 'Customers' },
			gives: removed,
		};
		await this.client.request(request);
	}
}
