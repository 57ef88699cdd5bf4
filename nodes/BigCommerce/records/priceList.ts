import { flag, text, time } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

/** BigCommerce reference 9.1. */
export const priceList = {
	one: 'price list',
	words: 'price lists',
	path: '/v3/pricelists',
	scope: 'Products',
	same: { fields: ['name'], filter: 'name' },
	restated: ['name'],
	removedAtOnce: INFERRED.removedAtOnce,
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		name: is.text,
		active: is.flag,
		date_created: is.text,
		date_modified: is.text,
	},
	locator: {
		name: 'priceListId',
		label: 'Price List',
		description: 'The price list to work on',
		search: 'searchPriceLists',
		like: '3',
		format: WHOLE_ID,
		key: { mode: 'name', label: 'Name', like: 'Contract 2026', field: 'name', filter: 'name' },
		asked: (typed) => ({ 'name:like': typed }),
		named: ({ name, active }) => `${String(name)}${active === false ? ' (inactive)' : ''}`,
	},
	filters: {
		date_created: time('Created', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		'id:in': text('IDs', '', { name: 'ids', like: '3,4' }),
		date_modified: time('Modified', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		name: text('Name', '', { like: 'Contract 2026' }),
		'name:like': text('Name Contains', '', { name: 'nameContains', like: 'Contract' }),
	},
	required: { name: text('Name', 'Unique in the store', { like: 'Contract 2026' }) },
	further: {
		active: flag('Active', 'Whether its prices count for those that it is assigned to'),
	},
	onlyNew: {},
} satisfies StoreRecord;
