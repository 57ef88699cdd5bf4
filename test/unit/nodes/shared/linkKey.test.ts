import fc from 'fast-check';
import {
	formatLinkKey,
	linkKeyFault,
	metafieldKey,
	parseLinkKey,
	partOf,
	PURPOSE_LENGTH,
} from '../../../../nodes/shared/linkKey';

const ORDER = { objectType: 'order', objectId: '7' };

const purposes = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,56}$/);
const rounds = fc.integer({ min: 1, max: 999_999 });
const keys = fc.record(
	{
		storeHash: fc.stringMatching(/^[a-z0-9]{3,12}$/),
		objectType: fc.constantFrom('order', 'customer', 'cart', 'product'),
		objectId: fc.oneof(fc.nat().map(String), fc.uuid()),
		part: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,22}[a-z0-9]$/),
		purpose: purposes,
		round: rounds,
	},
	{ requiredKeys: ['storeHash', 'objectType', 'objectId', 'purpose', 'round'] },
);

describe('link keys', () => {
	it('join store, type, id, purpose and round by colons', () => {
		expect(
			formatLinkKey({
				storeHash: 'abc',
				objectType: 'order',
				objectId: '7',
				purpose: 'risk-review',
				round: 2,
			}),
		).toBe('abc:order:7:risk-review:2');
	});

	it('are read back as they were written', () => {
		fc.assert(fc.property(keys, (key) => expect(parseLinkKey(formatLinkKey(key))).toEqual(key)));
	});

	it('name different links differently', () => {
		fc.assert(
			fc.property(keys, keys, (a, b) => {
				expect(formatLinkKey(a) === formatLinkKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
			}),
		);
	});

	it.each([
		['LAMP-RED', 'lamp-red'],
		['Arrived damaged!', 'arrived-damaged'],
		['Größe ÄÖ', 'gro-e-ao'],
		['7001', '7001'],
		['...', undefined],
		['', undefined],
	])('make of "%s" the part %s', (text, part) => {
		expect(partOf(text, ORDER)).toBe(part);
	});

	it('have parts that stand in a key and are read back', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const part = partOf(text, ORDER);
				if (part === undefined) return;
				expect(part.length).toBeLessThanOrEqual(24);
				const key = {
					storeHash: 'abc',
					objectType: 'order',
					objectId: '7',
					part,
					purpose: 'return',
					round: 1,
				};
				expect(parseLinkKey(formatLinkKey(key))).toEqual(key);
				expect(partOf(part, ORDER)).toBe(part);
			}),
		);
	});

	it('have parts that tell long texts apart which begin alike: two questions that share a key would share an answer', () => {
		const cart = { objectType: 'cart', objectId: '7e48f7ef-2e88-4817-aea4-b0ed01490114' };
		const long = 'delivered without its power supply, ';
		for (const object of [ORDER, cart]) {
			expect(partOf(`${long}north`, object)).not.toBe(partOf(`${long}norway`, object));
			expect(partOf(`${long}north`, object)).toBe(partOf(`${long}North!`, object));
		}
		const coupon = { objectType: 'coupon', objectId: 'C'.repeat(46) };
		expect(partOf('no', coupon)).toBe('no');
		expect(partOf('north', coupon)).toBeUndefined();
	});

	it.each([
		['a cart', 'cart', '7e48f7ef-2e88-4817-aea4-b0ed01490114', 15],
		['a short coupon', 'coupon', 'WELCOME', 24],
		['a coupon of 40 characters', 'coupon', 'C'.repeat(40), 9],
		['a coupon of 50 characters', 'coupon', 'C'.repeat(50), 0],
	])('leave a part of %s as much room as a carrier has for its key', (_name, objectType, objectId, room) => {
		const part = partOf('x'.repeat(30), { objectType, objectId });
		expect(part ?? '').toHaveLength(room);
		const rest = part === undefined ? objectId : `${objectId}.${part}`;
		expect(`${objectType}:${rest}:999999`.length).toBeLessThanOrEqual(64);
	});

	it('leave a metafield key of 64 characters at most', () => {
		fc.assert(
			fc.property(purposes, rounds, (purpose, round) => {
				expect(linkKeyFault(purpose, round)).toBeUndefined();
				expect(metafieldKey({ purpose, round }).length).toBeLessThanOrEqual(64);
			}),
		);
	});

	it.each([
		'',
		'abc:order:7:risk-review',
		'abc:order:7:risk-review:1:2',
		'abc::7:risk-review:1',
		'abc:order:7:risk review:1',
		'abc:order:7:risk-review:0',
		'abc:order:7:risk-review:1.5',
		'abc:order:7:risk-review:one',
		'not a key',
	])('are not read from "%s"', (text) => {
		expect(parseLinkKey(text)).toBeUndefined();
	});

	it.each(['', '-x', 'a:b', 'a b', 'ä', 'x'.repeat(PURPOSE_LENGTH + 1)])(
		'refuse the purpose "%s"',
		(purpose) => {
			expect(linkKeyFault(purpose, 1)).toContain(`it is "${purpose}"`);
		},
	);

	it.each([0, -1, 1.5, 1_000_000, NaN])('refuse the round %d', (round) => {
		expect(linkKeyFault('risk-review', round)).toBe(
			`Round must be a whole number from 1 to 999999, but it is ${round}`,
		);
	});
});
