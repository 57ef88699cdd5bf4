/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import upperFirst from 'lodash/upperFirst';
import { textOf } from '../../sandbox/workflow/model/elements';
import { STATUSES } from '../../../nodes/OpenTextCoreSignature/transport/statuses';
import { readModel } from '../../sandbox/workflow/model/readModel';
import { PROCESSES, expressionsOf, settingsOf, textsOf, type Template } from './templateFiles';

/** What a template can know of a process model. */
export interface Model {
	file: string;
	/** id of the process */
	key: string;
	/** ids of its user tasks */
	tasks: string[];
	/** values that people can choose */
	outcomes: string[];
	/** keys of the forms of its tasks */
	forms: string[];
	/** ids of its end events */
	ends: string[];
	/** names that the model expects when it starts */
	inputs: string[];
	/** names of the variables that it declares */
	declared: string[];
}

/** Every process model that lies beside the templates; the sandbox's reader refuses what could not run. */
export async function processModels(): Promise<Model[]> {
	const names = readdirSync(PROCESSES).filter((name) => name.endsWith('.bpmn20.xml'));
	return await Promise.all(
		names.map(async (file) => await toModel(file, readFileSync(path.join(PROCESSES, file), 'utf8'))),
	);
}

async function toModel(file: string, xml: string): Promise<Model> {
	const { key, elements } = await readModel(xml);
	const userTasks = elements.filter(({ type }) => type === 'bpmn:UserTask');
	const produced = userTasks.map(({ behaviour }) => textOf(behaviour, 'outcomeVariable'));
	return {
		file,
		key,
		tasks: userTasks.map(({ id }) => id),
		outcomes: userTasks.flatMap(({ behaviour }) =>
			(textOf(behaviour, 'possibleOutcomes') ?? '').split(',').map((pair) => pair.split(':').at(-1) ?? ''),
		),
		forms: userTasks.flatMap(({ behaviour }) => textOf(behaviour, 'formKey') ?? []),
		ends: elements.filter(({ type }) => type === 'bpmn:EndEvent').map(({ id }) => id),
		inputs: [...xml.matchAll(/\$\{\s*(\w+)\s*[}=!<>]/g)]
			.map(([, name]) => name)
			.filter((name, index, all) => !produced.includes(name) && all.indexOf(name) === index),
		declared: [...xml.matchAll(/<dataObject [^>]*\bname="(\w+)"/g)].map(([, name]) => name),
	};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Keys of process models that a template names, in nodes or in its settings. */
function modelKeysOf(template: Template): string[] {
	const inSettings = settingsOf(template).get('modelKey');
	const inNodes = textsOf(template)
		.filter(({ at, text }) => /^\/modelKey(\/value)?$/.test(at) && !text.startsWith('='))
		.map(({ text }) => text);
	return [...new Set([...(inSettings === undefined ? [] : [String(inSettings)]), ...inNodes])];
}

const compared = (template: Template, field: string): string[] => [
	...expressionsOf(template).flatMap(({ text }) =>
		[...text.matchAll(new RegExp(`\\.${field}\\s*[!=]==?\\s*['"](\\w+)['"]`, 'g'))].map(([, value]) => value),
	),
	...conditionsOf(template.nodes)
		.filter(({ leftValue }) => leftValue.endsWith(`.${field} }}`))
		.map(({ rightValue }) => rightValue),
];

/** Conditions of If, Filter and Switch nodes that compare a field with a word. */
function conditionsOf(value: unknown): Array<{ leftValue: string; rightValue: string }> {
	if (!isRecord(value)) return [];
	const { leftValue, rightValue } = value;
	const own =
		typeof leftValue === 'string' && typeof rightValue === 'string' && /^\w+$/.test(rightValue)
			? [{ leftValue, rightValue }]
			: [];
	return [...own, ...Object.values(value).flatMap(conditionsOf)];
}

/** What Ask tells every case (templates page, section 4). */
const TOLD_BY_ASK = [
	...['linkKey', 'objectType', 'objectId', 'part', 'round', 'previousCase', 'objectUrl'],
	...['deadlineIn', 'deadlineAt'],
];

const asks = ({ nodes }: Template): boolean => nodes.some(({ type }) => type.endsWith('.openTextDecision'));

/** Names of the variables with which a template starts cases, from every way to give them. */
const variablesOf = (template: Template): Set<string> =>
	new Set([
		...(asks(template) ? TOLD_BY_ASK : []),
		...textsOf(template).flatMap(({ at, text }) => {
			if (/^\/(variables\/variable|details\/detail)\/\d+\/name$/.test(at)) return [text];
			if (at !== '/variablesJson') return [];
			return [...text.matchAll(/(\w+)["']?\s*:/g)].map(([, name]) => name);
		}),
	]);

/** Outcomes that the trigger of decisions tells: the end that was reached, without `end`, or that a case was ended elsewhere (decisions page, section 3). */
const isToldOutcome = ({ ends }: Model, value: string): boolean =>
	value === 'ended' || ends.includes(`end${upperFirst(value)}`);

/** What becomes of a document that a template sends is no outcome of a task. */
const SIGNING_OUTCOMES: ReadonlySet<string> = new Set(Object.values(STATUSES).map(({ outcome }) => outcome));

const signs = ({ nodes }: Template): boolean =>
	nodes.some(({ type }) => type.endsWith('.openTextCoreSignature'));

/** Where a template and the process models beside it disagree. */
export function modelFaults(template: Template, models: Model[]): string[] {
	const keys = modelKeysOf(template);
	const named = models.filter(({ key }) => keys.includes(key));
	const knows = (list: 'tasks' | 'outcomes', value: string) =>
		named.some((model) => model[list].includes(value));
	const isOutcome = (value: string) =>
		asks(template) ? named.some((model) => isToldOutcome(model, value)) : knows('outcomes', value);
	const given = variablesOf(template);
	return [
		...keys
			.filter((key) => !named.some((model) => model.key === key))
			.map((key) => `there is no process model ${key}`),
		...compared(template, 'outcome')
			.filter((value) => !isOutcome(value) && !(signs(template) && SIGNING_OUTCOMES.has(value)))
			.map((value) => `there is no outcome ${value}`),
		...compared(template, 'taskDefinitionKey')
			.filter((value) => !knows('tasks', value))
			.map((value) => `there is no task ${value}`),
		...named.flatMap(({ key, inputs }) =>
			inputs.filter((name) => !given.has(name)).map((name) => `the model ${key} needs the variable ${name}`),
		),
		...named.flatMap(({ key, declared }) =>
			[...given]
				.filter((name) => !declared.includes(name))
				.map((name) => `the model ${key} does not declare the variable ${name}`),
		),
	];
}
