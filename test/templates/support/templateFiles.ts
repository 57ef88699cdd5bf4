/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import get from 'lodash/get';
import type { INode } from 'n8n-workflow';
import type { WorkflowFile } from '../../e2e/harness/workflowFile';

export type Template = WorkflowFile;

export const TEMPLATES = path.resolve(__dirname, '../../../workflows-templates');

export const PROCESSES = path.join(TEMPLATES, 'processes');

/** A template as its file holds it, anew each time, so that a test may change it. */
export const readTemplate = (file: string): Template =>
	JSON.parse(readFileSync(path.join(TEMPLATES, file), 'utf8'));

export const templateFiles = (): string[] =>
	readdirSync(TEMPLATES)
		.filter((file) => file.endsWith('.json'))
		.sort();

const DOCUMENTS = path.join(TEMPLATES, 'documents');

/** What templates send for signature. */
export const documentFiles = (): string[] => readdirSync(DOCUMENTS).sort();

export const readDocument = (file: string): string => readFileSync(path.join(DOCUMENTS, file), 'utf8');

/** A field of a form, as an administrator draws it. */
interface FormField {
	id: string;
	required: boolean;
}

/** The forms of a process model, by task; a name stands for the form of that task. */
export interface Form {
	key: string;
	tasks: Record<string, string | FormField[]>;
}

/** What process models keep in their forms. */
export const formFiles = (): string[] =>
	readdirSync(PROCESSES)
		.filter((file) => file.endsWith('.form.json'))
		.sort();

export const readForm = (file: string): Form => JSON.parse(readFileSync(path.join(PROCESSES, file), 'utf8'));

/** @throws Error when the template has no such node */
export function nodeOf(template: Template, name: string): INode {
	const found = template.nodes.find((node) => node.name === name);
	if (!found) throw new Error(`the template has no node "${name}"`);
	return found;
}

/** A text in a template, with its place. */
export interface TextAt {
	/** name of the node */
	node: string;
	/** e.g. `/orderId/value` */
	at: string;
	text: string;
}

function textsIn(value: unknown, node: string, at = ''): TextAt[] {
	if (typeof value === 'string') return [{ node, at, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, node, `${at}/${key}`));
}

/** Every text among the parameters of every node. */
export const textsOf = ({ nodes }: Template): TextAt[] =>
	nodes.flatMap(({ name, parameters }) => textsIn(parameters, name));

/** Those of them that n8n evaluates. */
export const expressionsOf = (template: Template): TextAt[] =>
	textsOf(template).filter(({ text }) => text.startsWith('='));

/** What the Settings node gives: values by name, without `settings.` before it. */
export function settingsOf(template: Template): Map<string, unknown> {
	const list: unknown = get(nodeOf(template, 'Settings').parameters, 'assignments.assignments');
	return new Map(
		(Array.isArray(list) ? list : []).map((entry: unknown) => [
			String(get(entry, 'name')).replace(/^settings\./, ''),
			get(entry, 'value'),
		]),
	);
}
