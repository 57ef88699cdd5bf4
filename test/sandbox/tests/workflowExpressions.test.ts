import { resolveTemplate } from '../../sandbox/workflow/engine/expressions';

const VALUES: Record<string, unknown> = {
	decision: 'approved',
	total: 120.5,
	order: { properties: { total: 1500, tags: ['new'] }, id: '7' },
	none: null,
	list: [],
	upper: (text: unknown) => String(text).toUpperCase(),
};

const scope = {
	read: (name: string) => {
		if (!Object.hasOwn(VALUES, name)) throw new ReferenceError(name);
		return VALUES[name];
	},
};

describe('expressions of process models', () => {
	it.each([
		['${decision == "approved"}', true],
		["${decision eq 'rejected'}", false],
		['${total > 100 && total <= 120.5}', true],
		['${order.properties.total >= 2000 || not (decision == "x")}', true],
		['${order["properties"].tags[0]}', 'new'],
		['${order.id == 7}', true],
		['${none == null}', true],
		['${empty list and empty none}', true],
		['${total > 100 ? "high" : "low"}', 'high'],
		['${1 + 2 * 3 - -1}', 8],
		['${upper("a}b")}', 'A}B'],
		['Order ${order.id}: ${total}', 'Order 7: 120.5'],
		['PT24H', 'PT24H'],
	])('%s is %p', (text, value) => {
		expect(resolveTemplate(text, scope)).toEqual(value);
	});

	it('does not look at the right side of a decided condition', () => {
		expect(resolveTemplate('${decision == "approved" || missing}', scope)).toBe(true);
	});

	it.each(['${missing}', '${order.missing}', '${none.member}', '${order.constructor}', '${a ==}', '${1 2}'])(
		'%s is an error and never a value',
		(text) => {
			expect(() => resolveTemplate(text, scope)).toThrow();
		},
	);
});
