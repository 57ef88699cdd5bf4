import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { flag, object } from '../../../shared/shape';
import { EXECUTION_LOCATOR, wentOn } from '../../records/execution';
import { executionsOf } from '../../transport/executions';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator } from '../case/caseFields';
import { readVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { letGoOn } from './continuing';
import { oneOf, pickedPlace, waitingCase } from './executionFields';

export const trigger: Operation<WorkflowClient> = {
	option: {
		name: 'Trigger',
		value: 'trigger',
		description: 'Let a case go on that waits at an activity for something outside it',
		action: 'Trigger an execution',
	},
	effect: 'change',
	output: object({ triggered: flag, ...wentOn }),
	fields: [caseLocator, locatorOf(EXECUTION_LOCATOR), ...variableFields],
	async execute(run, client) {
		const place = pickedPlace(run);
		const variables = readVariables(run);
		const { id: caseId } = await waitingCase(run, client);
		const waiting = oneOf(run, caseId, await executionsOf(client, caseId), place);
		return {
			triggered: true,
			...(await letGoOn(run, client, caseId, waiting, { kind: 'trigger', variables })),
		};
	},
};
