import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { accountOf } from '../access';
import type { CollectionBook } from '../collection/book';
import { created, integer, readOnly, text } from '../collection/field';
import { defineCollection } from '../collection/table';
import { ApiError, invalidData, notFound } from '../errors';
import { iso8601 } from '../format';
import { bodyOf, idOf, queryOf } from '../request';

/** BigCommerce reference 10.3: a code is made and removed, never changed. */
export const couponCodes = defineCollection({
	name: 'couponCodes',
	version: 'v3',
	path: '/promotions/:parentId/codes',
	scope: 'store_v2_marketing',
	parent: { collection: 'promotions' },
	createdStatus: 201,
	fields: {
		code: text({ min: 1, max: 50, required: true }),
		current_uses: readOnly('number'),
		max_uses: integer({ min: 0 }),
		max_uses_per_customer: integer({ min: 0 }),
		created: created(),
	},
	unique: [{ by: ['code'], clash: () => new ApiError(422, 'The coupon code is used already.', {}) }],
	filters: { code: ['equals'] },
	paging: 'cursor',
	plainCursors: true,
	calls: {
		list: true,
		create: 'one',
		remove: { one: 204, many: { by: ['id:in'], unfiltered: 'refused', most: 250 } },
	},
});

const uses = z.number().int().min(0).max(100_000).default(1);

const part = z
	.string()
	.max(20)
	.regex(/^[A-Z0-9_-]*$/)
	.default('');

const batch = z
	.object({
		batch_size: z.number().int().min(1).max(250),
		max_uses: uses,
		max_uses_per_customer: uses,
		prefix: part,
		suffix: part,
		delimiter: z
			.string()
			.regex(/^[_-]?$/)
			.default(''),
		exclude_characters: z.array(z.string().regex(/^[A-Z0-9]$/)).default([]),
		code_length: z.number().int().min(6).max(16).default(16),
	})
	.strict();

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A number in the characters that are left, filled up to its length; each number has its own. */
function written(number: number, characters: string, length: number): string {
	let [rest, text] = [number, ''];
	while (text.length < length) {
		text = characters.charAt(rest % characters.length) + text;
		rest = Math.floor(rest / characters.length);
	}
	return text;
}

/** One code of any promotion, in whatever letters it is asked for, and many in one call, for promotions that take many (BigCommerce reference 10.3). */
export function registerCouponCodes(app: FastifyInstance, book: CollectionBook): void {
	app.get('/promotions/codes', async (request) => {
		accountOf(request, 'store_v2_marketing');
		const { code = '' } = queryOf(request);
		if (!code) throw invalidData({ code: 'code is required' });
		const wanted = code.toLowerCase();
		const data = book
			.records('promotions')
			.flatMap(({ id }) => book.shown('couponCodes', id))
			.filter((each) => String(each.code).toLowerCase() === wanted);
		return { data, meta: { cursor_pagination: { count: data.length, per_page: 50, links: {} } } };
	});

	app.post('/promotions/:parentId/codegen', async (request, reply) => {
		accountOf(request, 'store_v2_marketing');
		const id = idOf(request, 'parentId');
		const promotion = book.records('promotions').find((record) => record.id === id);
		if (promotion === undefined) throw notFound();
		const { redemption_type: redemption, coupon_type: type } = promotion.values;
		if (redemption !== 'COUPON' || type !== 'BULK') {
			throw new ApiError(405, 'Codes are generated for bulk coupon promotions only.');
		}
		const { batch_size: size, code_length: length, ...asked } = bodyOf(batch, request.body);
		const { max_uses, max_uses_per_customer, prefix, suffix, delimiter, exclude_characters } = asked;
		const characters = [...CHARACTERS].filter((each) => !exclude_characters.includes(each)).join('');
		const codes = Array.from({ length: size }, () => {
			const drawn = written(book.lastId('couponCodes') + 1, characters, length);
			const code = [prefix, drawn, suffix].filter(Boolean).join(delimiter);
			book.createOne(couponCodes, { code, max_uses, max_uses_per_customer }, id);
			return { code };
		});
		reply.code(201);
		const made = iso8601(book.now());
		return {
			data: { batch_size: size, codes, created: made, max_uses, max_uses_per_customer },
			meta: {},
		};
	});
}
