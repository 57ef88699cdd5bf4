import { list, readOnly, text } from '../collection/field';
import type { Values } from '../collection/record';
import { by, createdSeconds, defineB2bTable, fitting, OPEN_TIME_FILTERS, updatedSeconds } from './table';
import { extraField } from './users';

const none = readOnly('other', { initial: null });

const LEGACY = [1, 2, 3, 4, 5].flatMap((number) => [`extraInt${number}`, `extraStr${number}`]);

/** B2B Edition counts orders by itself, beside the number that the store gave (BigCommerce reference 13.1: two id families). */
export const OWN = 60_000;

const numbered = (shown: Values): Values => ({ id: OWN + Number(shown.bcOrderId), ...shown });

/** What B2B Edition adds to orders; they come from the store, so nothing here makes one (BigCommerce reference 13.5). */
export const b2bOrders = defineB2bTable({
	name: 'b2bOrders',
	idName: 'bcOrderId',
	version: 'b2b',
	path: '/orders',
	scope: 'b2b_edition',
	extra: 'extraFields',
	extraAsked: ['showExtra', 'true'],
	fields: {
		companyId: readOnly('number'),
		poNumber: text(),
		status: readOnly('text', { initial: 'Awaiting Fulfillment' }),
		statusCode: readOnly('number', { initial: 11 }),
		customStatus: readOnly('text'),
		totalIncTax: readOnly('number'),
		usdIncTax: readOnly('number'),
		currencyCode: readOnly('text', { initial: 'USD' }),
		items: readOnly('number', { initial: 1 }),
		cartId: readOnly('number'),
		money: readOnly('other', { initial: [] }),
		channelId: readOnly('number', { initial: 1 }),
		channelName: readOnly('text', { initial: 'Default Storefront' }),
		isArchived: readOnly('flag', { initial: false }),
		...Object.fromEntries([...LEGACY, 'extraText'].map((name) => [name, none])),
		extraInfo: readOnly('other', { initial: [] }),
		extraFields: list(extraField),
		createdAt: createdSeconds(),
		updatedAt: updatedSeconds(),
	},
	filters: {
		...OPEN_TIME_FILTERS,
		bcOrderId: by(({ id }) => id),
		companyId: by(({ values }) => values.companyId),
		'channelIds[]': fitting(
			'channelIds',
			/^\d+(,\d+)*$/,
			(wanted) =>
				({ values }) =>
					wanted.split(',').includes(String(values.channelId)),
		),
	},
	sort: { by: ['createdAt', 'updatedAt'], style: 'direction' },
	paging: 'none',
	calls: { list: true, get: true, update: ['one'] },
	made: () => ({}),
	isBare: true,
	listed: numbered,
	alone: (shown) => [
		{ ...numbered(shown), isInvoiceOrder: 0, invoiceId: null, invoiceNumber: null, invoiceStatus: null },
	],
});
