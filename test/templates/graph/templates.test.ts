import { readTemplate, templateFiles } from '../support/templateFiles';
import { graphFindings, RULES, type RuleName } from './index';

/** Templates in which the protocol still stands on the canvas, node by node; they are rewritten with the two decision nodes. */
const NODE_BY_NODE: readonly string[] = ['order-sign-off.json'];

/** The rules that these cannot keep, and why. Each still has to find something in each of them, or its line goes. */
const WAITING: Partial<Record<RuleName, string>> = {
	size: 'claim, hold, start, record, read again and compare are nodes of their own',
	settings: 'status ids, lease, purpose, key and store are settings, because several nodes need them',
	expressions: 'facts of the order, and whether others hold it, are worked out in expressions',
	askedFirst: 'a claim and a case of one node each stand where Ask will stand',
	switchElse: 'one Switch sorts what five starts give, and drops what is none of it',
	ends: 'the claim, the hold and the comparison end in IFs of their own',
	groups: 'the notes follow the steps of the protocol',
	pinned: 'four or five starts lead to one node that tells them apart by their fields',
};

const rules = Object.entries(RULES).map(([rule, { name }]) => ({ rule, name }));

describe.each(templateFiles())('the template %s', (file) => {
	const found = graphFindings(readTemplate(file));
	const waiting = new Set(NODE_BY_NODE.includes(file) ? Object.keys(WAITING) : []);
	const findingsOf = (wanted: string) => found.filter(({ rule }) => rule === wanted);

	it.each(rules.filter(({ rule }) => !waiting.has(rule)))('$name', ({ rule }) => {
		expect(findingsOf(rule)).toEqual([]);
	});

	it('breaks every rule that is said to wait for it', () => {
		expect([...waiting].filter((rule) => findingsOf(rule).length === 0)).toEqual([]);
	});
});
