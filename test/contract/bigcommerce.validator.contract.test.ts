import { hook, metafield, samples } from './samples';
import type { RecordedExchange } from './exchange';
import { describeWithSpecs } from './describeWithSpecs';
import { expectContract, validateRequest, validateResponse } from './index';
import type { Problem } from './index';
import { objectOf } from './spec/json';
import { knownSpecDeviations } from './spec/knownSpecDeviations';

const lines = (problems: Problem[]) => problems.map(({ at, message }) => `${at}: ${message}`);

const without = (record: Record<string, string>, name: string) =>
	Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

describeWithSpecs("the check against BigCommerce's descriptions", (specs) => {
	it.each(Object.entries(samples))('has nothing to say about a good exchange: %s', (_name, exchange) => {
		expectContract([exchange]);
	});

	const badRequests: Array<[string, RecordedExchange, string]> = [
		[
			'an unknown path',
			{ ...samples.getOrders, url: '/stores/sandbox1/v3/orders' },
			'operation: no description has /stores/sandbox1/v3/orders',
		],
		[
			'a method that the path does not offer',
			{ ...samples.noOrders, method: 'POST', url: '/stores/sandbox1/v2/orders/count' },
			'operation: no description offers this method at /stores/sandbox1/v2/orders/count, only GET',
		],
		[
			'a path parameter of the wrong type',
			{ ...samples.updateOrder, url: '/stores/sandbox1/v2/orders/abc' },
			"path order_id: must be integer, got 'abc'",
		],
		[
			'an unknown query parameter',
			{ ...samples.getOrders, url: '/stores/sandbox1/v2/orders?status=11' },
			'query status: the description has no such query parameter',
		],
		[
			'a query parameter of the wrong type',
			{ ...samples.getOrders, url: '/stores/sandbox1/v2/orders?status_id=11,12' },
			"query status_id: must be integer, got '11,12'",
		],
		[
			'a query parameter given twice',
			{ ...samples.getOrders, url: '/stores/sandbox1/v2/orders?status_id=11&status_id=12' },
			'query status_id: given 2 times, but is no list',
		],
		[
			'a value that the parameter does not allow',
			{ ...samples.getOrders, url: '/stores/sandbox1/v2/orders?include=fees,products' },
			`query include: must be one of ["consignments","consignments.line_items","fees"], got 'fees,products'`,
		],
		[
			'a date whose + was not encoded',
			{ ...samples.getOrders, url: '/stores/sandbox1/v2/orders?min_date_modified=2026-10-20T09:15:00+00:00' },
			"query min_date_modified: must be an RFC-2822 or ISO-8601 date, got '2026-10-20T09:15:00 00:00'",
		],
		[
			'a missing token',
			{ ...samples.getOrders, requestHeaders: without(samples.getOrders.requestHeaders, 'X-Auth-Token') },
			'header x-auth-token: is required',
		],
		[
			'a missing Accept',
			{ ...samples.getOrders, requestHeaders: without(samples.getOrders.requestHeaders, 'Accept') },
			'header accept: is required',
		],
		[
			'a body in the wrong form',
			{
				...samples.updateOrder,
				requestHeaders: { ...samples.updateOrder.requestHeaders, 'Content-Type': 'text/plain' },
			},
			'header content-type: must be application/json, got text/plain',
		],
		['a missing body', { ...samples.createMetafield, requestBody: undefined }, 'request body: is required'],
		[
			'a missing field of the body',
			{ ...samples.createMetafield, requestBody: { ...metafield, value: undefined } },
			"request body: must have required property 'value'",
		],
		[
			'a field of the wrong type',
			{ ...samples.updateOrder, requestBody: { status_id: '12' } },
			'request body /status_id: must be integer',
		],
		[
			'a field that the description does not list',
			{ ...samples.createHook, requestBody: { ...hook, events_history_enabled: true } },
			"request body: the description lists no property 'events_history_enabled'",
		],
		[
			'a read-only field',
			{ ...samples.updateOrder, requestBody: { external_id: 'A-1' } },
			'request body /external_id: is read-only (in a request) or write-only (in an answer)',
		],
		[
			'a body where there is none',
			{ ...samples.createMetafield, method: 'GET' },
			'request body: the description has no body here',
		],
	];

	it.each(badRequests)('catches %s', (_what, exchange, expected) => {
		expect(lines(validateRequest(specs(), exchange))).toContain(expected);
	});

	const badAnswers: Array<[string, RecordedExchange, string]> = [
		[
			'an undocumented status',
			{ ...samples.createMetafield, status: 201 },
			'status: 201 is not documented here (200, 400, 409, 422) and not one that any operation may answer',
		],
		[
			'an empty V3 list answered like a V2 one',
			{ ...samples.getMetafields, status: 204, responseBody: undefined },
			'status: 204 is not documented here (200) and not one that any operation may answer',
		],
		[
			'a field of the wrong type',
			{ ...samples.getOrders, responseBody: [{ id: 100, total_inc_tax: 118.8 }] },
			'response body /0/total_inc_tax: must be string',
		],
		[
			'an invented field',
			{ ...samples.getOrders, responseBody: [{ id: 100, risk_score: 3 }] },
			"response body /0: the description lists no property 'risk_score'",
		],
		['a missing envelope', { ...samples.getMetafields, responseBody: [] }, 'response body: must be object'],
		['a missing body', { ...samples.getOrders, responseBody: undefined }, 'response body: is missing'],
		['a body after 204', { ...samples.noOrders, responseBody: [] }, 'response body: must be empty'],
		[
			'a V2 error in the form of V3',
			{ ...samples.updateOrder, status: 400, responseBody: { status: 400, title: 'Bad request' } },
			'response body: must be array',
		],
		[
			'a V3 error in the form of V2',
			{ ...samples.getMetafields, status: 404, responseBody: [{ status: 404, message: 'Not found' }] },
			'response body: must be object',
		],
		[
			'success at a path that does not exist',
			{ ...samples.getOrders, url: '/stores/sandbox1/v3/orders' },
			'status: no description has this operation; 404 or 405 expected',
		],
	];

	it.each(badAnswers)('catches in an answer: %s', (_what, exchange, expected) => {
		expect(lines(validateResponse(specs(), exchange))).toContain(expected);
	});

	it.each(['status', 'html', 'resetBefore', 'resetAfter'])(
		'leaves an answer alone that the fault %s replaced',
		(fault) => {
			const exchange = { ...samples.getOrders, fault, status: 502, responseBody: '<html></html>' };
			expect(validateResponse(specs(), exchange)).toEqual([]);
		},
	);

	it('fails with a readable list, and only for the side that is asked for', () => {
		const exchange = { ...samples.getOrders, url: '/stores/sandbox1/v2/orders?status=11' };
		expect(() => expectContract([exchange, exchange])).toThrow(
			"2 problems with BigCommerce's descriptions:\nGET /stores/sandbox1/v2/orders?status=11 → 200: query status: " +
				'the description has no such query parameter (reference/orders.v2.oas2.yml#/paths/~1orders/get) [2 times]',
		);
		expectContract([exchange], { requests: false });
	});
});

describeWithSpecs('the descriptions', (specs) => {
	it('have the paths that the text scan finds, in every file of the store API', () => {
		const set = specs();
		for (const file of set.files('reference')) {
			const scanned = set.paths().filter((entry) => entry.file === file);
			if (scanned.length === 0) continue;
			const parsed = Object.keys(objectOf(set.document(file).paths));
			expect(scanned.map(({ template }) => template.replace(/^\/stores\/\{store_hash\}\/v\d/, ''))).toEqual(
				parsed,
			);
		}
	});

	it('still have every spot that a known deviation relaxes', () => {
		for (const { file } of knownSpecDeviations) expect(() => specs().document(file)).not.toThrow();
	});
});
