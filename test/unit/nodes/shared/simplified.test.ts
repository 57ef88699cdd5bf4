import type { IDataObject } from 'n8n-workflow';
import { simplified } from '../../../../nodes/shared/simplified';

describe('the short form of a record', () => {
	it('keeps the named fields in their order, and invents none', () => {
		const record: IDataObject = { b: 2, c: null, a: 1 };
		expect(Object.entries(simplified(record, ['a', 'c', 'd']))).toEqual([
			['a', 1],
			['c', null],
		]);
	});
});
