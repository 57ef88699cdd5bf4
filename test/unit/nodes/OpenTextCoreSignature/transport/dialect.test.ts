import {
	acted,
	counted,
	documentsKeyed,
	list,
	log,
	record,
	removed,
	sentRequest,
	webhook,
} from '../../../../../nodes/OpenTextCoreSignature/transport/dialect';
import type { Gives } from '../../../../../nodes/shared/answer';
import { uuid } from '../../../support/signature';

const says = (gives: Gives, body: unknown) => gives({ status: body === '' ? 204 : 200, headers: {}, body });

const GOOD: Array<[string, Gives, unknown]> = [
	['a record', record(), { uuid: uuid(1) }],
	['the record that was asked for', record(uuid(1)), { uuid: uuid(1).toUpperCase() }],
	['a list', list, { count: 1, next: null, results: [{ uuid: uuid(1) }] }],
	['a list that adds up', counted(list), { count: '1', next: null, results: [{ uuid: uuid(1) }] }],
	['documents with their keys', documentsKeyed('k'), { results: [{ uuid: uuid(1), external_id: null }] }],
	['an empty list', list, { count: 0, results: [] }],
	['a list with a row that names nothing', list, { results: [{ id: 1 }, { uuid: uuid(1) }] }],
	['a log of rows of any kind', log, { results: [{ id: 1 }, 'a', null] }],
	['a sent request', sentRequest, { document: `https://sign.example.com/api/v1/documents/${uuid(1)}/` }],
	['an action', acted, { detail: 'OK', cancelled: true }],
	['an action that gives the request', acted, { uuid: uuid(1) }],
	['a webhook', webhook('signed'), { uuid: 'w-1', event_type: 'signed' }],
	['a removal', removed, ''],
];

describe('a good answer of Core Signature', () => {
	it.each(GOOD)('is %s', (_what, gives, body) => {
		expect(says(gives, body)).toBeUndefined();
	});

	const SHAPES: Array<[string, unknown]> = [
		['a web page', '<!DOCTYPE html><html>maintenance</html>'],
		['text that cannot be read', '{"count": 1, "results": [{"uu'],
		['data of another shape', { message: 'ok' }],
		['data of another shape', [{ uuid: uuid(1) }]],
		['data of another shape', 7],
	];
	const CALLS = GOOD.map(([what, gives]): [string, Gives] => [what, gives]);

	it.each(CALLS.flatMap(([call, gives]) => SHAPES.map(([kind, body]) => ({ call, gives, kind, body }))))(
		'for $call is not $kind: $body',
		({ gives, kind, body }) => {
			expect(says(gives, body)).toBe(kind);
		},
	);

	it.each(CALLS.filter(([, gives]) => gives !== removed))('for %s is not nothing', (_call, gives) => {
		for (const body of ['', null, undefined]) expect(says(gives, body)).toBe('nothing');
	});

	it.each<[string, Gives, unknown]>([
		['the record of another id', record(uuid(1)), { uuid: uuid(2) }],
		['a record without an id', record(), { name: 'offer' }],
		['a list without rows', list, { count: 3, next: null }],
		['a list of rows that name nothing', list, { results: [{ id: 1 }, {}] }],
		['a list of texts', log, { results: ['a'] }],
		['a list of nothing', log, { results: [null] }],
		['a sent request without a document', sentRequest, { uuid: uuid(1), document: null }],
		['a sent request whose document has no uuid', sentRequest, { document: 'https://sign.example.com/' }],
		['a webhook of another event', webhook('signed'), { uuid: 'w-1', event_type: 'declined' }],
	])('is not %s', (_what, gives, body) => {
		expect(says(gives, body)).toBe('data of another shape');
	});
});

describe('a page of a list keeps what the list says of its length (K3)', () => {
	const page = (size: number, count: unknown, next: string | null = null) => ({
		count,
		next,
		results: Array.from({ length: size }, (_entry, index) => ({ uuid: uuid(index) })),
	});
	const NEXT = 'https://example.com/next';

	it.each<[object, object | undefined, boolean]>([
		[page(0, 0), undefined, true],
		[page(0, undefined), undefined, true],
		[page(0, null), undefined, true],
		[page(3, 3), undefined, true],
		[page(3, '3'), undefined, true],
		[page(3, 2), undefined, true],
		[page(3, 9, NEXT), undefined, true],
		[page(0, 1), undefined, false],
		[page(0, '1'), undefined, false],
		[page(0, 1, NEXT), undefined, false],
		[page(0, 0, NEXT), undefined, false],
		[page(0, undefined, NEXT), undefined, false],
		[page(1, 3), undefined, false],
		[page(99, 100), undefined, false],
		[page(1, 101), { rows: 100, count: 101 }, true],
		[page(1, undefined), { rows: 100, count: 101 }, true],
		[page(0, 100), { rows: 100, count: 101 }, true],
		[page(0, 3), { rows: 100, count: 101 }, false],
		[page(0, undefined), { rows: 100, count: 101 }, false],
		[page(0, 0), { rows: 100, count: 101 }, false],
		[page(0, 101), { rows: 100, count: 101 }, false],
		[page(1, 150), { rows: 100, count: 101 }, false],
		[page(0, undefined), { rows: 100 }, true],
		[page(1, 9), {}, true],
		[page(0, 9), {}, false],
	])('%j after %j: %p', (body, before, expected) => {
		expect(says(counted(list, before), body) === undefined).toBe(expected);
	});
});

describe('documents that are looked through for an external id each tell their own (K4)', () => {
	it.each<[unknown, boolean]>([
		[{ uuid: uuid(1), external_id: 'other' }, true],
		[{ uuid: uuid(1), external_id: null }, true],
		[{ uuid: uuid(1), external_id: 'k', signrequest: null }, true],
		[{ uuid: uuid(1), external_id: 'k', signrequest: { uuid: uuid(2) } }, true],
		[{ uuid: uuid(1) }, false],
		[{ uuid: uuid(1), external_id: 7 }, false],
		[{ uuid: uuid(1), external_id: { a: 1 } }, false],
		[{ uuid: uuid(1), external_id: 'k' }, false],
		[{ uuid: uuid(1), external_id: 'k', signrequest: {} }, false],
		[null, false],
	])('%j: %p', (row, expected) => {
		const body = { count: 2, next: null, results: [{ uuid: uuid(9), external_id: 'x' }, row] };
		expect(says(documentsKeyed('k'), body) === undefined).toBe(expected);
	});
});
