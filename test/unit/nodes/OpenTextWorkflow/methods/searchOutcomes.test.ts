import { searchOutcomes } from '../../../../../nodes/OpenTextWorkflow/methods/searchOutcomes';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering, ok } from '../../../support/serviceDouble';
import { hal, openTask, RUNTIME, tenantCredential } from '../../../support/workflow';

const functionsFor = (taskId: string, service = answering({})) => {
	const functions = loadOptionsFunctions(service, tenantCredential());
	functions.getCurrentNodeParameter = jest.fn().mockReturnValue(taskId);
	return functions;
};

const shape = {
	resourceId: 'reviewOrder',
	properties: { possibleoutcomes: 'Approve:approved,Reject:rejected,wait' },
};

const service = () =>
	answering({
		[`GET ${RUNTIME}/tasks/t1`]: ok(openTask('t1', { processDefinitionId: 'd1' })),
		[`GET ${RUNTIME}/runtime/models`]: hal([{ id: 'm1', key: 'order' }]),
		[`GET ${RUNTIME}/runtime/models/m1`]: ok({ id: 'm1', modelContent: { childShapes: [shape] } }),
	});

describe('the outcomes to pick from', () => {
	it('show their label and give their value, as the model of the task offers them (reference 4.6)', async () => {
		expect((await searchOutcomes.call(functionsFor('t1', service()))).results).toEqual([
			{ name: 'Approve (approved)', value: 'approved' },
			{ name: 'Reject (rejected)', value: 'rejected' },
			{ name: 'wait', value: 'wait' },
		]);
		expect((await searchOutcomes.call(functionsFor('t1', service()), 'REJ')).results).toHaveLength(1);
	});

	it('are none before a task is picked', async () => {
		const double = answering({});
		expect(await searchOutcomes.call(functionsFor('', double))).toEqual({ results: [] });
		expect(double.lines).toEqual([]);
	});
});
