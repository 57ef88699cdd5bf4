import { nodeOf, type Template } from '../support/templateFiles';
import { FAULTS, add, connect, set, insertIf } from './faults';
import {
	allOf,
	base,
	contains,
	equals,
	goodTemplate,
	isAbove,
	isFilled,
	node,
	ours,
	reaches,
	switching,
} from './goodTemplate';
import { graphFindings, RULES, type RuleName } from './index';

describe('the rules about the canvas', () => {
	it('are silent on a template that keeps them', () => {
		expect(graphFindings(goodTemplate())).toEqual([]);
	});

	it.each(FAULTS)('find %s (%s)', (_fault, rule, spoil, named) => {
		const template = goodTemplate();
		// the schedule's own case: what is pinned at it says nothing
		if (named === 'Order Placed') template.pinData = { 'Review Decided': [{ json: {} }] };
		spoil(template);
		const found = graphFindings(template).filter((finding) => finding.rule === rule);
		expect(found.map(({ node: name }) => name)).toContain(named);
	});

	it('are each shown to find something', () => {
		expect([...new Set(FAULTS.map(([, rule]) => rule))].sort()).toEqual(Object.keys(RULES).sort());
	});

	const silent: Array<[string, RuleName, (template: Template) => void]> = [
		[
			'a choice between two texts, and text round a field',
			'expressions',
			(template) =>
				set(template, 'Ask the Reviewers', {
					name: "=To {{ $json.outcome === 'storeCredit' ? 'storeCredit' : 'original' }} of {{ $json.signers[0].email }}",
				}),
		],
		[
			'a text that contains a setting which is not empty',
			'emptiedSettings',
			(template) =>
				set(
					template,
					'Why Review It?',
					switching(allOf(isFilled('settings.word'), contains('order.name', 'word'))),
				),
		],
		[
			'a number that reaches a setting which is above 0',
			'emptiedSettings',
			(template) =>
				set(
					template,
					'Why Review It?',
					switching(allOf(isAbove('settings.limit', 0), reaches('order.total', 'limit'))),
				),
		],
		[
			'a change that begins with what was decided earlier',
			'askedFirst',
			(template) => {
				add(
					template,
					node('Every Night', base('scheduleTrigger'), [0, 900]),
					node('Find Them', ours('openTextDecision'), [220, 900], { operation: 'getAll' }),
				);
				connect(template, 'Every Night', ['Find Them']);
				connect(template, 'Find Them', ['Give the Money Back']);
			},
		],
		[
			'a Switch right behind the start whose note says what it drops',
			'switchElse',
			(template) => {
				connect(template, 'Why Review It?', ['Ask the Reviewers']);
				set(template, 'Note: Ask', { content: '### Ask\n**Why Review It?** drops the others' });
			},
		],
		[
			'a side of an IF that ends where the note says so',
			'ends',
			(template) => {
				insertIf(template, allOf(equals('clear', true)), ['What Was Decided?'], []);
				set(template, 'Note: Decide', { content: '### Decide\nIs It Well? No: it ends.' });
			},
		],
		[
			'a value of a node that every path passes before',
			'references',
			(template) =>
				set(template, 'Ask the Reviewers', { name: "={{ $('Settings').item.json.settings.limit }}" }),
		],
		[
			'an IF on clear before the Switch',
			'carriedOutSafely',
			(template) => {
				insertIf(template, allOf(equals('clear', true)), ['What Was Decided?'], ['Keep It on Hold']);
				set(template, 'What Was Decided?', {
					rules: { values: [{ conditions: allOf(equals('outcome', 'rejected')) }] },
				});
				connect(template, 'What Was Decided?', ['Give the Money Back'], ['Keep It on Hold']);
			},
		],
		[
			'a schedule whose next node is pinned',
			'pinned',
			(template) => {
				nodeOf(template, 'Order Placed').type = base('scheduleTrigger');
				template.pinData = { Settings: [{ json: {} }], 'Review Decided': [{ json: {} }] };
			},
		],
	];

	it.each(silent)('let stand: %s (%s)', (_what, rule, change) => {
		const template = goodTemplate();
		change(template);
		expect(graphFindings(template).filter((finding) => finding.rule === rule)).toEqual([]);
	});
});
