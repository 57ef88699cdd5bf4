import type { IDataObject } from 'n8n-workflow';
import { BOUNDS } from '../bounds';
import type { NodeUnderTest } from '../engine/engine';
import {
	CUSTOMERS_PATH,
	LIST_PATH,
	ORDERS,
	PAGE_SIZE,
	PRICES_PATH,
	PRODUCTS_PATH,
	RACES,
	type RaceName,
} from './plan';

const ours = (parameters: NodeUnderTest['parameters'], items?: IDataObject[]): NodeUnderTest => ({
	type: 'n8n-nodes-bigcommerce-opentext.bigCommerce',
	typeVersion: 1,
	credential: 'bigCommerceApi',
	parameters,
	items,
});

const theirs = (parameters: NodeUnderTest['parameters'], items?: IDataObject[]): NodeUnderTest => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	credential: 'httpHeaderAuth',
	parameters: { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth', ...parameters },
	items,
});

const listed = ours({
	resource: 'order',
	operation: 'getAll',
	returnAll: true,
	simplify: false,
	filters: {},
	options: {},
});

/**
 * n8n's HTTP Request node at its best: it is told the number of pages, since when it looks for the end itself, it asks for one page more and
 * makes an item of the empty answer, the 10,001st. The response format is left to it, which is quicker than stating JSON.
 */
const listedByRequest = (storeUrl: string) => pagedByRequest(storeUrl, ORDERS);

const pagedByRequest = (storeUrl: string, count: number) =>
	theirs({
		method: 'GET',
		url: `${storeUrl}${LIST_PATH}`,
		sendQuery: true,
		queryParameters: { parameters: [{ name: 'limit', value: String(PAGE_SIZE) }] },
		options: {
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: { parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }] },
					paginationCompleteWhen: 'responseIsEmpty',
					limitPagesFetched: true,
					maxRequests: count / PAGE_SIZE,
					requestInterval: 0,
				},
			},
		},
	});

const numbered = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ number: index + 1 }));

const ORDER_ITEMS = numbered(RACES.singles.expected);

const single = ours(
	{
		resource: 'order',
		operation: 'get',
		orderId: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
		simplify: false,
		include: [],
	},
	ORDER_ITEMS,
);

/**
 * HTTP Request sends what comes in all at once, a thousand requests at a time, which no store's quota lets through (BigCommerce reference 2.7). So it gets five at a time, as
 * n8n's own Loop Over Items node gives them.
 */
const singleByRequest = (storeUrl: string) => ({
	...theirs({ method: 'GET', url: `=${storeUrl}${LIST_PATH}/{{ $json.number }}`, options: {} }, ORDER_ITEMS),
	inLoopsOf: BOUNDS.races.singles.most.atOnce,
});

const CUSTOMER_ITEMS = numbered(RACES.updates.expected);

const updated = ours(
	{
		resource: 'customer',
		operation: 'update',
		customerId: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
		updateFields: { notes: '={{ "held " + $json.number }}' },
	},
	CUSTOMER_ITEMS,
);

/** One call for each customer: that is what it can do without a loop of the user's own. */
const updatedByRequest = (storeUrl: string) =>
	theirs(
		{
			method: 'PUT',
			url: `${storeUrl}${CUSTOMERS_PATH}`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ [{ id: $json.number, notes: "held " + $json.number }] }}',
			options: {},
		},
		CUSTOMER_ITEMS,
	);

const NUMBERED = { __rl: true, mode: 'id', value: '={{ $json.number }}' };

const PRICE_ITEMS = numbered(RACES.prices.expected);

const priced = ours(
	{
		...{ resource: 'priceListRecord', operation: 'upsert', currency: 'USD' },
		priceListId: { __rl: true, mode: 'id', value: '3' },
		variantId: NUMBERED,
		newValues: { price: '={{ $json.number }}' },
	},
	PRICE_ITEMS,
);

const PRODUCT_ITEMS = numbered(RACES.products.expected);

const productsUpdated = ours(
	{
		...{ resource: 'product', operation: 'update', productId: NUMBERED },
		fields: { mappingMode: 'defineBelow', value: { price: '={{ $json.number }}' } },
	},
	PRODUCT_ITEMS,
);

/** One call for each item. @param path of one, with n8n's expression in it */
const priceByRequest = (path: string, items: IDataObject[]) => (storeUrl: string) =>
	theirs(
		{
			method: 'PUT',
			url: `=${storeUrl}${path}`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ { price: $json.number } }}',
			options: {},
		},
		items,
	);

export const DETAILED = RACES.details.expected;

const detailed = ours({
	...{ resource: 'order', operation: 'getAll', returnAll: false, limit: DETAILED },
	simplify: false,
	filters: {},
	options: { include: ['consignments', 'consignments.line_items'] },
});

const fewByRequest = (storeUrl: string) => pagedByRequest(storeUrl, DETAILED);

/** A part of each order by a call of its own, five at a time as above. */
export const partByRequest = (storeUrl: string, part: string) => ({
	...theirs(
		{ method: 'GET', url: `=${storeUrl}${LIST_PATH}/{{ $json.number }}/${part}`, options: {} },
		numbered(DETAILED),
	),
	inLoopsOf: BOUNDS.races.singles.most.atOnce,
});

/** Who does what, by race. */
export const NODES: Readonly<Record<RaceName, [NodeUnderTest, (storeUrl: string) => NodeUnderTest]>> = {
	list: [listed, listedByRequest],
	distant: [listed, listedByRequest],
	singles: [single, singleByRequest],
	updates: [updated, updatedByRequest],
	prices: [priced, priceByRequest(`${PRICES_PATH}/{{ $json.number }}/USD`, PRICE_ITEMS)],
	products: [productsUpdated, priceByRequest(`${PRODUCTS_PATH}/{{ $json.number }}`, PRODUCT_ITEMS)],
	details: [detailed, fewByRequest],
};
