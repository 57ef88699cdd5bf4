import { flag, json, list, text, time } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { inOneParameter } from './storeList';
import type { StoreRecord } from './storeRecord';

/** V2 only (BigCommerce reference 6.5). */
export const customerGroup = {
	one: 'customer group',
	words: 'customer groups',
	path: '/v2/customer_groups',
	scope: 'Customers',
	same: { fields: ['name'], filter: 'name' },
	sorted: inOneParameter,
	properties: {
		id: is.whole,
		name: is.text,
		is_default: is.flag,
		is_group_for_guests: is.flag,
		category_access: is.object({ type: is.text, categories: is.list(is.whole) }),
		discount_rules: is.list(is.object()),
		date_created: is.text,
		date_modified: is.text,
	},
	locator: {
		name: 'customerGroupId',
		label: 'Customer Group',
		description: 'The customer group to work on',
		search: 'searchCustomerGroups',
		like: '2',
		format: WHOLE_ID,
		key: { mode: 'name', label: 'Name', like: 'Wholesale', field: 'name', filter: 'name' },
		asked: (typed) => ({ 'name:like': typed }),
		named: ({ name }) => String(name),
	},
	filters: {
		date_created: time('Created At', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		is_default: flag('Default Group', 'Whether new customers join the group'),
		is_group_for_guests: flag('Group for Guests', 'Whether the group is that of shoppers without an account'),
		date_modified: time('Modified At', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		name: text('Name', ''),
		'name:like': text('Name Contains', '', { name: 'nameContains', like: 'whole' }),
	},
	required: { name: text('Name', 'How staff calls the group', { like: 'Wholesale' }) },
	further: {
		category_access: json(
			'Category Access (JSON)',
			'Type all, specific or none; specific ones by their IDs',
			{
				name: 'categoryAccess',
				like: '{"type": "specific", "categories": [18, 23]}',
			},
		),
		discount_rules: list(
			'Discount Rules (JSON)',
			'Either one price list, or any rules by category, product or for all; these replace all rules of the group',
			{ name: 'discountRules', like: '[{"type": "price_list", "price_list_id": 5}]' },
		),
		is_default: flag('Default Group', 'Whether new customers join the group'),
		is_group_for_guests: flag('Group for Guests', 'Whether shoppers without an account belong to it'),
	},
	onlyNew: {},
} satisfies StoreRecord;
