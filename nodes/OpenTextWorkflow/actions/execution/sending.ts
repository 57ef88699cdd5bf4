import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { EXECUTION_LOCATOR } from '../../records/execution';
import { waitingFor } from '../../transport/executions';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator } from '../case/caseFields';
import { readVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { letGoOn } from './continuing';
import { oneOf, placeIfPicked, waitingCase } from './executionFields';

/** What arrives at a case. */
type Arrival = 'message' | 'signal';

const NAMES: Readonly<Record<Arrival, { name: string; label: string }>> = {
	message: { name: 'messageName', label: 'Message Name' },
	signal: { name: 'signalName', label: 'Signal Name' },
};

/** @param like a name, as an example */
export function sendingFields(kind: Arrival, like: string): INodeProperties[] {
	const { name, label } = NAMES[kind];
	const { required, ...locator } = locatorOf(EXECUTION_LOCATOR);
	return [
		caseLocator,
		{
			displayName: label,
			name,
			type: 'string',
			required,
			default: '',
			placeholder: `e.g. ${like}`,
			description: `As the process model names the ${kind}`,
		},
		{ ...locator, description: `Which place gets the ${kind}; needed where several wait for it` },
		...variableFields,
	];
}

/**
 * Brings a message or a signal to the place in a running case that waits for it: a place that does not is never told (reference 4.5, E1 and E2).
 *
 * @throws NodeOperationError when nothing waits for it, or more than one place does and none is chosen
 */
export async function sending(run: ItemRun, client: WorkflowClient, kind: Arrival) {
	const { name: parameter, label } = NAMES[kind];
	const name = run.requiredText(parameter, label);
	const place = placeIfPicked(run);
	const variables = readVariables(run);
	const { id: caseId } = await waitingCase(run, client);
	const all = await waitingFor(client, caseId, kind, name);
	const waiting = oneOf(run, caseId, all, place, `${kind} "${name}"`);
	return { sent: true, ...(await letGoOn(run, client, caseId, waiting, { kind, name, variables })) };
}
