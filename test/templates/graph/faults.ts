import type { INode } from 'n8n-workflow';
import { nodeOf, type Template } from '../support/templateFiles';
import {
	allOf,
	anyOf,
	base,
	contains,
	equals,
	isAbove,
	isFilled,
	lines,
	node,
	reaches,
	switching,
} from './goodTemplate';
import type { RuleName } from './index';

/** A fault, the rule that must find it, what makes it in a good template, and the node that must be named. */
type Fault = [fault: string, rule: RuleName, spoil: (template: Template) => void, named: string];

export const add = (template: Template, ...nodes: INode[]) => template.nodes.push(...nodes);

const remove = (template: Template, name: string) =>
	(template.nodes = template.nodes.filter((other) => other.name !== name));

export const connect = (template: Template, name: string, ...outputs: string[][]) =>
	(template.connections[name] = lines(...outputs));

export const set = (template: Template, name: string, parameters: INode['parameters']) =>
	Object.assign(nodeOf(template, name).parameters, parameters);

const rename = (template: Template, name: string, to: string) =>
	Object.assign(
		template,
		JSON.parse(JSON.stringify(template).replaceAll(JSON.stringify(name), JSON.stringify(to))),
	);

/** An IF between the trigger of decisions and its Switch. */
export const insertIf = (template: Template, conditions: INode['parameters'], ...outputs: string[][]) => {
	add(template, node('Is It Well?', base('if'), [220, 400], { conditions }));
	connect(template, 'Review Decided', ['Is It Well?'], ['Note It on the Order'], ['Settings']);
	connect(template, 'Is It Well?', ...outputs);
};

const FORM = node('Asked by Hand', base('formTrigger'), [220, -200]);

