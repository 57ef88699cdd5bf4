import { isNamed } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { OperationResult } from '../../../shared/operation';
import type { MetafieldOwner } from '../../records/metafieldOwners';
import { isWhole } from '../../transport/dialect';
import { hasId, sendBatch } from '../../transport/metafieldBatch';
import type { MetafieldChange } from '../../transport/metafields';
import { forChange, forNew } from './content';
import type { StoreClient } from '../../transport/StoreClient';
import { metafieldsAt } from './owned';

/** A metafield as an item wants it, and the record that it is to be on. */
export interface Wanted {
	resource: string;
	input: MetafieldChange;
}

/** A metafield that is there, and the record that it is said to be on. */
export interface Standing {
	resource: string;
	id: number;
}

/** One that is changed, and who may read it until now. */
export type Changed = Standing & Wanted & { permissions: unknown };

/** What each row became, in their order; undefined for one that was refused. */
export type Became = Promise<Array<OperationResult | undefined>>;

const shown = (row: unknown) => (isRecord(row) ? row : undefined);

/** How a new one says whose it is: by number, or by UUID; of the store nothing says it (BigCommerce reference 5.2, description of `store_information.v3`). */
const ofResource = ({ type }: MetafieldOwner, resource: string) =>
	type.isOnly ? {} : { resource_id: /^\d+$/.test(resource) ? Number(resource) : resource };

const isOf = ({ type }: MetafieldOwner, { resource, input: { namespace, key } }: Wanted, row: unknown) =>
	isNamed(row, 'id') &&
	(type.isOnly || isNamed(row, 'resource_id', resource)) &&
	isNamed(row, 'namespace', namespace) &&
	isNamed(row, 'key', key);

/** Makes several in one call. @param isLookedFor as of `sendBatch` */
export async function createTogether(
	client: StoreClient,
	owner: MetafieldOwner,
	rows: readonly Wanted[],
	isLookedFor = false,
): Became {
	const ended = await sendBatch(client, owner.type, {
		method: 'POST',
		body: rows.map(({ resource, input }) => ({ ...forNew(input), ...ofResource(owner, resource) })),
		done: 'created',
		isOf: (row, at) => isOf(owner, rows[at], row),
		isLookedFor,
	});
	return ended.rows.map(shown);
}

/** Changes several in one call; what the answer shows only a part of is read again. */
export async function changeTogether(
	client: StoreClient,
	owner: MetafieldOwner,
	rows: readonly Changed[],
): Became {
	const ended = await sendBatch(client, owner.type, {
		method: 'PUT',
		body: rows.map(({ id, input, permissions }) => ({ ...forChange(input, permissions), id })),
		done: 'changed',
		isOf: (row, at) => hasId(row, rows[at].id),
	});
	return await Promise.all(
		ended.rows.map(async (row, at) => {
			const { resource, id } = rows[at];
			if (row === undefined || isWhole(row)) return shown(row);
			return await (await metafieldsAt(client, owner, resource)).get(id);
		}),
	);
}
