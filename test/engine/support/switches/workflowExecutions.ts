import type { INodeParameters } from 'n8n-workflow';
import { waitingModel } from '../../../sandbox/tests/waitingModels';
import type { Stage } from './stage';
import { NODE } from './workflowRecords';

/** A case that waits for a truck, for stock and for money, with the parameter that picks it. */
async function waitingCase(stage: Stage): Promise<INodeParameters> {
	const model = { resource: 'model', operation: 'deploy', source: 'text', model: waitingModel('waits') };
	await stage.must(NODE, model);
	const { caseId } = await stage.must(NODE, {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'waits' },
		businessKey: 'sandbox1:order:1:waits:1',
	});
	return { caseId: String(caseId) };
}

const standing = async (stage: Stage, picked: INodeParameters) =>
	(await stage.all(NODE, { resource: 'execution', operation: 'getAll', ...picked, returnAll: true })).map(
		({ activityId }) => activityId,
	);

/** What waits goes on once, whatever the service answers with, and the user is told where the case stands. */
export async function executionsGoOn(stage: Stage): Promise<void> {
	const picked = await waitingCase(stage);
	const executionId = { __rl: true, mode: 'activityId', value: 'waitForTruck' };
	const trigger = { resource: 'execution', operation: 'trigger', ...picked, executionId };
	expect(await stage.must(NODE, trigger)).toMatchObject({ triggered: true, nextActivityId: 'unload' });
	expect((await stage.run(NODE, trigger)).error).toMatch(/^Item 1: Nothing in case .* waits at activity/);
	const unload = { ...trigger, executionId: { ...executionId, value: 'unload' } };
	expect((await stage.run(NODE, unload)).error).toMatch(/waits for a person: Task \S+ "Unload" is open/);
	expect(await standing(stage, picked)).toEqual(expect.arrayContaining(['unload', 'waitForStock']));
}

/** A message comes to whatever waits for it; where the service knows no such action, this is said, and nothing goes on. */
export async function messagesArrive(stage: Stage, isOn: boolean): Promise<void> {
	const picked = await waitingCase(stage);
	const signal = { resource: 'execution', operation: 'sendSignal', ...picked, signalName: 'stockArrived' };
	expect(await stage.must(NODE, signal)).toMatchObject({ sent: true, activityId: 'waitForStock' });
	const message = { resource: 'execution', operation: 'sendMessage', ...picked, messageName: 'orderPaid' };
	const { items, error } = await stage.run(NODE, message);
	if (isOn) expect(items).toMatchObject([{ sent: true, activityId: 'waitForPayment' }]);
	else expect(error).toMatch(/^Item 1: Workflow Service did not take message "orderPaid" for execution/);
	expect((await standing(stage, picked)).includes('waitForPayment')).toBe(!isOn);
}
