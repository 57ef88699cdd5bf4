import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { flag, object } from '../../../shared/shape';
import { product } from '../../records/product';
import type { ProductAssignment } from '../../records/productAssignment';
import { removed } from '../../transport/dialect';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf, scopeOf, type Made } from './picked';

const fieldsOf = ({ to }: ProductAssignment) => [locatorOf(product.locator), locatorOf(to.locator)];

/** The pair that the item names, with what it is called. */
async function pairOf(run: ItemRun, client: StoreClient, { to, idName, scope }: ProductAssignment) {
	const [of, other] = [await idOf(run, client, product), await idOf(run, client, to)];
	return {
		pair: { product_id: of, [idName]: other },
		query: { 'product_id:in': of, [`${idName}:in`]: other },
		subject: { name: `assignment of product ${of} to ${to.one} ${other}`, scope },
	};
}

/** Puts a product into a channel or category; one that is in it stays (BigCommerce reference 7.2). */
export const assigns = (assignment: ProductAssignment): Made => ({
	effect: 'change',
	scopes: scopeOf(assignment, 'modify'),
	output: object(assignment.properties),
	fields: fieldsOf(assignment),
	async execute(run, client) {
		const { pair, subject } = await pairOf(run, client, assignment);
		const { path } = assignment;
		const done = `${subject.name} was made`;
		await client.request({ method: 'PUT', path, body: [pair], subject, gives: removed, done });
		return pair;
	},
});

/** Takes a product out of ONE channel or category: both are always named, since a call with one of them alone takes more. */
export const unassigns = (assignment: ProductAssignment): Made => ({
	effect: 'change',
	scopes: scopeOf(assignment, 'modify'),
	output: object({ ...assignment.properties, deleted: flag }),
	fields: fieldsOf(assignment),
	async execute(run, client) {
		const { pair, query, subject } = await pairOf(run, client, assignment);
		const { path, idField } = assignment;
		const [standing] = await client.list({ path, query, subject, idField }, 1);
		if (!standing) {
			throw run.refuse({
				what: `There is no ${subject.name}`,
				next: 'Use Get Many to see what the product is assigned to.',
			});
		}
		await client.request({ method: 'DELETE', path, query, subject, gives: removed });
		return { ...pair, deleted: true };
	},
});
