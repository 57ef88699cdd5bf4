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
import { Metafields, type MetafieldInput } from '../../transport/metafields';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf } from '../crud/picked';
import { metafieldIn, readContent } from './content';

/** The same for one item alone. */
type Alone = (run: ItemRun, client: StoreClient) => Promise<OperationResult>;

type BatchOf = (owner: MetafieldOwner, alone: Alone) => Batch<StoreClient>;

/** A metafield that is there, and the record that it is said to be on. */
interface Standing {
	resource: number;
	id: number;
}

const most = INFERRED.metafieldsAtOnce;

const shown = (row: unknown) => (isRecord(row) ? row : undefined);

const of = ({ type }: MetafieldOwner, client: StoreClient, resource: number) =>
	new Metafields(client, { type, id: String(resource) });

/** The ids of the metafields of each record. A call for several takes any id, whatever record it is on (BigCommerce reference 5.3). */
async function standing(owner: MetafieldOwner, client: StoreClient, rows: readonly Standing[]) {
	const found = await Promise.all(
		uniq(rows.map(({ resource }) => resource)).map(async (resource): Promise<[number, Set<number>]> => {
			const fields = await of(owner, client, resource).list({});
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

const standingIn = async (
	run: ItemRun,
	client: StoreClient,
	{ record }: MetafieldOwner,
): Promise<Standing> => ({
	id: metafieldIn(run),
	resource: await idOf(run, client, record),
});

export const createsSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, { resource: number; input: MetafieldInput }>({
		most,
		alone,
		read: async (run, client) => ({
			input: readContent(run),
			resource: await idOf(run, client, owner.record),
		}),
		about: ({ resource, input: { namespace, key } }) => JSON.stringify([resource, namespace, key]),
		async send(rows, client) {
			const ended = await sendBatch(client, owner.type, {
				method: 'POST',
				body: rows.map(({ resource, input }) => ({ ...input, resource_id: resource })),
				done: 'created',
				isOf: (row, at) => {
					const { resource, input } = rows[at];
					return (
						hasAnyId(row) &&
						isNamed(row, 'resource_id', resource) &&
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
					return row === undefined || isWhole(row) ? shown(row) : await of(owner, client, resource).get(id);
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
