import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { ApiError, invalidData } from '../errors';
import { bodyOf, queryOf } from '../request';
import { pageByNumber } from '../v3Paging';
import { products } from './products';

/** What a product is assigned to, and the field of the product that has it. */
interface Kind {
	path: string;
	idName: 'channel_id' | 'category_id';
	field: 'channels' | 'categories';
}

/** BigCommerce reference 7.2. */
const KINDS: readonly Kind[] = [
	{ path: '/catalog/products/channel-assignments', idName: 'channel_id', field: 'channels' },
	{ path: '/catalog/products/category-assignments', idName: 'category_id', field: 'categories' },
];

const ids = z.array(z.number()).catch([]);

const listed = (text: string | undefined) => text?.split(',').map(Number);

/** A PUT adds, a DELETE needs a filter, and neither answers with a body (BigCommerce reference 7.2). */
export function registerProductAssignments(app: FastifyInstance, book: CollectionBook): void {
	for (const { path, idName, field } of KINDS) {
		const found = (request: FastifyRequest) => {
			accountOf(request, 'store_v2_products');
			const query = queryOf(request);
			const [wantedProducts, wanted] = [listed(query['product_id:in']), listed(query[`${idName}:in`])];
			return book
				.records('products')
				.filter(({ id }) => wantedProducts?.includes(id) ?? true)
				.flatMap((product) =>
					ids
						.parse(product.values[field])
						.filter((id) => wanted?.includes(id) ?? true)
						.map((id) => ({ product, id })),
				);
		};

		app.get(path, async (request) => {
			const { data, meta } = pageByNumber(found(request), queryOf(request));
			return { data: data.map(({ product, id }) => ({ product_id: product.id, [idName]: id })), meta };
		});

		app.put(path, async (request, reply) => {
			accountOf(request, 'store_v2_products');
			const id = z.number().int();
			const rows = bodyOf(z.array(z.object({ product_id: id, [idName]: id }).strict()), request.body);
			rows.forEach((row, at) => {
				const isThere =
					book.exists('products', Number(row.product_id)) && book.exists(field, Number(row[idName]));
				if (!isThere) throw invalidData({ [`${at}`]: 'The product or what it is assigned to is not valid.' });
			});
			for (const row of rows) {
				const product = book.get(products, Number(row.product_id));
				const all = new Set([...ids.parse(product.values[field]), Number(row[idName])]);
				book.set(products, product, { [field]: [...all] });
			}
			await reply.code(204).send();
		});

		app.delete(path, async (request, reply) => {
			const query = queryOf(request);
			const gone = found(request);
			if (!query['product_id:in'] && !query[`${idName}:in`]) {
				throw new ApiError(422, 'At least one filter must be provided.', {});
			}
			for (const { product, id } of gone) {
				const standing = book.get(products, product.id);
				const left = ids.parse(standing.values[field]).filter((each) => each !== id);
				book.set(products, standing, { [field]: left });
			}
			await reply.code(204).send();
		});
	}
}
