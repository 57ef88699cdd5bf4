import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { flag, object } from '../../../shared/shape';
import { product } from '../../records/product';
import type { ProductAssignment } from '../../records/productAssignment';
import { removed } from '../../transport/dialect';
import { INFERRED } from '../../transport/inferred';
import { removeNamed } from '../../transport/removal';
import { unlessRowsRefused } from '../../transport/refusedRows';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { idIn, scopeOf, stayingId, type Made } from './picked';
import { removeSeveral } from './removesSeveral';

const fieldsOf = ({ to }: ProductAssignment) => [locatorOf(product.locator), locatorOf(to.locator)];

type Pairing = Awaited<ReturnType<typeof pairOf>>;

/** The pair that the item names, with what it is called. */
async function pairOf(run: ItemRun, client: StoreClient, { to, idName, scope }: ProductAssignment) {
	const [of, other] = [await stayingId(run, client, product), await stayingId(run, client, to)];
	return {
		pair: { product_id: of, [idName]: other },
		query: { 'product_id:in': of, [`${idName}:in`]: other },
		subject: { name: `assignment of product ${of} to ${to.one} ${other}`, scope },
	};
}

/** Puts products into channels or categories in one call. @returns undefined when the store refused some of several */
async function assign(
	client: StoreClient,
	{ words, path, scope }: ProductAssignment,
	rows: readonly Pairing[],
): Promise<Pairing['pair'][] | undefined> {
	const subject = rows.length > 1 ? { name: `${rows.length} ${words}`, scope } : rows[0].subject;
	const request: StoreRequest = {
		method: 'PUT',
		path,
		body: rows.map(({ pair }) => pair),
		subject,
		gives: removed,
		done: `${subject.name} ${rows.length > 1 ? 'were' : 'was'} made`,
	};
	const { last } = await client.tryRequest(request);
	return unlessRowsRefused(client, request, last, rows.length > 1) && rows.map(({ pair }) => pair);
}

/** Puts a product into a channel or category; one that is in it stays (BigCommerce reference 7.2). */
export function assigns(assignment: ProductAssignment): Made {
	const alone = async (run: ItemRun, client: StoreClient) =>
		(await assign(client, assignment, [await pairOf(run, client, assignment)])) ?? [];
	return {
		effect: 'change',
		scopes: scopeOf(assignment, 'modify'),
		output: object(assignment.properties),
		fields: fieldsOf(assignment),
		execute: alone,
		batch: batchOf<StoreClient, Pairing>({
			most: INFERRED.assignmentsAtOnce,
			read: async (run, client) => await pairOf(run, client, assignment),
			about: ({ subject }) => subject.name,
			send: async (rows, client) => await assign(client, assignment, rows),
			alone,
		}),
	};
}

/** Several of one channel or category. The call removes every pair of the products and places that it names: with one place those are just the pairs. */
function removing(
	client: StoreClient,
	{ words, path, idField, idName, scope, to }: ProductAssignment,
	place: number,
) {
	const named = (products: readonly number[]) => ({
		'product_id:in': products.join(','),
		[`${idName}:in`]: String(place),
	});
	return {
		idField,
		async look(rows: readonly Pairing[]) {
			const query = named(rows.map(({ pair }) => pair.product_id));
			const subject = { name: `the list of ${words}`, scope };
			const standing = await client.list({ path, query, subject, idField });
			return rows.map(({ pair }) =>
				standing.find((row) => idIn(row, idField) === pair.product_id && idIn(row, idName) === place),
			);
		},
		async remove(found: readonly Given[]) {
			const name = `${found.length} ${words} of ${to.one} ${place}`;
			const query = named(found.map((row) => idIn(row, idField)));
			const done = `${name} were removed`;
			return await removeNamed(client, { path, query, subject: { name, scope }, gives: removed, done });
		},
	};
}

/** Takes a product out of ONE channel or category: both are always named, since a call with one of them alone takes more. */
export function unassigns(assignment: ProductAssignment): Made {
	const { path, idField, idName } = assignment;
	const alone = async (run: ItemRun, client: StoreClient) => {
		const { pair, query, subject } = await pairOf(run, client, assignment);
		const [standing] = await client.list({ path, query, subject, idField }, 1);
		if (!standing) {
			throw run.refuse({
				what: `There is no ${subject.name}`,
				next: 'Use Get Many to see what the product is assigned to.',
			});
		}
		await client.request({ method: 'DELETE', path, query, subject, gives: removed });
		return { ...pair, deleted: true };
	};
	return {
		effect: 'change',
		scopes: scopeOf(assignment, 'modify'),
		output: object({ ...assignment.properties, deleted: flag }),
		fields: fieldsOf(assignment),
		execute: alone,
		batch: batchOf<StoreClient, Pairing>({
			most: INFERRED.assignmentsAtOnce,
			read: async (run, client) => await pairOf(run, client, assignment),
			together: ({ pair }) => String(pair[idName]),
			about: ({ subject }) => subject.name,
			async send(rows, client, [first]) {
				const one = removing(client, assignment, rows[0].pair[idName]);
				const gone = await removeSeveral(first, rows, one);
				return gone?.map((row, at) => row && { ...rows[at].pair, deleted: true });
			},
			alone,
		}),
	};
}
