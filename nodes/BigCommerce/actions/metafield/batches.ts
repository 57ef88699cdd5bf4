import difference from 'lodash/difference';
import groupBy from 'lodash/groupBy';
import uniq from 'lodash/uniq';
import { asError, batchOf, type Settled } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Batch, OperationResult } from '../../../shared/operation';
import type { Query } from '../../../shared/serviceRequest';
import type { MetafieldOwner } from '../../records/metafieldOwners';
import { INFERRED } from '../../transport/inferred';
import type { Metafield } from '../../transport/metafield';
import { sendBatch } from '../../transport/metafieldBatch';
import type { StoreClient } from '../../transport/StoreClient';
import { metafieldIn, readContent } from './content';
import { oursFirst } from './oursFirst';
import { metafieldsAt, ownerIdOf, type OwnedBy } from './owned';
import { changeTogether, createTogether, type Became, type Standing, type Wanted } from './together';

/** The same for one item alone. */
type Alone = (run: ItemRun, client: StoreClient) => Promise<OperationResult>;

type BatchOf = (owner: MetafieldOwner, alone: Alone) => Batch<StoreClient>;

/** An operation with the call for several. */
export const also =
	(one: OwnedBy, several: BatchOf): OwnedBy =>
	(owner) => {
		const operation = one(owner);
		return {
			...operation,
			batch: several(owner, async (run, client) => await operation.execute(run, client)),
		};
	};

const most = INFERRED.metafieldsAtOnce;

/** The metafields of each record by their ids. A call for several takes any id, whatever record it is on (BigCommerce reference 5.3). */
async function standing(owner: MetafieldOwner, client: StoreClient, rows: readonly Standing[]) {
	const found = await Promise.all(
		uniq(rows.map(({ resource }) => resource)).map(
			async (resource): Promise<[string, Map<number, Metafield>]> => {
				const fields = await (await metafieldsAt(client, owner, resource)).list({});
				return [resource, new Map(fields.map((field) => [Number(field.id), field]))];
			},
		),
	);
	const fields = new Map(found);
	return ({ resource, id }: Standing) => fields.get(resource)?.get(id);
}

/** Finds each where it is said to be; undefined when one is not there. A record that is not there is named when its item is sent alone. */
const allStanding = async (owner: MetafieldOwner, client: StoreClient, rows: readonly Standing[]) => {
	const check = await standing(owner, client, rows).catch(() => undefined);
	return check && rows.every((row) => check(row)) ? check : undefined;
};

const standingIn = async (run: ItemRun, client: StoreClient, owner: MetafieldOwner): Promise<Standing> => ({
	id: metafieldIn(run),
	resource: await ownerIdOf(run, client, owner),
});

const wantedIn = async (run: ItemRun, client: StoreClient, owner: MetafieldOwner): Promise<Wanted> => ({
	input: readContent(run),
	resource: await ownerIdOf(run, client, owner),
});

/** No two rows of one call may be about the same metafield. */
const nameOf = ({ resource, input: { namespace, key } }: Wanted): string =>
	JSON.stringify([resource, namespace, key]);

export const createsSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, Wanted>({
		most,
		alone,
		read: async (run, client) => await wantedIn(run, client, owner),
		about: nameOf,
		send: async (rows, client) => await createTogether(client, owner, rows),
	});

export const changesSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, Standing & Wanted>({
		most,
		alone,
		read: async (run, client) => ({ id: metafieldIn(run), ...(await wantedIn(run, client, owner)) }),
		async send(rows, client) {
			const found = await allStanding(owner, client, rows);
			if (!found) return undefined;
			const changing = rows.map((row) => ({ ...row, permissions: found(row)?.permission_set }));
			return await changeTogether(client, owner, changing);
		},
	});

/** What of their names is the same, so that the list can be asked for it. */
function commonName([first, ...others]: readonly Wanted[]): Query {
	const { namespace, key } = first.input;
	if (!others.length) return { namespace, key };
	return others.every(({ input }) => input.namespace === namespace) ? { namespace } : {};
}

/** Those that are there by their names, with one list for each record. */
async function standingByName(owner: MetafieldOwner, client: StoreClient, rows: readonly Wanted[]) {
	const found = await Promise.all(
		Object.entries(groupBy(rows, 'resource')).map(async ([resource, own]) => {
			const fields = await (await metafieldsAt(client, owner, resource)).list(commonName(own));
			return own.map((row): [string, Metafield | undefined] => {
				const { namespace, key } = row.input;
				const found = fields.filter((field) => field.namespace === namespace && field.key === key);
				return [nameOf(row), oursFirst(found).at(0)];
			});
		}),
	);
	const fields = new Map(found.flat());
	return (row: Wanted): Metafield | undefined => fields.get(nameOf(row));
}

/** What goes wrong with all of these rows is told of these alone. */
const settled = async <Row>(
	rows: readonly Row[],
	work: (rows: readonly Row[]) => Became,
): Promise<Array<Settled<OperationResult> | undefined>> =>
	rows.length ? await work(rows).catch((error: unknown) => rows.map(() => asError(error))) : [];

/** Those that are there are changed in one call, the others made in another one; what is refused or in doubt is looked for again when its item is sent alone. */
export const upsertsSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, Wanted>({
		most,
		alone,
		read: async (run, client) => await wantedIn(run, client, owner),
		about: nameOf,
		async send(rows, client, [{ functions }]) {
			// A record that is not there is named when its item is sent alone.
			const fieldOf = await standingByName(owner, client, rows).catch(() => undefined);
			if (!fieldOf) return undefined;
			const there = rows.filter((row) => fieldOf(row) !== undefined);
			const others = difference(rows, there);
			const changing = there.map((row) => {
				const { id, permission_set: permissions } = fieldOf(row) ?? {};
				return { ...row, id: Number(id), permissions };
			});
			const changed = await settled(changing, async (some) => await changeTogether(client, owner, some));
			// Nothing behind a wrong item is begun, unless the node goes on.
			const wrong = changed.findIndex((became) => became === undefined || became instanceof Error);
			const isHeld = wrong >= 0 && !functions.continueOnFail();
			const fresh = isHeld
				? rows.slice(0, rows.indexOf(there[wrong])).filter((row) => others.includes(row))
				: others;
			const made = await settled(fresh, async (some) => await createTogether(client, owner, some, true));
			return rows.map((row) => [changed[there.indexOf(row)], made[fresh.indexOf(row)]].find(Boolean));
		},
	});

export const removesSeveral: BatchOf = (owner, alone) =>
	batchOf<StoreClient, Standing>({
		most,
		alone,
		read: async (run, client) => await standingIn(run, client, owner),
		async send(rows, client) {
			if (!(await allStanding(owner, client, rows))) return undefined;
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
