import fc from 'fast-check';
import { fillDocument, safeText } from '../../../../../../nodes/OpenTextDecision/ways/signature/fillDocument';
import { readHtml } from '../../../../../sandbox/signature/pdf/html';

const OWNERS = new Map([
	['buyer', { index: 1 }],
	['approver', { index: 2 }],
	['guarantor', {}],
]);

const fill = (text: string, ...scope: Array<Record<string, unknown>>) =>
	fillDocument(text, scope, OWNERS).html;

/** What people read of a page, as a service reads it that makes a PDF of it. */
const read = (html: string): string =>
	readHtml(html)
		.map((block) => {
			if ('text' in block) return block.text;
			return 'rows' in block ? block.rows.flatMap(({ cells }) => cells).join(' ') : '';
		})
		.join('\n');

/** Texts in which what could become markup, a value or a tag is more likely than by chance. */
const wicked = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'[',
				']',
				'[[',
				']]',
				'|',
				's|1|r:1',
				'{{',
				'}}',
				'name',
				'#',
				'/',
				'<',
				'>',
				'"',
				"'",
				'&',
			),
			fc.constantFrom(
				'<b>',
				'</p>',
				'<script>',
				'&#91;',
				'&lsqb;',
				'\u200b',
				'\u00ad',
				'\u2060',
				'\u0000',
				'\n',
				' ',
			),
			fc.string({ unit: 'binary', maxLength: 4 }),
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.join(''));

describe('a value in a document', () => {
	it('never becomes markup: the page has the elements of its text, and line breaks', () => {
		fc.assert(
			fc.property(wicked, wicked, (one, other) => {
				const html = fill('<p title="{{ a }}">{{ a }}{{ b }}</p>', { a: one, b: other });
				expect(html.replaceAll('<br>', '').match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
				expect(html.replaceAll('<br>', '').match(/"/g)).toHaveLength(2);
			}),
		);
	});

	it('never becomes a tag, neither in the page nor in what a reader makes of it, whatever stands beside it', () => {
		const places = fc.constantFrom(
			'{{ a }}{{ b }}',
			'[{{ a }}',
			'{{ a }}[',
			'{{#rows}}{{ . }}{{/rows}}',
			'{{ a }}<i></i>{{ b }}',
		);
		fc.assert(
			fc.property(places, wicked, wicked, (text, one, other) => {
				const html = fill(text, { a: one, b: other, rows: [one, other, one] });
				const seen = read(html).replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
				expect(html).not.toContain('[[');
				expect(seen).not.toContain('[[');
			}),
		);
	});

	it('is never filled itself', () => {
		expect(fill('{{ a }}', { a: '{{ b }}', b: 'secret' })).toBe('{{ b }}');
	});

	it('stays readable: every letter of it is there', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z0-9 .,;:()€ßüñ-]{0,40}$/), (text) => {
				expect(safeText(text)).toBe(text);
			}),
		);
	});
});

describe('the text of a document', () => {
	it('repeats a section for each row, in which the row comes first and the rest stays known', () => {
		const text = '{{#lines}}{{ quantity }} × {{ name }} for {{ buyer }}; {{/lines}}';
		const lines = [
			{ quantity: 2, name: 'Lamp' },
			{ quantity: 1, name: 'Desk' },
		];
		expect(fill(text, { lines, name: 'x', buyer: 'Ann' })).toBe('2 × Lamp for Ann; 1 × Desk for Ann; ');
	});

	it('shows a section around one value only where there is one', () => {
		const text = '{{#note}}Note: {{ note }}{{/note}}';
		expect(fill(text, { note: 'Gift' })).toBe('Note: Gift');
		for (const scope of [{}, { note: '' }, { note: null }, { note: false }])
			expect(fill(text, scope)).toBe('');
	});

	it('looks into an object by its path, and takes the nearest of two values', () => {
		expect(fill('{{ billing_address.city }}', { billing_address: { city: 'Lyon' } })).toBe('Lyon');
		expect(fill('{{ total }}', { total: 1 }, { total: 2 })).toBe('1');
	});

	it('numbers the tags of roles, keeps what stands in them, and drops those of nobody', () => {
		const { html, signing } = fillDocument('[[s|buyer|r:1    ]][[d|approver]][[s|guarantor]]', [{}], OWNERS);
		expect(html).toBe('[[s|1|r:1    ]][[d|2]]');
		expect([...signing]).toEqual(['buyer']);
	});

	it('does not count a place to sign that is not shown', () => {
		const { signing } = fillDocument('{{#lines}}[[s|buyer]]{{/lines}}', [{ lines: [] }], OWNERS);
		expect([...signing]).toEqual([]);
	});

	it.each([
		['{{ colour }}', 'has {{ colour }}, which has no value'],
		['{{ lines }}', 'has {{ lines }}, which is more than one value'],
		['{{ $json.total }}', 'has {{ $json.total }}, which names no value'],
		['{{#lines}}', 'has {{#lines}}, which is not closed'],
		['{{/lines}}', 'has {{/lines}} where no such section is open'],
		['{{#lines}}{{/other}}', 'has {{/other}} where no such section is open'],
		['{{ total', 'has "{{ total", which does not end'],
		['[[s|buyer', 'has "[[s|buyer", which does not end'],
		['[[x|buyer]]', 'has the tag [[x|buyer]], which is none'],
		['[[s|{{ total }}]]', 'has "[[s|{{ total }}]]", which does not end'],
		['[[s|seller]]', 'has a tag for "seller", but no signer has this role: buyer, approver, guarantor'],
	])('is refused with %s', (text, why) => {
		expect(() => fill(text, { lines: [], total: 1 })).toThrow(why);
	});
});
