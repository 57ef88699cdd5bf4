import { choice, flag, ids, json, list, text, time, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const STATUSES = [
	{ name: 'Disabled', value: 'DISABLED' },
	{ name: 'Enabled', value: 'ENABLED' },
];

/** BigCommerce reference 10.1. */
export const promotion = {
	one: 'promotion',
	isWide: true,
	words: 'promotions',
	path: '/v3/promotions',
	scope: 'Marketing',
	/** The list can be asked for one, not for several (reference 10.1). */
	hasNoIdFilter: true,
	/** BigCommerce reference 2.9. */
	removedAtOnce: 50,
	/** There is no state of approval: what is new must not sell before somebody said so. */
	starts: { status: 'DISABLED' },
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		redemption_type: is.text,
		name: is.text,
		display_name: is.text,
		channels: is.list(is.object({ id: is.whole })),
		customer: is.object(),
		rules: is.list(is.object()),
		current_uses: is.whole,
		max_uses: is.orNull(is.whole),
		status: is.text,
		start_date: is.text,
		end_date: is.orNull(is.text),
		stop: is.flag,
		can_be_used_with_other_promotions: is.flag,
		currency_code: is.text,
		notifications: is.list(is.object()),
		shipping_address: is.orNull(is.object()),
		schedule: is.orNull(is.object()),
		created_from: is.text,
		coupon_type: is.text,
		codes: is.orNull(is.object()),
		multiple_codes: is.object({ has_multiple_codes: is.flag }),
		coupon_overrides_other_promotions: is.flag,
		coupon_overrides_automatic_when_offering_higher_discounts: is.flag,
	},
	simple: [
		'id',
		'name',
		'display_name',
		'redemption_type',
		'status',
		'start_date',
		'end_date',
		'max_uses',
		'current_uses',
		'currency_code',
	],
	locator: {
		name: 'promotionId',
		label: 'Promotion',
		description: 'The promotion to work on',
		search: 'searchPromotions',
		like: '61',
		format: WHOLE_ID,
		key: { mode: 'name', label: 'Name', like: 'Spring lighting', field: 'name', filter: 'name' },
		asked: (typed) => ({ query: typed }),
		named: ({ name, status }) => [name, status].filter(Boolean).map(String).join(' – '),
	},
	filters: {
		channels: ids('Channel IDs', 'Separated by commas; those for all channels come as well', {
			name: 'channelIds',
			like: '1,2',
		}),
		code: text('Coupon Code', '', { like: 'WELCOME' }),
		currency_code: text('Currency Code', '', { like: 'USD' }),
		id: whole('ID', '', { least: 1 }),
		name: text('Name', ''),
		query: text('Name or Code Contains', '', { like: 'spring' }),
		redemption_type: choice('Redemption', '', [
			{ name: 'Automatic', value: 'automatic' },
			{ name: 'By Coupon', value: 'coupon' },
		]),
		status: choice('Status', '', [...STATUSES, { name: 'Invalid', value: 'INVALID' }]),
	},
	sort: ['id', 'name', 'priority', 'start_date'],
	clearable: ['display_name'],
	required: {
		name: text('Name', 'How staff calls the promotion', { like: 'Spring lighting' }),
		redemption_type: choice('Redemption', 'How shoppers get it; it stays so', [
			{ name: 'Automatic', value: 'AUTOMATIC' },
			{ name: 'By Coupon', value: 'COUPON' },
		]),
		rules: list('Rules (JSON)', 'Of these the first one that applies counts; a change replaces all of them', {
			name: 'rules',
			like: '[{"action": {"cart_value": {"discount": {"percentage_amount": "15"}}}}]',
		}),
	},
	fixed: ['redemption_type'],
	further: {
		can_be_used_with_other_promotions: flag(
			'Can Be Combined',
			'Whether it applies to carts that have another promotion already',
			{ name: 'canBeCombined' },
		),
		channels: list(
			'Channels (JSON)',
			'List of objects, each with the ID of a channel; an empty list means all',
			{
				name: 'channels',
			},
		),
		coupon_overrides_automatic_when_offering_higher_discounts: flag(
			'Coupon Overrides Lower Automatic',
			'Whether automatic promotions of a lower discount are taken away for it; only for coupons that cannot be combined. BigCommerce recommends Coupon Overrides Others instead.',
			{ name: 'couponOverridesLower' },
		),
		coupon_overrides_other_promotions: flag(
			'Coupon Overrides Others',
			'Whether other promotions are taken away for it; only for coupons that cannot be combined',
			{ name: 'couponOverridesOthers' },
		),
		currency_code: text('Currency Code', 'The currency to which it applies; * for all', { like: 'USD' }),
		customer: json('Customer (JSON)', 'Who gets it: groups, groups that do not, least number of orders', {
			name: 'customer',
			like: '{"group_ids": [2]}',
		}),
		display_name: text('Display Name', 'What shoppers read'),
		end_date: time('End Date', 'When it ends; without one it does not'),
		max_uses: whole('Max Uses', 'How often it can be used in all', { least: 1 }),
		notifications: list('Notifications (JSON)', 'List of what shoppers are told, and where', {
			name: 'notifications',
			like: '[{"content": "15 % off", "type": "APPLIED", "locations": ["CART_PAGE"]}]',
		}),
		schedule: json('Schedule (JSON)', 'Days and hours at which it applies', {
			name: 'schedule',
			like: '{"week_frequency": 1, "week_days": ["Monday"], "daily_start_time": "08:00:00", "daily_end_time": "20:00:00"}',
		}),
		shipping_address: json('Shipping Address (JSON)', 'Countries of delivery to which it applies', {
			name: 'shippingAddress',
			like: '{"countries": [{"iso2_country_code": "US"}]}',
		}),
		start_date: time('Start Date', 'When it begins'),
		status: choice('Status', 'Whether shoppers get it', STATUSES),
		stop: flag('Stop', 'Whether promotions of lower priority are passed over once it applied'),
	},
	onlyNew: {
		coupon_type: choice('Coupon Type', 'Whether there is one code or many', [
			{ name: 'Single', value: 'SINGLE' },
			{ name: 'Bulk', value: 'BULK' },
		]),
	},
} satisfies StoreRecord;
