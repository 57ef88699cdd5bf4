import { z } from 'zod';

import { choice, flag, list, readOnly, shape, text, time } from '../collection/field';
import type { Field, Options } from '../collection/field';
import { filter } from '../collection/operators';
import type { StoredRecord, Surroundings } from '../collection/record';
import { defineCollection } from '../collection/table';
import { iso8601 } from '../format';

const anything = z.record(z.unknown());

/** What is not set is not shown. */
const unset = (name: string): Options => ({ read: ({ values }) => values[name] ?? undefined });

const isCoupon = ({ values }: StoredRecord) => values.redemption_type === 'COUPON';

/** Promotions that shoppers get without a code do not show it. */
const ofCoupons = (name: string, field: Field): Field => ({
	...field,
	read: (record) => (isCoupon(record) ? (record.values[name] ?? undefined) : undefined),
});

/** In small letters, while bodies have capital ones (BigCommerce reference 10.1). */
const small = (name: string) => (wanted: string) =>
	filter('text', 'equals', name, wanted, ({ values }) => String(values[name]).toLowerCase());

/** The codes of a promotion as text. */
const codesOf =
	(around: Surroundings) =>
	({ id }: StoredRecord): string[] =>
		around.records('couponCodes', id).map(({ values }) => String(values.code));

/** BigCommerce reference 10.1; a POST answers 201. */
export const promotions = defineCollection({
	name: 'promotions',
	version: 'v3',
	path: '/promotions',
	scope: 'store_v2_marketing',
	createdStatus: 201,
	heldBy: ({ id }, around) =>
		around.records('couponCodes', id).length ? 'some relating codes are still present.' : undefined,
	fields: {
		redemption_type: choice(['AUTOMATIC', 'COUPON'], { required: true, write: 'create' }),
		name: text({ min: 1, required: true }),
		display_name: text(),
		channels: list(z.object({ id: z.number().int() })),
		customer: shape(anything, {}),
		rules: list(anything, { required: true }),
		current_uses: readOnly('number'),
		max_uses: shape(z.number().int().min(0).nullable(), null, unset('max_uses')),
		status: choice(['ENABLED', 'DISABLED', 'INVALID']),
		start_date: time({ read: ({ createdAt, values }) => values.start_date ?? iso8601(createdAt) }),
		end_date: time(unset('end_date')),
		stop: flag(),
		can_be_used_with_other_promotions: shape(z.boolean(), true),
		currency_code: text({ min: 1, initial: '*' }),
		notifications: list(anything),
		shipping_address: shape(anything.nullable(), null, unset('shipping_address')),
		schedule: shape(anything.nullable(), null, unset('schedule')),
		created_from: readOnly('text', { read: () => 'api' }),
		coupon_type: ofCoupons('coupon_type', choice(['SINGLE', 'BULK'], { write: 'create' })),
		codes: shape(anything, null, {
			write: 'ignored',
			read: ({ id }, around) => around.shown('couponCodes', id).at(0),
		}),
		multiple_codes: readOnly('other', {
			read: (record) =>
				isCoupon(record) ? { has_multiple_codes: record.values.coupon_type === 'BULK' } : undefined,
		}),
		coupon_overrides_other_promotions: ofCoupons('coupon_overrides_other_promotions', flag()),
		coupon_overrides_automatic_when_offering_higher_discounts: ofCoupons(
			'coupon_overrides_automatic_when_offering_higher_discounts',
			flag(),
		),
		// New ones come last.
		priority: readOnly('number', { hidden: true, read: ({ id }) => id }),
	},
	filters: {
		id: ['equals'],
		name: ['equals'],
		code: (wanted, around) => (record) =>
			codesOf(around)(record).some((code) => code.toLowerCase() === wanted.toLowerCase()),
		query: (wanted, around) =>
			filter('text', 'like', 'query', wanted, (record) =>
				[record.values.name, ...codesOf(around)(record)].map(String).join(' '),
			),
		currency_code: ['equals'],
		redemption_type: small('redemption_type'),
		status: ['equals'],
		channels: (wanted) => (record) => {
			const targets = z.array(z.object({ id: z.number() })).parse(record.values.channels);
			return targets.length === 0 || targets.some(({ id }) => wanted.split(',').includes(String(id)));
		},
	},
	sort: { by: ['id', 'name', 'priority', 'start_date'], style: 'direction' },
	paging: 'number',
	calls: {
		list: true,
		get: true,
		create: 'one',
		update: ['one'],
		remove: { one: 204, many: { by: ['id:in'], unfiltered: 'refused', most: 50 } },
	},
});
