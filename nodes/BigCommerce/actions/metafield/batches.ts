import uniq from 'lodash/uniq';
import { isNamed } from '../../../shared/answer';
import { batchOf } from '../../../shared/batch';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Batch, OperationResult } from '../../../shared/operation';
import type { MetafieldOwner } from '../../records/metafieldOwners';
import { isWhole } from '../../transport/dialect';
import { INFERRED } from '../../transport/inferred';
import { hasId, sendBatch } from '../../transport/metafieldBatch';
import type { MetafieldInput } from '../../transport/metafields';
import type { StoreClient } from '../../transport/StoreClient';
import { metafieldIn, readContent } from './content';
import { metafieldsAt, ownerIdOf } from './owned';

/** The same for one item alone. */
type Alone = (run: ItemRun, client: StoreClient) => Promise<OperationResult>;

type BatchOf = (owner: MetafieldOwner, alone: Alone) => Batch<StoreClient>;

/** A metafield that is there, and the record that it is said to be on. */
interface Standing {
	resource: string;
	id: number;
}

const most = INFERRED.metafieldsAtOnce;

const shown = (row: unknown) => (isRecord(row) ? row : undefined);

/** The ids of the metafields of each record. A call for several takes any id, whatever record it is on (BigCommerce reference 5.3). */
async function standing(owner: MetafieldOwner, client: StoreClient, rows: readonly Standing[]) {
	const found = await Promise.all(
		uniq(rows.map(({ resource }) => resource)).map(async (resource): Promise<[string, Set<number>]> => {
			const fields = await (await metafieldsAt(client, owner, resource)).list({});
			return [resource, new Set(fields.map(({ id }) => Number(id)))];
		}),
	);
	const ids = new Map(found);
	return ({ resource, id }: Standing) => ids.get(resource)?.has(id) === true;
}

/** Whether each is where it is said to be; a record that is not there is named when its item is sent alone. */
const areStanding = async (owner: MetafieldOwner, client: StoreClient, rows: readonly Standing[]) => {
	const check = await standing(owner, client, rows).catch(() => undefined);
	return check !== undefined && rows.every(check);
};

const standingIn = async (run: ItemRun, client: StoreClient, owner: MetafieldOwner): Promise<Standing> => ({
	id: metafieldIn(run),
	resource: await ownerIdOf(run, client, owner),
});

/** How a new one says whose it is: by number, or by UUID; of the store nothing says it (BigCommerce reference 5.2, description of `store_information.v3`). */
const ofResource = ({ type }: MetafieldOwner, resource: string) =>
	type.isOnly ? {} : { resource_id: /^\d+$/.test(resource) ? Number(resource) : resource };

export const createsSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, { resource: string; input: MetafieldInput }>({
		most,
		alone,
		read: async (run, client) => ({
			input: readContent(run),
			resource: await ownerIdOf(run, client, owner),
		}),
		about: ({ resource, input: { namespace, key } }) => JSON.stringify([resource, namespace, key]),
		async send(rows, client) {
			const ended = await sendBatch(client, owner.type, {
				method: 'POST',
				body: rows.map(({ resource, input }) => ({ ...input, ...ofResource(owner, resource) })),
				done: 'created',
				isOf: (row, at) => {
					const { resource, input } = rows[at];
					return (
						hasAnyId(row) &&
						(owner.type.isOnly || isNamed(row, 'resource_id', resource)) &&
						isNamed(row, 'namespace', input.namespace) &&
						isNamed(row, 'key', input.key)
					);
				},
			});
			return ended.rows.map(shown);
		},
	});

const hasAnyId = (row: unknown): boolean => isNamed(row, 'id');

export const changesSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, Standing & { input: MetafieldInput }>({
		most,
		alone,
		read: async (run, client) => ({
			input: readContent(run),
			...(await standingIn(run, client, owner)),
		}),
		async send(rows, client) {
			if (!(await areStanding(owner, client, rows))) return undefined;
			const ended = await sendBatch(client, owner.type, {
				method: 'PUT',
				body: rows.map(({ id, input }) => ({ ...input, id })),
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
		},
	});

export const removesSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, Standing>({
		most,
		alone,
		read: async (run, client) => await standingIn(run, client, owner),
		async send(rows, client) {
			if (!(await areStanding(owner, client, rows))) return undefined;
			const { rows: gone, repeatedAfterDoubt } = await sendBatch(client, owner.type, {
				method: 'DELETE',
				body: rows.map(({ id }) => id),
				done: 'removed',
				isOf: (row, at) => String(row) === String(rows[at].id),
			});
			// What an earlier try has removed is refused now, as not there.
			const isLeft = repeatedAfterDoubt ? await standing(owner, client, rows) : () => true;
			return rows.map((row, at) =>
				gone[at] !== undefined || !isLeft(row) ? { id: row.id, deleted: true } : undefined,
			);
		},
	});
