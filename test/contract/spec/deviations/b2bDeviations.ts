import { pointerOf } from '../json';
import { answer, schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const B2B = 'docs/b2b-edition/specs/api-v3';

const COMPANY = schema('companyData_RESPONSE', 'allOf', '1', 'properties');

const FILES = pointerOf(
	...['components', 'responses', 'RESPONSE_200_ATTACHMENT', 'content', 'application/json'],
	...['schema', 'properties', 'data'],
);

const FILE = {
	type: 'object',
	properties: { id: { type: 'string', format: 'uuid' }, attachmentFile: { type: 'string' } },
};

const BULK_BODY = pointerOf(
	...['paths', '/addresses/bulk', 'post', 'requestBody', 'content', 'application/json', 'schema'],
);

const BULK_CHANGE = pointerOf(
	...['paths', '/companies/bulk', 'put', 'requestBody', 'content', 'application/json', 'schema'],
);

const EXTRA_FIELD = {
	type: 'object',
	properties: { fieldName: { type: 'string' }, fieldValue: { type: 'string' } },
};

const BULK_REFUSED = pointerOf('paths', '/addresses/bulk', 'post', 'responses');

const ERR_MSG = 'content/application~1json/schema/properties/data/properties/errMsg';

/** A list of addresses in the envelope of the edition. */
const ADDRESSES = {
	allOf: undefined,
	type: 'object',
	properties: {
		code: { type: 'integer' },
		data: { type: 'array', items: { $ref: '#/components/schemas/addressFields_GET' } },
		meta: { $ref: '#/components/schemas/meta_full' },
	},
};

export const b2bDeviations: SpecDeviation[] = [
	{
		file: `${B2B}/company/company.yaml`,
		pointers: [`${COMPANY}/createdAt`, `${COMPANY}/updatedAt`],
		set: { format: undefined },
		reason: 'the format is that of an hour of a day; text and example say Unix seconds',
		source: '13.1: times are Unix seconds',
	},
	{
		file: `${B2B}/user/user.yaml`,
		pointers: [schema('responseArray', 'properties', 'meta')],
		set: { additionalProperties: true },
		reason: 'the lists add the pagination in another part of the composition',
		source: '13.1: envelope',
	},
	{
		file: `${B2B}/user/user.yaml`,
		pointers: [schema('errMsgPost')],
		set: { oneOf: undefined },
		reason: 'exactly one alternative must fit, but two are any text and two have an e-mail address',
		source: '13.1: errMsg is a text or lists by field',
	},
	{
		file: `${B2B}/quote/quote.yaml`,
		pointers: [schema('responseArrayMeta', 'properties', 'meta')],
		set: { additionalProperties: true },
		reason: 'the list of extra fields adds the pagination in another part of the composition',
		source: '13.1: envelope',
	},
	...[
		['company/company.yaml', '/companies/extra-fields'],
		['invoice-management.yaml', '/invoices/extra-fields'],
		['invoice_management/invoice/invoice.yaml', '/invoices/extra-fields'],
	].map(([file, path]) => ({
		file: `${B2B}/${file}`,
		pointers: ['0', '1'].map((part) => `${answer(path, 'get')}/schema/allOf/${part}/properties/meta`),
		set: { additionalProperties: true },
		reason: 'the parts of the composition list the message and the pagination of one and the same object',
		source: '13.1: envelope',
	})),
	{
		file: `${B2B}/sales_staff/sales_staff.yaml`,
		pointers: [`${answer('/sales-staffs', 'get')}/schema/allOf/0`],
		set: { properties: { code: { type: 'integer' } } },
		reason: 'the list of sales staff adds the pagination in another part of the composition',
		source: '13.1: envelope',
	},
	{
		file: `${B2B}/address/address.yaml`,
		pointers: [`${answer('/addresses', 'get')}/schema`],
		set: ADDRESSES,
		reason: 'shows one address where the text speaks of a list',
		source: '13.1: envelope',
	},
	{
		file: `${B2B}/quote/quote.yaml`,
		pointers: [
			schema('quoteData_GET_ONE', 'allOf', '2', 'properties', 'shippingAddress'),
			schema('quoteData_GET_ONE', 'allOf', '2', 'properties', 'productList', 'items'),
			schema('quoteData_POST', 'allOf', '1', 'properties', 'productList', 'items'),
			schema('productList', 'items'),
			schema('companyAddress'),
		],
		set: { additionalProperties: true },
		reason: 'the parts of a composition each list some properties of one line or address',
		source: '13.6',
	},
	{
		file: `${B2B}/company/company.yaml`,
		pointers: [FILES],
		set: { type: undefined, properties: undefined, anyOf: [FILE, { type: 'array', items: FILE }] },
		reason: 'the list shows one file although a company can have ten',
		source: '13.2: [conflict]',
	},
	...['invoice-management.yaml', 'invoice_management/invoice/invoice.yaml'].map((file) => ({
		file: `${B2B}/${file}`,
		pointers: [`${answer('/invoices', 'get')}/schema/properties/data`],
		set: { minItems: undefined },
		reason: 'a list in which nothing is found would have to hold something',
		source: '13.1: lists count what they found',
	})),
	{
		file: `${B2B}/address/address.yaml`,
		pointers: [BULK_BODY],
		set: {
			type: 'array',
			allOf: undefined,
			required: undefined,
			maxItems: 10,
			items: { $ref: '#/components/schemas/address_REQUEST' },
		},
		reason: 'shows one address where the text and the example have up to ten',
		source: '13.1: bulk endpoints take 10 items',
	},
	{
		file: `${B2B}/company/company.yaml`,
		pointers: [BULK_CHANGE],
		set: {
			type: 'array',
			allOf: undefined,
			maxItems: 10,
			items: {
				required: ['companyId'],
				properties: {
					companyId: { $ref: '#/components/schemas/companyId_string' },
					priceListAssign: { $ref: '#/components/schemas/priceListAssign_REQUEST' },
					extraFields: { type: 'array', minItems: 1, items: EXTRA_FIELD },
				},
				allOf: [{ $ref: '#/components/schemas/companyData_REQUEST' }],
			},
		},
		reason: 'shows one company where the text has an array of up to ten',
		source: '13.1: bulk endpoints take 10 items',
	},
	{
		file: `${B2B}/address/address.yaml`,
		pointers: [`${answer('/addresses/bulk', 'post')}/schema`],
		set: ADDRESSES,
		reason: 'shows one address where the example has a list',
		source: '13.1: envelope',
	},
	{
		file: `${B2B}/address/address.yaml`,
		pointers: ['413', '422'].map((status) => `${BULK_REFUSED}/${status}/${ERR_MSG}`),
		set: { type: undefined },
		reason: 'shows an object where the examples have a text, and a list in the order of the addresses',
		source: '13.1: errMsg is a text or lists by field',
	},
];
