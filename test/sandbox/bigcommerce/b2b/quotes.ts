import type { FastifyInstance } from 'fastify';
import omit from 'lodash/omit';
import pick from 'lodash/pick';
import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import { flag, integer, list, number, readOnly, shape, text } from '../collection/field';
import type { Test } from '../collection/operators';
import type { StoredRecord, Surroundings, Values } from '../collection/record';
import type { Change } from '../collection/table';
import { ApiError } from '../errors';
import { bodyOf, idOf, queryOf } from '../request';
import type { ReadSwitches, Switches } from '../switches';
import { said } from './envelope';
import { quoteCarts, uuidOf } from './quoteCarts';
import { b2bOrders, OWN } from './orders';
import { pdfAddress } from './pdfs';
import { createdSeconds, defineB2bTable, fitting, having, OPEN_TIME_FILTERS, updatedSeconds } from './table';
import { extraField } from './users';

const parts = (initial: Values = {}) => shape(z.record(z.unknown()), initial);

/** BigCommerce reference 12.5. */
function events({ kind, record, before }: Change) {
	const data = { quote_id: record.id, quote_uuid: String(record.id) };
	const isOther = before !== undefined && before.values.status !== record.values.status;
	return [{ scope: `quote/${kind}`, data }, ...(isOther ? [{ scope: 'quote/statusUpdated', data }] : [])];
}

const companyOf = ({ values }: StoredRecord, around: Surroundings): string =>
	String(around.records('companies').find(({ id }) => id === values.companyId)?.values.companyName ?? '');

const numberOf = ({ id }: StoredRecord): string => `QN${String(id).padStart(6, '0')}`;

const expiry = ({ values }: StoredRecord): number => Math.floor(Date.parse(String(values.expiredAt)) / 1000);

const expires =
	(fits: (at: number, bound: number) => boolean) =>
	(wanted: string): Test =>
	(record) =>
		fits(expiry(record), Number(wanted));

const includes = (whole: unknown, part: string) => String(whole).toLowerCase().includes(part.toLowerCase());

/** What only the list shows (reference 13.6). */
const OF_THE_LIST = ['company', 'salesRep', 'updatedAt'];
const OF_A_ROW = [
	...OF_THE_LIST,
	...['quoteId', 'quoteNumber', 'status', 'bcOrderId', 'orderId', 'channelName', 'createdAt', 'expiredAt'],
	...['createdBy', 'subtotal', 'channelId', 'quoteTitle', 'referenceNumber', 'currency', 'extraFields'],
];

/** Seen by the buyer at once: the API makes no drafts (reference 13.6). */
const IN_PROCESS = 2;

const empty = (initial: unknown) => readOnly('other', { initial });

const DOLLARS = {
	token: '$',
	location: 'left',
	currencyCode: 'USD',
	decimalToken: '.',
	decimalPlaces: 2,
	thousandsToken: ',',
};

const answered = ({ id }: StoredRecord) => ({
	quoteId: id,
	quoteUrl: `https://store.example.com/quote/${id}`,
});

/** BigCommerce reference 13.6. */
export const quotes = defineB2bTable({
	name: 'quotes',
	idName: 'quoteId',
	version: 'b2b',
	path: '/rfq',
	scope: 'b2b_edition',
	isSaid: true,
	fields: {
		quoteNumber: readOnly('text', { read: numberOf }),
		status: readOnly('number', { initial: IN_PROCESS }),
		bcOrderId: readOnly('text'),
		orderId: readOnly('text'),
		company: readOnly('text', { read: companyOf }),
		companyInfo: readOnly('other', {
			read: (record, around) => ({
				companyId: Number(record.values.companyId),
				companyName: companyOf(record, around),
			}),
		}),
		salesRep: readOnly('text', { read: ({ values }) => values.userEmail }),
		salesRepInfo: readOnly('other', {
			read: ({ values }) => ({ salesRepName: '', salesRepEmail: values.userEmail || 'owner@example.com' }),
		}),
		channelName: readOnly('text', { initial: 'Default Storefront' }),
		createdBy: readOnly('text', { read: ({ values }) => values.userEmail }),
		createdAt: createdSeconds(),
		updatedAt: updatedSeconds(),
		expiredAt: {
			...text({ required: true, read: expiry }),
			form: z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/, 'must be MM/DD/YYYY'),
		},
		subtotal: number({ required: true }),
		discount: number({ required: true }),
		grandTotal: number({ required: true }),
		totalAmount: number({ required: true, write: 'create' }),
		channelId: integer({ initial: 1 }),
		quoteTitle: text(),
		referenceNumber: text(),
		currency: parts(DOLLARS),
		extraFields: list(extraField),
		notes: text(),
		legalTerms: text(),
		message: text({ hidden: true }),
		userEmail: { ...text({ hidden: true }), form: z.string().email() },
		companyId: integer({ write: 'create', hidden: true }),
		displayDiscount: flag(),
		allowCheckout: flag({ initial: true }),
		productList: list(z.record(z.unknown()), { required: true }),
		shippingAddress: parts(),
		contactInfo: parts(),
		discountType: readOnly('number'),
		discountValue: empty(null),
		shippingTotal: readOnly('number'),
		taxTotal: readOnly('number'),
		quoteLogo: readOnly('text'),
		shippingMethod: empty({}),
		billingAddress: empty({}),
		storeInfo: empty({}),
		storefrontAttachFiles: empty([]),
		backendAttachFiles: empty([]),
		trackingHistory: empty([]),
		extraFieldsInfo: empty([]),
		recipients: empty([]),
	},
	filters: {
		...OPEN_TIME_FILTERS,
		minExpired: expires((at, bound) => at >= bound),
		maxExpired: expires((at, bound) => at <= bound),
		q: (wanted, around) => (record) =>
			[record.values.quoteTitle, companyOf(record, around), numberOf(record)].some((part) =>
				includes(part, wanted),
			),
		quoteNumber: (wanted) => (record) => includes(numberOf(record), wanted),
		company: (wanted, around) => (record) => includes(companyOf(record, around), wanted),
		salesRep: having('userEmail'),
		createdBy: having('userEmail'),
		quoteTitle: having('quoteTitle'),
		status: fitting(
			'status',
			/^[0234567]$/,
			(wanted) =>
				({ values }) =>
					String(values.status) === wanted,
		),
		'channelIds[]': fitting(
			'channelIds',
			/^\d+(,\d+)*$/,
			(wanted) =>
				({ values }) =>
					wanted.split(',').includes(String(values.channelId)),
		),
	},
	sort: { by: ['updatedAt', 'company', 'status', 'salesRep', 'createdAt', 'expiredAt'], style: 'direction' },
	paging: 'none',
	calls: { list: true, create: 'one', update: ['one'], remove: { one: 404 } },
	made: answered,
	changed: answered,
	listed: (shown) => pick(shown, OF_A_ROW),
	events,
});

