import { ids, seconds, text, whole } from '../../../shared/record/field';
import { WHOLE_ID } from '../../../shared/record/locator';
import * as is from '../../../shared/shape';
import type { WritableRecord } from './b2bRecord';
import { extraFields, extraFieldsShape } from './extraFields';

const money = is.either(is.text, is.amount);

/** Fields of old, which nobody can write any more (reference 13.5). */
const legacy = Object.fromEntries(
	['1', '2', '3', '4', '5']
		.flatMap((nth): Array<[string, is.Shape]> => [
			[`extraInt${nth}`, is.orNull(is.whole)],
			[`extraStr${nth}`, is.orNull(is.text)],
		])
		.concat([['extraText', is.orNull(is.text)]]),
);

/** BigCommerce reference 13.5: what B2B Edition adds to an order of the store, which is picked by its number there. */
export const order = {
	one: 'order',
	words: 'orders',
	path: '/orders',
	idField: 'bcOrderId',
	hidesExtraFields: true,
	extraFieldsBy: { showExtra: true },
	properties: {
		...legacy,
		id: is.whole,
		bcOrderId: is.whole,
		companyId: is.orNull(is.whole),
		poNumber: is.text,
		status: is.text,
		statusCode: is.whole,
		customStatus: is.text,
		totalIncTax: money,
		usdIncTax: money,
		currencyCode: is.text,
		items: is.whole,
		cartId: is.either(is.text, is.whole),
		channelId: is.whole,
		channelName: is.text,
		isArchived: is.flag,
		money: is.either(is.text, is.list()),
		extraFields: extraFieldsShape,
		extraInfo: is.list(is.object({ billingAddressId: is.whole, shippingAddressId: is.whole })),
		isInvoiceOrder: is.whole,
		invoiceId: is.orNull(is.whole),
		invoiceNumber: is.orNull(is.either(is.whole, is.text)),
		invoiceStatus: is.orNull(is.whole),
		createdAt: is.text,
		updatedAt: is.text,
	},
	simple: [
		'bcOrderId',
		'companyId',
		'poNumber',
		'status',
		'customStatus',
		'totalIncTax',
		'currencyCode',
		'items',
		'createdAt',
		'updatedAt',
	],
	locator: {
		name: 'bcOrderId',
		label: 'Order',
		description: 'The order to work on, by its number in the store',
		search: 'searchOrders',
		called: 'BigCommerce Order ID',
		like: '4711',
		format: WHOLE_ID,
		asked: (typed) => ({ bcOrderId: typed }),
		named: ({ bcOrderId, status, poNumber }) =>
			[bcOrderId, status, poNumber].filter((each) => each !== undefined && each !== '').join(', '),
	},
	filters: {
		bcOrderId: whole('BigCommerce Order ID', '', { name: 'bcOrderId' }),
		'channelIds[]': ids('Channel IDs', 'With commas between', { name: 'channelIds', like: '1,2' }),
		companyId: whole('Company ID', ''),
		minCreated: seconds('Created After', ''),
		maxCreated: seconds('Created Before', ''),
		minModified: seconds('Modified After', ''),
		maxModified: seconds('Modified Before', ''),
	},
	sort: ['createdAt', 'updatedAt'],
	required: {},
	further: {
		extraFields,
		poNumber: text('Purchase Order Number', 'What the company calls its order', {
			name: 'poNumber',
			like: '04152025-0002',
		}),
	},
	onlyNew: {},
} satisfies WritableRecord;
