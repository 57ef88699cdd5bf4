import { areRows, bodyKind, givesIf, isNamed, unreadable } from '../../../../nodes/shared/answer';
import { isDoubtful } from '../../../../nodes/shared/send';

const reply = (body: unknown, status = 200) => ({ status, headers: {}, body });

describe('what came instead of a good answer', () => {
	it.each([
		['<!DOCTYPE html><html><body>maintenance</body></html>', 'a web page'],
		['<html>', 'a web page'],
		['  <h1>Back soon</h1>', 'a web page'],
		['[{"id":1},{"id":', 'text that cannot be read'],
		['maintenance', 'text that cannot be read'],
		['', 'nothing'],
		[undefined, 'nothing'],
		[null, 'nothing'],
		[{ status: 'ok' }, 'data of another shape'],
		[[], 'data of another shape'],
		[7, 'data of another shape'],
	])('%j is %s', (body, kind) => {
		expect(bodyKind(body)).toBe(kind);
	});

	it("names no content, which may be anybody's data", () => {
		expect(givesIf(() => false)(reply('ada@example.com'))).toBe('text that cannot be read');
	});

	it('counts as a connection that broke after the request was sent', () => {
		expect(isDoubtful(unreadable('nothing', reply('', 201)))).toBe(true);
	});
});

describe('a list', () => {
	it.each<[unknown]>([[[]], [[{ id: 1 }]], [[{ id: 1 }, null]]])('can be %j', (rows) => {
		expect(areRows(rows)).toBe(true);
	});

	it.each<[unknown]>([['[]'], [{}], [null], [['maintenance']], [[1]], [[[]]], [[null]], [[{ id: 1 }, 'x']]])(
		'cannot be %j',
		(rows) => {
			expect(areRows(rows)).toBe(false);
		},
	);
});

describe('a record', () => {
	it('names itself, by the id that it was asked for', () => {
		expect(isNamed({ id: 7 }, 'id', '7')).toBe(true);
		expect(isNamed({ id: '7' }, 'id', 7)).toBe(true);
		expect(isNamed({ uuid: 'AB' }, 'uuid', 'ab')).toBe(true);
		expect(isNamed({ id: 7 }, 'id')).toBe(true);
	});

	it.each<[unknown]>([
		[{}],
		[{ id: '' }],
		[{ id: null }],
		[{ id: {} }],
		[{ id: 8 }],
		[[{ id: 7 }]],
		['7'],
		[null],
	])('is not %j', (body) => {
		expect(isNamed(body, 'id', 7)).toBe(false);
	});
});