/** What may be wrong in a template, by what is spoiled in a good one. */
export const FAULTS: Fault[] = [
	[
		'17 working nodes',
		'size',
		(template) => {
			const more = Array.from({ length: 5 }, (_, index) =>
				node(`Step ${index}`, base('noOp'), [1100 + 200 * index, 400]),
			);
			add(template, ...more);
		},
		'A Small Review',
	],
	[
		'13 working nodes in a template that is promised to have 12',
		'size',
		(template) => {
			template.name = 'Order Sign-Off';
			add(template, node('Step', base('noOp'), [1100, 400]));
		},
		'Order Sign-Off',
	],
	[
		'a Code node',
		'noCode',
		(template) => (nodeOf(template, 'Give the Money Back').type = base('code')),
		'Give the Money Back',
	],
	[
		'six settings',
		'settings',
		(template) => {
			const names = ['limit', 'li', 'lim', 'limi', 'i', 'm'];
			set(template, 'Settings', { assignments: { assignments: names.map((name) => ({ name })) } });
		},
		'Settings',
	],
	[
		'a setting that the first note does not list',
		'settings',
		(template) => set(template, 'Settings', { assignments: { assignments: [{ name: 'settings.who' }] } }),
		'Settings',
	],
	[
		'settings that drop what came in',
		'settings',
		(template) => set(template, 'Settings', { includeOtherFields: false }),
		'Settings',
	],
	[
		'settings behind a Switch',
		'settings',
		(template) => {
			connect(template, 'Order Placed', ['Why Review It?']);
			connect(template, 'Why Review It?', ['Settings'], ['Withdraw the Question']);
			connect(template, 'Settings', ['Ask the Reviewers']);
		},
		'Settings',
	],
	[
		'a text that contains a setting, which may be empty',
		'emptiedSettings',
		(template) => set(template, 'Why Review It?', switching(allOf(contains('order.name', 'word')))),
		'Why Review It?',
	],
	[
		'a text that contains a setting, or another condition holds',
		'emptiedSettings',
		(template) =>
			set(
				template,
				'Why Review It?',
				switching(anyOf(isFilled('settings.word'), contains('order.name', 'word'))),
			),
		'Why Review It?',
	],
	[
		'a text that contains a setting, where another setting is not empty',
		'emptiedSettings',
		(template) =>
			set(
				template,
				'Why Review It?',
				switching(allOf(isFilled('settings.words'), contains('order.name', 'word'))),
			),
		'Why Review It?',
	],
	[
		'a number that reaches a setting, which is 0 when it is empty',
		'emptiedSettings',
		(template) => set(template, 'Why Review It?', switching(allOf(reaches('order.total', 'limit')))),
		'Why Review It?',
	],
	[
		'a number that reaches a setting, where the setting is above something else',
		'emptiedSettings',
		(template) =>
			set(
				template,
				'Why Review It?',
				switching(allOf(isAbove('settings.limit', -1), reaches('order.total', 'limit'))),
			),
		'Why Review It?',
	],
	[
		'an IF that asks the same',
		'emptiedSettings',
		(template) => insertIf(template, allOf(contains('details.name', 'word')), ['What Was Decided?'], []),
		'Is It Well?',
	],
	[
		'a function call',
		'expressions',
		(template) => set(template, 'Ask the Reviewers', { name: '={{ $json.name.toUpperCase() }}' }),
		'Ask the Reviewers',
	],
	[
		'a sum',
		'expressions',
		(template) => set(template, 'Ask the Reviewers', { name: '={{ $json.total + 1 }}' }),
		'Ask the Reviewers',
	],
	[
		'a regular expression',
		'expressions',
		(template) => set(template, 'Ask the Reviewers', { name: '={{ /a/.test($json.name) }}' }),
		'Ask the Reviewers',
	],
	[
		'JSON',
		'expressions',
		(template) => set(template, 'Ask the Reviewers', { name: '={{ JSON.stringify($json) }}' }),
		'Ask the Reviewers',
	],
	[
		'two choices',
		'expressions',
		(template) =>
			set(template, 'Ask the Reviewers', { name: "={{ $json.a ? 'x' : 'y' }} {{ $json.b ? 'x' : 'y' }}" }),
		'Ask the Reviewers',
	],
	[
		'a choice in a choice',
		'expressions',
		(template) => set(template, 'Ask the Reviewers', { name: "={{ $json.a ? 'x' : $json.b ? 'y' : 'z' }}" }),
		'Ask the Reviewers',
	],
	[
		'a long expression',
		'expressions',
		(template) => set(template, 'Ask the Reviewers', { name: `=${'x'.repeat(100)}{{ $json.order.number }}` }),
		'Ask the Reviewers',
	],
	[
		'a change right behind the start',
		'askedFirst',
		(template) => connect(template, 'Why Review It?', ['Ask the Reviewers'], ['Give the Money Back']),
		'Give the Money Back',
	],
	[
		'a change where nothing was asked',
		'askedFirst',
		(template) => connect(template, 'Ask the Reviewers', [], ['Give the Money Back']),
		'Give the Money Back',
	],
	[
		'a change on mere progress',
		'askedFirst',
		(template) => connect(template, 'Note It on the Order', ['Give the Money Back']),
		'Give the Money Back',
	],
	[
		'a call of another service that changes something, right behind the start',
		'askedFirst',
		(template) => {
			add(template, node('Call It', base('httpRequest'), [880, -200], { method: 'POST' }));
			connect(template, 'Withdraw the Question', ['Call It']);
		},
		'Call It',
	],
	[
		'an effect behind which nothing is finished',
		'finished',
		(template) => connect(template, 'Give the Money Back'),
		'Give the Money Back',
	],
	[
		'a side of an IF that ends before Finish',
		'finished',
		(template) => insertIf(template, allOf(equals('clear', true)), ['What Was Decided?'], []),
		'Is It Well?',
	],
	[
		'an effect without a condition',
		'carriedOutSafely',
		(template) =>
			set(template, 'What Was Decided?', {
				rules: {
					values: [
						{ conditions: allOf(equals('outcome', 'approved')) },
						{ conditions: allOf(equals('outcome', 'rejected')) },
					],
				},
			}),
		'Give the Money Back',
	],
	[
		'an effect with a condition that need not hold',
		'carriedOutSafely',
		(template) =>
			set(template, 'What Was Decided?', {
				rules: {
					values: [
						{ conditions: allOf(equals('outcome', 'approved')) },
						{ conditions: anyOf(equals('outcome', 'rejected'), equals('unchanged', true)) },
					],
				},
			}),
		'Give the Money Back',
	],
	[
		'an effect where it is not unchanged',
		'carriedOutSafely',
		(template) =>
			set(template, 'What Was Decided?', {
				rules: {
					values: [
						{ conditions: allOf(equals('outcome', 'approved')) },
						{ conditions: allOf(equals('unchanged', false)) },
					],
				},
			}),
		'Give the Money Back',
	],
	[
		'an effect under Else',
		'carriedOutSafely',
		(template) =>
			connect(
				template,
				'What Was Decided?',
				['Release the Order'],
				['Keep It on Hold'],
				['Give the Money Back'],
			),
		'Give the Money Back',
	],
	[
		'an effect that does not run For Decision',
		'carriedOutSafely',
		(template) => set(template, 'Give the Money Back', { forDecision: '' }),
		'Give the Money Back',
	],
	[
		'a Switch without Else',
		'switchElse',
		(template) => set(template, 'What Was Decided?', { options: {} }),
		'What Was Decided?',
	],
	[
		'an Else that leads nowhere',
		'switchElse',
		(template) => connect(template, 'What Was Decided?', ['Release the Order'], ['Give the Money Back']),
		'What Was Decided?',
	],
	[
		'a rule of a Switch that leads nowhere',
		'switchElse',
		(template) => connect(template, 'What Was Decided?', ['Release the Order'], [], ['Keep It on Hold']),
		'What Was Decided?',
	],
	[
		'a Switch right behind the start that drops something and does not say so',
		'switchElse',
		(template) => connect(template, 'Why Review It?', ['Ask the Reviewers']),
		'Why Review It?',
	],
	[
		'a trigger with an output that leads nowhere',
		'triggerOutputs',
		(template) => connect(template, 'Review Decided', ['What Was Decided?'], ['Note It on the Order']),
		'Review Decided',
	],
	[
		'a node that nothing leads to',
		'triggerOutputs',
		(template) => connect(template, 'Review Decided', ['What Was Decided?'], [], ['Settings']),
		'Note It on the Order',
	],
	[
		'a question without a deadline',
		'deadlines',
		(template) => set(template, 'Ask the Reviewers', { answerWantedWithin: 0 }),
		'Ask the Reviewers',
	],
	[
		'a side of an IF that ends without a word',
		'ends',
		(template) => insertIf(template, allOf(equals('clear', true)), [], ['What Was Decided?']),
		'Is It Well?',
	],
	[
		'a form whose question may come to nothing',
		'ends',
		(template) => {
			add(template, FORM);
			connect(template, FORM.name, ['Ask the Reviewers']);
		},
		'Ask the Reviewers',
	],
	[
		'a value of a node that some paths go round',
		'references',
		(template) => set(template, 'Ask the Reviewers', { name: "={{ $('Order Placed').item.json.order.id }}" }),
		'Ask the Reviewers',
	],
	[
		'a value of a node that comes later',
		'references',
		(template) => set(template, 'Settings', { name: "={{ $('Why Review It?').item.json.order.id }}" }),
		'Settings',
	],
	[
		'a page that an event can lead to',
		'pages',
		(template) => {
			add(template, node('Say It Is Done', base('form'), [880, -100]));
			connect(template, 'Ask the Reviewers', ['Say It Is Done']);
		},
		'Say It Is Done',
	],
	[
		'a line that goes backward',
		'layout',
		(template) => (nodeOf(template, 'Settings').position = [500, 0]),
		'Settings',
	],
	['two groups', 'groups', (template) => remove(template, 'Note: Decide'), 'A Small Review'],
	['a start without sample data', 'pinned', (template) => (template.pinData = {}), 'Order Placed'],
	[
		'a schedule with nothing pinned behind it',
		'pinned',
		(template) => (nodeOf(template, 'Order Placed').type = base('scheduleTrigger')),
		'Order Placed',
	],
	[
		'a name that n8n gave',
		'names',
		(template) => rename(template, 'What Was Decided?', 'Switch1'),
		'Switch1',
	],
];
