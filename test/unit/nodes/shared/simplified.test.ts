import { simplified } from '../../../../nodes/shared/simplified';

describe('the short form of a record', () => {
	it('keeps the named fields in their order, and invents none', () => {
		expect(Object.entries(simplified({ b: 2, c: null, a: 1 }, ['a', 'c', 'd']))).toEqual([
			['a', 1],
			['c', null],
		]);
	});
});
