import type { FastifyInstance } from 'fastify';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { integer } from '../collection/field';
import { show } from '../collection/show';
import { defineCollection } from '../collection/table';
import { ApiError, notFound } from '../errors';
import { idOf, queryOf } from '../request';
import { isObject } from '../collection/body';

const BY_ID = ['equals', 'in'] as const;

/** BigCommerce reference 9.3. */
export const priceAssignments = defineCollection({
	name: 'priceAssignments',
	version: 'v3',
	path: '/pricelists/assignments',
	scope: 'store_v2_products',
	upsertBy: ['customer_group_id', 'channel_id'],
	fields: {
		price_list_id: integer({ refers: 'priceLists' }),
		customer_group_id: integer({ refers: 'customerGroups' }),
		channel_id: integer(),
	},
	filters: { id: BY_ID, price_list_id: BY_ID, customer_group_id: BY_ID, channel_id: BY_ID },
	paging: 'cursor',
	plainPages: true,
	calls: { list: true },
});

/** The calls beside the list: one is made or changed below its price list, and removed by its id. */
export function registerAssignments(app: FastifyInstance, book: CollectionBook): void {
	app.put('/pricelists/:parentId/assignments', async (request) => {
		accountOf(request, 'store_v2_products');
		const id = idOf(request, 'parentId');
		const group = isObject(request.body) ? Number(request.body.customer_group_id) : 0;
		if (!book.exists('priceLists', id) || !book.exists('customerGroups', group)) throw notFound();
		const body = isObject(request.body) ? request.body : {};
		const [record] = book.updateMany(priceAssignments, [{ ...body, price_list_id: id }]);
		return { data: show(priceAssignments, record, book), meta: {} };
	});
	app.delete(priceAssignments.path, async (request, reply) => {
		accountOf(request, 'store_v2_products');
		const { id } = queryOf(request);
		if (id === undefined) throw new ApiError(422, 'A filter is required to delete assignments.', {});
		book.remove(
			priceAssignments,
			book.records('priceAssignments').filter((record) => record.id === Number(id)),
		);
		await reply.code(204).send();
	});
}
