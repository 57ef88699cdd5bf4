import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';
import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { simplified } from '../../shared/simplified';
import { categoryNames, productsByIds } from '../transport/catalog';
import type { StoreClient } from '../transport/StoreClient';
import { productsIn, shownLines } from './facts/lines';
import { product } from './product';

/** What is added to a line of an order: the same of the catalog as in the facts of an order, and the product in short. */
export const ADDED = {
	categories: is.text,
	warranty: is.text,
	product: is.object(pick(product.properties, product.simple)),
};

/** Lines with what the catalog says of their products today; of one that is not there any more it says nothing. */
export async function withProducts(client: StoreClient, lines: readonly Given[]): Promise<IDataObject[]> {
	const products = await productsByIds(client, productsIn(lines), product.simple);
	const ids = [...products.values()].flatMap(({ categories }) => categories);
	const names = await categoryNames(client, [...new Set(ids)]);
	return shownLines({ lines, products, categoryNames: names }).map((line) => {
		const { product_id: id = 0 } = fieldsIn({ product_id: is.whole }, line);
		const found = products.get(id);
		return found ? { ...line, product: simplified(found.given, product.simple) } : line;
	});
}
