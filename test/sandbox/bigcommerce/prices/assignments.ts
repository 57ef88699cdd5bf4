import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { integer } from '../collection/field';
import { show } from '../collection/show';
import { defineCollection } from '../collection/table';
import { ApiError, invalidData, notFound } from '../errors';
import { idOf, queryOf } from '../request';
import { isObject } from '../collection/body';

/** Reference 9.3: a call for several makes new ones only, and may save some of them. */
const MOST = 25;

const pairing = z
	.object({
		price_list_id: z.number().int(),
		customer_group_id: z.number().int().optional(),
		channel_id: z.number().int().optional(),
	})
	.strict();

/** What has no group counts for all, what has no channel in all of them. */
const isSame = (stored: unknown, named: number | undefined): boolean => (stored || undefined) === named;

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
	app.post(priceAssignments.path, async (request, reply) => {
		accountOf(request, 'store_v2_products');
		const rows = z.array(pairing).max(MOST).safeParse(request.body);
		if (!rows.success) throw invalidData({ '.': `must be an array of at most ${MOST} assignments` });
		const errors: Record<string, string> = {};
		for (const [at, row] of rows.data.entries()) {
			const { price_list_id: id, customer_group_id: group, channel_id: channel } = row;
			const isTaken = book
				.records('priceAssignments')
				.some(({ values }) => isSame(values.customer_group_id, group) && isSame(values.channel_id, channel));
			const isThere =
				book.exists('priceLists', id) && (group === undefined || book.exists('customerGroups', group));
			if (isTaken) errors[at] = 'The group has a price list in this channel already.';
			else if (!isThere) errors[at] = 'The price list or the group is not valid.';
			else book.updateMany(priceAssignments, [row]);
		}
		const failed = Object.keys(errors).length;
		if (failed) {
			const refusal = new ApiError(422, 'Some assignments are not valid.', errors).toV3();
			await reply.code(422).send({ ...refusal, meta: { saved_records: rows.data.length - failed } });
			return;
		}
		await reply.code(200).send();
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
