import {
	entriesOf,
	hasNext,
	isEnvelope,
	rowsOf,
	saysEmpty,
	totalOf,
} from '../../../../../nodes/OpenTextWorkflow/transport/envelope';

const SELF = { self: { href: 'https://gateway.example.com/workflow/v1/process-instances' } };

describe('the envelope of a list of Workflow Service', () => {
	it.each([
		['the first array under _embedded', { _embedded: { 'process-instances': [{ id: 1 }] } }],
		['content, as the specification prints it', { content: [{ id: 1 }], links: {} }],
		['a bare array', [{ id: 1 }]],
	])('gives the rows of a list from %s (reference 3.2)', (_name, body) => {
		expect(rowsOf(body)).toEqual([{ id: 1 }]);
	});

	it.each([[{ page: { totalElements: 0 } }], [{ _embedded: {} }], ['<html>'], [undefined]])(
		'has no rows when nothing is embedded: %j (reference 7.4.6)',
		(body) => {
			expect(rowsOf(body)).toEqual([]);
		},
	);

	it('counts a row that is null, but does not give it out', () => {
		const body = { _embedded: { rows: [null, { id: 1 }] } };
		expect([entriesOf(body).length, rowsOf(body).length]).toEqual([2, 1]);
	});

	it.each([
		[{ page: { totalElements: 7 } }, 7],
		[{ page: { totalElements: '7' } }, 7],
		[{ totalElements: 7 }, 7],
		[{ totalElements: '7', page: {} }, 7],
		[{ totalElements: 5, page: { totalElements: 0 } }, 5],
		[{ page: { totalElements: null } }, undefined],
		[{ page: { totalElements: 'many' } }, undefined],
		[{ page: { totalElements: -1 } }, undefined],
		[{ page: { totalElements: 1.5 } }, undefined],
		[{ page: 7 }, undefined],
		[{}, undefined],
		['7', undefined],
	])('tells how many there are, as a number or as its text, wherever it says so: %j', (body, total) => {
		expect(totalOf(body)).toBe(total);
	});

	it.each([
		[{ _links: { next: { href: 'x' } } }, true],
		[{ _links: { next: 'x' } }, true],
		[{ _links: { next: [{ href: 'x' }] } }, true],
		[{ links: { next: { href: 'x' } } }, true],
		[{ links: [{ rel: 'self' }, { rel: 'next', href: 'x' }] }, true],
		[{ _links: SELF }, false],
		[{ _links: { next: null } }, false],
		[{ links: [{ rel: 'self' }] }, false],
		[{}, false],
		[[], false],
	])('tells whether there is a next page: %j', (body, expected) => {
		expect(hasNext(body)).toBe(expected);
	});

	it.each([
		{ _embedded: { rows: [{ id: 1 }] }, message: 'only a part' },
		{ page: { totalElements: 0 }, exception: 'boom' },
		{ page: { totalElements: 0 }, fault: { faultstring: 'spike arrest' } },
		{ content: [], error: 'x' },
		{ content: [], errors: [{ code: 1 }] },
		{ _links: SELF, details: 'x' },
		{ _embedded: { errors: [], 'process-instances': [{ id: 1 }] } },
		{ _embedded: { rows: [] }, content: [{ id: 1 }] },
		{ _embedded: 'x' },
		{ _embedded: [] },
		{ content: {} },
	])('is none beside a trouble, or with more than one list: %j', (body) => {
		expect(isEnvelope(body)).toBe(false);
	});

	it.each([
		{ _embedded: { rows: [{ id: 1 }] }, message: null },
		{ content: [], errors: [], error: false },
		{ page: { totalElements: 0 } },
	])('is one when nothing is told of a trouble: %j', (body) => {
		expect(isEnvelope(body)).toBe(true);
	});

	it.each([
		{ page: { totalElements: 0 } },
		{ page: { totalElements: '0' }, _links: {} },
		{ page: { size: 10, totalElements: 0, totalPages: 0, number: 0 }, _links: { ...SELF, first: SELF.self } },
		{ _links: SELF },
		{ _links: { first: SELF.self }, _embedded: {} },
		{ content: [] },
		{ content: [], links: {}, totalElements: 0, totalPages: 0 },
		{ _embedded: { 'process-instances': [] }, page: { totalElements: 0 } },
		{ _embedded: { 'process-instances': [] }, _links: SELF },
	])('is empty when it says so: %j', (body) => {
		expect(saysEmpty(body, 0)).toBe(true);
	});

	it.each([
		{},
		{ _links: {} },
		{ page: {} },
		{ page: 'x' },
		{ page: { totalElements: null } },
		{ page: { totalElements: '' } },
		{ page: { totalElements: 'none' } },
		{ page: { totalElements: -1 } },
		{ page: { totalElements: '1' } },
		{ page: { totalElements: 0 }, totalElements: 3 },
		{ page: { totalElements: 0, totalPages: 1 } },
		{ page: { totalPages: 1, number: 0 } },
		{ page: { totalPages: 0 } },
		{ page: { totalElements: 0 }, _links: { next: { href: 'x' } } },
		{ content: [], totalElements: 5, page: {} },
		{ content: [], totalPages: '2' },
		{ content: [], page: {} },
		{ content: [], links: [{ rel: 'next', href: 'x' }] },
		{ _embedded: { 'process-instances': [] }, _links: { next: { href: 'x' } } },
		{ _links: { ...SELF, 'process-instances': { href: 'x' } } },
		{ _links: SELF, status: 'UP' },
	])('is not empty only because it shows nothing: %j', (body) => {
		expect(saysEmpty(body, 0)).toBe(false);
	});

	it('may end behind its last row', () => {
		expect(saysEmpty({ page: { totalElements: 100, totalPages: 1 } }, 100)).toBe(true);
		expect(saysEmpty({ page: { totalElements: 150, totalPages: 2 } }, 100)).toBe(false);
	});
});
