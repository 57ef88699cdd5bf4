import {
	hasId,
	idOf,
	isFinalRefusal,
	isoTime,
	parseTime,
	RETRY_RULES,
	variablesOf,
	vendorMessage,
} from '../../../../../nodes/OpenTextWorkflow/transport/replies';

const reply = (status: number, body: unknown, headers = {}) => ({ status, headers, body });

describe('the answers of Workflow Service', () => {
	it.each([
		'2026-11-22T10:00:00.000+0000',
		'2026-11-22T10:00:00.000Z',
		'2026-11-22T15:30:00.000+05:30',
		'2026-11-22T15:30:00.000+0530',
	])('spell one time in several ways: %s (reference 3.6)', (text) => {
		expect(isoTime(text)).toBe('2026-11-22T10:00:00.000Z');
	});

	it.each([null, undefined, '', 'soon', '0', 0, 7, '2026', {}, [], true, '2026-13-45T99:99:99Z'])(
		'have no time in %j, although JavaScript may read one',
		(value) => {
			expect(isoTime(value)).toBeNull();
			expect(parseTime(value)).toBeNaN();
		},
	);

	it.each([
		['text', 'a1', 'a1'],
		['a number', 7, '7'],
		['nothing', '', undefined],
		['null', null, undefined],
		['an object', {}, undefined],
	])('have an id in %s', (_name, id, expected) => {
		expect(idOf({ id })).toBe(expected);
	});

	it.each([
		['exception before everything', { exception: 'a', details: 'b', message: 'c' }, 'a'],
		['details as text', { details: 'b', message: 'c' }, 'b'],
		['nested details', { details: [{ message: 'b1', details: { message: 'b2' } }], message: 'c' }, 'b1; b2'],
		['message', { message: 'c' }, 'c'],
		['the fault of the gateway', { fault: { faultstring: 'd', detail: { errorcode: 'e' } } }, 'd'],
		['OAuth', { error: 'x', error_description: 'e' }, 'e'],
		['a page of a proxy', '<html><b>Bad Gateway</b></html>', 'Bad Gateway'],
		['nothing', '', undefined],
	])('are read in the order of reference 3.7: %s', (_name, body, words) => {
		expect(vendorMessage({ body })).toBe(words);
	});

	it.each([{}, { id: null }, { id: '' }, { id: {} }, { message: 'boom' }])('have no id in %j', (row) => {
		expect(hasId(row)).toBe(false);
	});

	it('ask to wait in seconds', () => {
		expect(RETRY_RULES.throttleMs(reply(429, '', { 'retry-after': '2' }))).toBe(2000);
		expect(RETRY_RULES.throttleMs(reply(429, ''))).toBeUndefined();
	});

	it('are not asked for again after 500, which may mean a suspended case', () => {
		expect(RETRY_RULES.passing.has(500)).toBe(false);
		expect([502, 503, 504].every((status) => RETRY_RULES.passing.has(status))).toBe(true);
	});

	it('are final when the service itself says why: then nothing was stored (reference 4.2)', () => {
		expect(isFinalRefusal(reply(500, { message: 'Internal server error', exception: 'script failed' }))).toBe(
			true,
		);
		expect(isFinalRefusal(reply(500, '<html>'))).toBe(false);
		expect(isFinalRefusal(reply(503, { exception: 'x' }))).toBe(false);
		expect(isFinalRefusal({ status: 0, code: 'ECONNRESET', neverSent: false })).toBe(false);
	});

	it('hold variables that become one object', () => {
		const variables = [
			{ name: 'orderId', value: 4711, type: 'integer' },
			{ name: 'lines', value: [{ sku: 'a' }], type: 'json' },
		];
		expect(variablesOf({ variables })).toEqual({ orderId: 4711, lines: [{ sku: 'a' }] });
		expect(variablesOf({})).toEqual({});
		expect(variablesOf({ variables: [null, 'x', { value: 1 }, { name: 'a', value: 2 }] })).toEqual({ a: 2 });
	});
});
