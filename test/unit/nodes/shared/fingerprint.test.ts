import fc from 'fast-check';
import { fingerprint } from '../../../../nodes/shared/fingerprint';

const reversed = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, entry]) => [key, reversed(entry)]),
	);
};

describe('fingerprints', () => {
	it('are the same for the same value, whatever the order of its keys', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => expect(fingerprint(reversed(value))).toBe(fingerprint(value))),
		);
	});

	it('differ for values that differ', () => {
		const values = [1, '1', null, [], {}, [1, 2], [2, 1], { a: 1 }, { a: '1' }, { a: { b: 1 } }, { b: 1 }];
		expect(new Set(values.map(fingerprint)).size).toBe(values.length);
	});

	it('are 64 hexadecimal characters, also for nothing', () => {
		expect(fingerprint(undefined)).toMatch(/^[0-9a-f]{64}$/);
		expect(fingerprint({ a: 1 })).toMatch(/^[0-9a-f]{64}$/);
	});
});
