import { RETRY_RULES, vendorMessage } from '../../../../../nodes/BigCommerce/transport/storeReplies';
import { redact } from '../../../../../nodes/shared/errorText';

const MANUAL = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

const reply = (body: unknown, headers: Record<string, string> = {}) => ({ status: 422, headers, body });

/** Every error body of BigCommerce reference 2.6, with what a user should read of it. */
const BODIES: Array<[string, unknown, string | undefined]> = [
	[
		'V2: an array, also of one',
		[{ status: 404, message: 'The requested resource was not found.' }],
		'The requested resource was not found.',
	],
	[
		'V2: several messages',
		[
			{ status: 400, message: "The field 'x' is not supported." },
			{ status: 400, message: 'Second.' },
		],
		"The field 'x' is not supported.; Second.",
	],
	[
		'V2: a conflict with details',
		[{ status: 409, message: 'In conflict.', details: { conflict_reason: 'Shipped' } }],
		'In conflict.',
	],
	['an array of texts', ['Not allowed.'], 'Not allowed.'],
	[
		'V3: an object with a map of fields',
		{
			status: 422,
			title: 'JSON data is missing or invalid',
			type: MANUAL,
			errors: { name: 'name must be present', type: 'type must be known' },
		},
		'JSON data is missing or invalid; name must be present; type must be known',
	],
	['V3: without errors', { status: 403, title: 'Forbidden', type: MANUAL }, 'Forbidden'],
	['V3: with no errors in a map', { status: 409, title: 'Conflict', type: MANUAL, errors: {} }, 'Conflict'],
	['V3: with no errors in an array', { status: 409, title: 'Conflict', errors: [] }, 'Conflict'],
	[
		'order metafield: with a detail',
		{ status: 400, title: 'Input is invalid', type: MANUAL, detail: 'Syntax.' },
		'Input is invalid; Syntax.',
	],
	[
		'V3: an error that says the same twice',
		{ status: 409, title: 'Duplicate', errors: { key: 'Duplicate' } },
		'Duplicate',
	],
	[
		'refund create, 422: errors under data',
		{ data: [{ status: 422, title: 'Not paid', type: MANUAL, errors: { amount: 'too much' } }] },
		'Not paid; too much',
	],
	[
		'refund create, 503: an error under data',
		{ data: [{ order_id: 7, status: 503, error: 'Another refund runs' }], meta: {} },
		'Another refund runs',
	],
	[
		'metafield batch, 422: partial success, without what succeeded',
		{
			data: [{ id: 1, namespace: 'n', key: 'k', value: 'a value of somebody' }],
			errors: [{ status: 422, title: 'Key is taken', type: MANUAL, errors: { key: 'duplicate' } }],
			meta: { total: 2, success: 1, failed: 1 },
		},
		'Key is taken; duplicate',
	],
	[
		'variants batch, 422: batch_errors beside V3 fields',
		{
			status: 422,
			title: 'Bad request',
			batch_errors: [{ status: 422, title: 'SKU is taken', type: MANUAL, errors: {} }],
		},
		'Bad request; SKU is taken',
	],
	[
		'price records batch, 422: field errors, without the record that was sent',
		{ batch_errors: [{ data: { sku: 'SECRET-1' }, field_errors: { price: 'must be positive' } }] },
		'must be positive',
	],
	[
		'price-list assignments, 422: with saved records',
		{
			status: 422,
			title: 'Some failed',
			errors: { '0.price_list_id': 'unknown' },
			meta: { saved_records: 3 },
		},
		'Some failed; unknown',
	],
	[
		'price list, 503: an error object',
		{ error: { message: 'Busy', details: {}, retry_after_seconds: 5 } },
		'Busy',
	],
	[
		'products, 207: errors beside data',
		{ data: { id: 1, name: 'Lamp' }, errors: { images: 'too large' }, meta: {} },
		'too large',
	],
	[
		'array too long, 413',
		{ status: 413, title: 'The request payload is too large. The maximum items allowed in the array is 10.' },
		'The request payload is too large. The maximum items allowed in the array is 10.',
	],
	[
		'a gateway: HTML',
		'<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>Bad Gateway</h1></body></html>',
		'502 Bad Gateway Bad Gateway',
	],
	['a gateway: plain text', 'upstream connect error', 'upstream connect error'],
	['an object with a message', { message: 'This is the reason' }, 'This is the reason'],
	[
		'an object with a title and a message',
		{ status: 400, title: 'Bad request', message: 'This is the reason' },
		'Bad request; This is the reason',
	],
	[
		'a tag that is cut off in one part, which swallows no other',
		{ title: 'Bad <a href="https://x', errors: { name: 'name must be present' } },
		'Bad; name must be present',
	],
	['an empty body', '', undefined],
	['nothing', undefined, undefined],
	['an empty object', {}, undefined],
	['an empty array', [], undefined],
	['a number', 7, undefined],
];

describe("the words of BigCommerce's refusals (reference 2.6)", () => {
	it.each(BODIES)('%s', (_shape, body, words) => {
		expect(vendorMessage(reply(body))).toBe(words);
	});

	it('are cut to 300 characters when they are shown', () => {
		expect(redact(vendorMessage(reply('x '.repeat(1000))) ?? '').length).toBeLessThanOrEqual(301);
	});
});

describe("BigCommerce's rules for repeating (reference 2.7, 2.8)", () => {
	it.each<[Record<string, string>, number | undefined]>([
		[{ 'x-rate-limit-time-reset-ms': '12000' }, 12_000],
		[{ 'x-rate-limit-time-reset-ms': '12000', 'x-retry-after': '99' }, 12_000],
		[{ 'x-retry-after': '7' }, 7000],
		[{ 'x-rate-limit-time-reset-ms': '0' }, 0],
		[{ 'x-rate-limit-time-reset-ms': '', 'x-retry-after': '2' }, 2000],
		[{ 'x-rate-limit-time-reset-ms': 'soon' }, undefined],
		[{ 'x-rate-limit-time-reset-ms': '-5' }, undefined],
		[{ 'retry-after': '7' }, undefined],
		[{}, undefined],
	])('read the wait of a 429 with headers %j', (headers, wait) => {
		expect(RETRY_RULES.throttleMs(reply('', headers))).toBe(wait);
	});

	it('let pass what passes by itself, and nothing else', () => {
		const passing = [400, 401, 403, 404, 409, 413, 422, 423, 500, 501, 502, 503, 504, 507].filter((status) =>
			RETRY_RULES.passing.has(status),
		);
		expect(passing).toEqual([423, 500, 502, 503, 504]);
	});
});
