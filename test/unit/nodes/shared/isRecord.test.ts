import { isRecord } from '../../../../nodes/shared/isRecord';

describe('a value from outside', () => {
	it.each([{}, { a: 1 }, Object.create(null)])('is a record: %p', (value) => {
		expect(isRecord(value)).toBe(true);
	});

	it.each([null, undefined, [], [{}], 'text', 0, true, () => ({})])('is none: %p', (value) => {
		expect(isRecord(value)).toBe(false);
	});
});
