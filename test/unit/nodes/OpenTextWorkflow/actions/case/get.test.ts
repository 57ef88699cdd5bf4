import { answering, ok } from '../../../../support/serviceDouble';
import {
	byBusinessKey,
	describeThreeWorkflowItems,
	ended,
	hal,
	HISTORY,
	NO_CASE,
	running,
	RUNTIME,
	runWorkflow,
} from '../../../../support/workflow';

const GET = { resource: 'case', operation: 'get' };

describe('getting a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...GET,
		items: [{ caseId: 'c1' }, { caseId: 'c2' }, byBusinessKey('k3')],
		service: () =>
			answering({
				[`GET ${RUNTIME}/process-instances/c1`]: ok(running('c1', 'k1')),
				[`GET ${RUNTIME}/process-instances/c2`]: NO_CASE,
				[`GET ${HISTORY}/historic-process-instances/c2`]: NO_CASE,
				[`GET ${RUNTIME}/process-instances`]: hal([]),
				[`GET ${HISTORY}/historic-process-instances`]: hal([ended('c3', 'k3')]),
			}),
		outputs: [
			{ caseId: 'c1', ended: false },
			{ caseId: 'c3', ended: true, endActivityId: 'endApproved' },
		],
		refusal: 'Item 2: Workflow Service knows no case c2',
	});

	it('gives its variables as one object', async () => {
		const variables = [{ name: 'orderId', value: 4711, type: 'integer' }];
		const service = answering({
			[`GET ${RUNTIME}/process-instances/c1`]: ok(running('c1', 'k1', { variables })),
		});
		const [{ json }] = await runWorkflow({ ...GET, service, items: [{ caseId: 'c1' }] });
		expect(json.variables).toEqual({ orderId: 4711 });
	});

	it.each([
		[byBusinessKey(' '), 'Business Key is empty'],
		[{ caseId: { __rl: true, mode: 'list', value: '' } }, 'Case ID is empty'],
		[{ caseId: { __rl: true, mode: 'id', value: '' } }, 'Case ID is empty'],
	])('asks for what is missing before anything is sent: %j', async (item, message) => {
		const service = answering({});
		await expect(runWorkflow({ ...GET, service, items: [item] })).rejects.toMatchObject({
			message: `Item 1: ${message}`,
		});
		expect(service.lines).toEqual([]);
	});
});
