import { answering, ok } from '../../../../support/serviceDouble';
import { describeThreeWorkflowItems, runWorkflow, RUNTIME, running } from '../../../../support/workflow';

const GET_VARIABLES = { resource: 'case', operation: 'getVariables' };

const variables = [{ name: 'orderId', value: 4711, type: 'integer', scope: 'local' }];

const service = () =>
	answering({
		[`GET ${RUNTIME}/process-instances/c1`]: ok(running('c1', 'k1', { variables })),
		[`GET ${RUNTIME}/process-instances/c3`]: ok(running('c3', 'k3', { variables: [] })),
	});

describe('getting the variables of a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...GET_VARIABLES,
		items: [{ caseId: 'c1' }, { caseId: 'c2' }, { caseId: 'c3' }],
		service,
		outputs: [
			{ caseId: 'c1', businessKey: 'k1', variables: { orderId: 4711 } },
			{ caseId: 'c3', businessKey: 'k3', variables: {} },
		],
		refusal: 'Item 2: Workflow Service knows no case c2',
	});

	it('gives the types too when asked for them raw', async () => {
		const [{ json }] = await runWorkflow({
			...GET_VARIABLES,
			service: service(),
			items: [{ caseId: 'c1', raw: true }],
		});
		expect(json.variables).toEqual(variables);
	});
});
