import type { RecordedExchange } from './exchange';

const HEADERS = { Accept: 'application/json', 'X-Auth-Token': '[redacted]' };

type Sample = Partial<RecordedExchange> & { method: string; url: string };

/** A recorded exchange that fits the descriptions, for tests that break one thing in it. */
export function exchangeOf({
	requestHeaders,
	requestBody,
	status = 200,
	responseBody,
	...rest
}: Sample): RecordedExchange {
	return {
		requestHeaders: requestHeaders ?? {
			...HEADERS,
			...(requestBody !== undefined && { 'Content-Type': 'application/json' }),
		},
		requestBody,
		status,
		responseHeaders: responseBody === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' },
		responseBody,
		...rest,
	};
}

const V2 = '/stores/sandbox1/v2';
const V3 = '/stores/sandbox1/v3';

export const metafield = {
	permission_set: 'write',
	namespace: 'opentext_link',
	key: 'risk-review:1',
	value: '{"version":1}',
};

const storedMetafield = {
	...metafield,
	id: 7,
	description: '',
	resource_type: 'order',
	resource_id: 100,
	date_created: '2026-10-20T09:15:00+00:00',
	date_modified: '2026-10-20T09:15:00+00:00',
	owner_client_id: 'sandbox-client-id',
};

export const hook = {
	scope: 'store/order/*',
	destination: 'https://example.com/hook',
	is_active: true,
	headers: {},
};

/** One good exchange per kind of call that the package makes. */
export const samples = {
	getOrders: exchangeOf({
		method: 'GET',
		url: `${V2}/orders?page=1&limit=250&status_id=11&sort=date_modified%3Adesc&min_date_modified=Tue%2C%2020%20Oct%202026%2009%3A15%3A00%20%2B0000`,
		responseBody: [{ id: 100, status_id: 11, total_inc_tax: '118.8000', credit_card_type: null }],
	}),
	noOrders: exchangeOf({ method: 'GET', url: `${V2}/orders?email=nobody%40example.com`, status: 204 }),
	updateOrder: exchangeOf({
		method: 'PUT',
		url: `${V2}/orders/100`,
		requestBody: { status_id: 12, staff_notes: 'held for review', discount_amount: 1.5 },
		responseBody: { id: 100, status_id: 12 },
	}),
	createMetafield: exchangeOf({
		method: 'POST',
		url: `${V3}/orders/100/metafields`,
		requestBody: metafield,
		responseBody: { data: storedMetafield, meta: {} },
	}),
	duplicateMetafield: exchangeOf({
		method: 'POST',
		url: `${V3}/orders/100/metafields`,
		requestBody: metafield,
		status: 409,
		responseBody: { status: 409, title: 'Conflict', type: 'https://example.com/errors', errors: {} },
	}),
	getMetafields: exchangeOf({
		method: 'GET',
		url: `${V3}/orders/100/metafields?namespace=opentext_link&key:in=a,b&limit=250`,
		responseBody: { data: [storedMetafield], meta: {} },
	}),
	createHook: exchangeOf({
		method: 'POST',
		url: `${V3}/hooks`,
		requestBody: hook,
		responseBody: { data: { ...hook, id: 1, store_hash: 'sandbox1' }, meta: {} },
	}),
};
