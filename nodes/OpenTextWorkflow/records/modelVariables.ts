import type { FieldType, ResourceMapperField } from 'n8n-workflow';
import type { Advice } from '../../shared/errorText';
import { exactNumber } from '../../shared/exactNumber';
import { declaredVariables, type DeclaredVariable } from '../transport/declaredVariables';
import type { WorkflowClient } from '../transport/WorkflowClient';
import { notDeployed, type NewCase } from './startCase';

/** What is started, as the item names it. */
export type StartedModel = Pick<NewCase, 'modelKey' | 'by'>;

/**
 * The variables that the model of a start declares.
 *
 * @returns them, or what is wrong: there is no such model, it declares none, or nobody can tell
 * @throws NodeApiError when the service does not answer
 */
export async function declaredOf(
	client: WorkflowClient,
	{ modelKey, by = 'key' }: StartedModel,
): Promise<DeclaredVariable[] | Advice> {
	if (by === 'message') return BY_MESSAGE;
	const found = await declaredVariables(client, by === 'key' ? { key: modelKey } : { versionId: modelKey });
	if (found === 'missing') return notDeployed(modelKey, by);
	if (found === 'hidden') return hidden(modelKey);
	return found.length ? found : noneDeclared(modelKey);
}

const OTHERWISE = 'choose "Using Fields Below" or "Using JSON" under Specify Variables';

/** Which model waits for a message, no list tells (reference 4.2, P1). */
export const BY_MESSAGE: Advice = {
	what: 'A message does not tell which process model it starts, so its variables are not known',
	next: `Choose the process model, or ${OTHERWISE}.`,
};

const noneDeclared = (modelKey: string): Advice => ({
	what: `Process model "${modelKey}" declares no variables`,
	next: `Declare them in the model under data properties, or ${OTHERWISE}.`,
});

const hidden = (modelKey: string): Advice => ({
	what: `Workflow Service does not show what process model "${modelKey}" declares`,
	next: `Check that the account may read process models, or ${OTHERWISE}.`,
});

/**
 * How the editor lets each type be entered. Long numbers stay digits, JSON may be a list, which n8n's own field for objects refuses, and a switch that nobody touched would say false (n8n
 * 2.41, editor).
 */
const KINDS: Readonly<Record<string, FieldType>> = {
	boolean: 'options',
	date: 'dateTime',
	double: 'number',
	integer: 'number',
};

const YES_OR_NO = [
	{ name: 'False', value: false },
	{ name: 'True', value: true },
];

const NAMES: Readonly<Record<string, string>> = { json: 'JSON' };

/** As the model names it, and of which type. */
export const labelOf = ({ name, type }: DeclaredVariable): string =>
	type === undefined ? name : `${name} (${NAMES[type] ?? type})`;

/** What the model gives a variable, as its field takes it; what does not fit, or n8n would take for an expression, is left out. */
function startOf(kind: FieldType, start: string): string | number | boolean | undefined {
	if (kind === 'number') return exactNumber(start.trim());
	if (kind === 'options') return { true: true, false: false }[start.trim().toLowerCase()];
	return start.startsWith('=') ? undefined : start;
}

/** The variable as the resource mapper shows it. */
export function mapperField(variable: DeclaredVariable): ResourceMapperField {
	const { name, type = '', start } = variable;
	const kind = KINDS[type] ?? 'string';
	const value = start === undefined ? undefined : startOf(kind, start);
	return {
		id: name,
		displayName: labelOf(variable),
		required: false,
		defaultMatch: false,
		display: true,
		type: kind,
		...(kind === 'options' && { options: YES_OR_NO }),
		...(value !== undefined && { defaultValue: value }),
	};
}