/** In these a quote can be bought (reference 13.6). */
const OPEN = new Set([0, 2, 3]);

const order = z.object({ orderId: z.string().regex(/^\d+$/, 'Invalid BigCommerce order') }).strict();

const DATE = /^\d{2}\/\d{2}\/\d{4}$/;

/** The day on which a quote was made, as its date is asked for. */
function dayOf({ createdAt }: StoredRecord): string {
	const [year, month, day] = new Date(createdAt).toISOString().slice(0, 10).split('-');
	return `${month}/${day}/${year}`;
}

/** @throws ApiError 422 */
function checkDate(record: StoredRecord, date: string, { b2bQuoteDate }: Readonly<Switches>): void {
	if (b2bQuoteDate === 'none') return;
	if (!DATE.test(date)) throw new ApiError(422, 'The date is required.');
	if (b2bQuoteDate === 'created' && date !== dayOf(record)) throw new ApiError(404, 'Quote does not exist');
}

/** The store's number of the order that a quote is told. @throws ApiError 422 */
function storeIdOf(book: CollectionBook, given: string, { b2bQuoteOrderedBy }: Readonly<Switches>): string {
	if (b2bQuoteOrderedBy === 'storeId') return given;
	const order = book.records(b2bOrders.name).find(({ id }) => OWN + id === Number(given));
	if (order === undefined) throw new ApiError(422, 'Invalid B2B order');
	return String(order.id);
}

/** What can be done with a quote beside writing its fields. */
export function registerQuotes(
	app: FastifyInstance,
	book: CollectionBook,
	shown: (record: StoredRecord) => Values,
	switches: ReadSwitches,
): void {
	const open = (id: number): StoredRecord => {
		const record = book.get(quotes, id);
		if (OPEN.has(Number(record.values.status))) return record;
		throw new ApiError(422, 'Quote can not be ordered');
	};
	app.get('/rfq/:id', async (request) => {
		const record = book.get(quotes, idOf(request, 'id'));
		checkDate(record, queryOf(request).date ?? '', switches());
		return { code: 200, data: omit(shown(record), 'quoteId', OF_THE_LIST), meta: { message: 'SUCCESS' } };
	});
	app.post('/rfq/:id/checkout', async (request) => {
		const { id } = open(idOf(request, 'id'));
		const [cart] = book.createOne(quoteCarts, {}, id);
		const cartId = uuidOf(cart);
		const url = `https://store.example.com/cart.php?id=${cartId}`;
		return said({ checkoutUrl: `${url}&action=loadInCheckout`, cartId, cartUrl: `${url}&action=load` });
	});
	app.post('/rfq/:id/ordered', async (request) => {
		const record = open(idOf(request, 'id'));
		const { orderId } = bodyOf(order, request.body);
		book.set(quotes, record, { status: 4, bcOrderId: storeIdOf(book, orderId, switches()) });
		return said({});
	});
	app.post('/rfq/:id/pdf-export', async (request) => {
		const { id } = book.get(quotes, idOf(request, 'id'));
		return said({ url: pdfAddress(request, `quotes/${id}`) });
	});
}
