import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Scope } from '../../../shared/operation';
import type { Given } from '../../../shared/record/given';
import { object } from '../../../shared/shape';
import { ADDED, withProducts } from '../../records/orderLineProduct';
import { orderProduct } from '../../records/orderParts';
import { product } from '../../records/product';
import { readOrderOf } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import type { Made } from '../crud/picked';
import { emailAsked } from '../order/onlyIfEmail';

/** Whether the catalog is asked too. */
export const addProduct: INodeProperties = {
	displayName: 'Add Product',
	name: 'addProduct',
	type: 'boolean',
	default: false,
	description: 'Whether to add the product, its categories and its warranty',
};

export const SCOPES: Scope[] = [
	{ name: orderProduct.scope, access: 'read-only' },
	{ name: product.scope, access: 'read-only', when: { [addProduct.name]: ['true'] } },
];

export const LINE = object({ ...orderProduct.properties, ...ADDED });

/**
 * The lines that a plain operation finds, once the order is known to be of whom the item says.
 *
 * @param made the plain operation
 * @throws NodeApiError when there is no such order of theirs
 */
export async function found(made: Made, run: ItemRun, client: StoreClient): Promise<Given[]> {
	const [email, isWithProduct] = [emailAsked(run), run.flag(addProduct.name)];
	const id = run.id('orderId', 'Order');
	if (email !== undefined) await readOrderOf(client, id, email);
	const lines = [await made.execute(run, client)].flat().filter(isRecord);
	return isWithProduct ? await withProducts(client, lines) : lines;
}
