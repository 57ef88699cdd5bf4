import type { IDataObject } from 'n8n-workflow';
import { ids, text, whole } from '../../shared/record/field';
import { fieldsIn, type Given } from '../../shared/record/given';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { channel } from './channel';
import { inTwoParameters, type StoreList } from './storeList';
import type { StoreRecord } from './storeRecord';

const CHANNELS = { channels: is.list(is.whole) };

/** BigCommerce reference 7.4: one call makes and changes them; a new one belongs to one channel, and stays with it (OpenAPI description of the call). */
export const categoryTree = {
	one: 'category tree',
	words: 'category trees',
	path: '/v3/catalog/trees',
	scope: 'Products',
	removedAtOnce: INFERRED.removedAtOnce,
	inArrays: true,
	isUnpaged: true,
	isMadeByPut: true,
	most: 50,
	of: { record: channel, field: 'channel_id' },
	same: { fields: ['channel_id', 'name'], filter: 'channel_id:in' },
	sorted: inTwoParameters,
	properties: { id: is.whole, name: is.text, ...CHANNELS, channel_id: is.whole },
	/** With its only channel. */
	told(row: Given): IDataObject {
		const [only] = fieldsIn(CHANNELS, row).channels ?? [];
		return { ...row, ...(only !== undefined && { channel_id: only }) };
	},
	sent: ({ channel_id: only, ...values }) => ({ ...values, channels: [only] }),
	locator: {
		name: 'categoryTreeId',
		label: 'Category Tree',
		description: 'The category tree to work on',
		search: 'searchCategoryTrees',
		like: '1',
		format: WHOLE_ID,
		named: ({ name }) => String(name),
	},
	filters: {
		'channel_id:in': ids('Channel IDs', 'Separated by commas', { name: 'channelIds', like: '1,2' }),
		'id:in': ids('IDs', 'Separated by commas', { name: 'ids', like: '1,2' }),
	},
	required: { name: text('Name', 'How staff calls it', { like: 'Trade', most: 255 }) },
	further: {},
	onlyNew: {},
} satisfies StoreRecord;

/** What stands in a tree, each with what is below it; the store takes one such call at a time (reference 7.4). */
export const treeCategories = {
	words: 'categories',
	path: '/v3/catalog/trees/{id}/categories',
	scope: 'Products',
	below: categoryTree,
	isUnpaged: true,
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		parent_id: is.whole,
		depth: is.whole,
		path: is.list(is.whole),
		name: is.text,
		is_visible: is.flag,
		url: is.text,
		children: is.list(is.object()),
	},
	filters: { depth: whole('Depth', 'How many levels', { least: 1 }) },
} satisfies StoreList & Pick<StoreRecord, 'below'>;
