import { text, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const byId = (displayName: string) => whole(displayName, '', { least: 1 });

const byIds = (displayName: string, name: string) => text(displayName, '', { name, like: '1,2' });

/** For whom a price list counts (BigCommerce reference 9.3). */
export const priceListAssignment = {
	one: 'price list assignment',
	words: 'price list assignments',
	path: '/v3/pricelists/assignments',
	scope: 'Products',
	inArrays: true,
	byIds: 'id',
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		price_list_id: is.whole,
		customer_group_id: is.orNull(is.whole),
		channel_id: is.orNull(is.whole),
	},
	locator: {
		name: 'assignmentId',
		label: 'Assignment',
		description: 'The assignment to work on',
		search: 'searchPriceListAssignments',
		like: '1',
		format: WHOLE_ID,
		named: ({ price_list_id: list, customer_group_id: group, channel_id: channel }) =>
			`Price list ${String(list)} – group ${String(group)} – channel ${String(channel)}`,
	},
	filters: {
		channel_id: byId('Channel ID'),
		'channel_id:in': byIds('Any of Channels', 'anyOfChannels'),
		customer_group_id: byId('Customer Group ID'),
		'customer_group_id:in': byIds('Any of Customer Groups', 'anyOfCustomerGroups'),
		id: byId('ID'),
		'id:in': byIds('Any of IDs', 'anyOfIds'),
		price_list_id: byId('Price List ID'),
		'price_list_id:in': byIds('Any of Price Lists', 'anyOfPriceLists'),
	},
	required: {},
	further: {},
	onlyNew: {},
} satisfies StoreRecord;
