import fc from 'fast-check';
import { canonical } from '../../../../nodes/shared/canonical';

describe('the canonical text', () => {
	it('of a value that was read from it is the same text', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = canonical(value);
				expect(canonical(JSON.parse(text))).toBe(text);
			}),
		);
	});

	it('has its keys in order and no white space', () => {
		expect(canonical({ b: [1, { d: null, c: 'x y' }], a: true })).toBe(
			'{"a":true,"b":[1,{"c":"x y","d":null}]}',
		);
	});

	it('writes dates as JSON writes them', () => {
		expect(canonical({ at: new Date('2026-11-22T10:00:00Z') })).toBe('{"at":"2026-11-22T10:00:00.000Z"}');
	});

	it('of nothing is empty', () => {
		expect(canonical(undefined)).toBe('');
	});
});
