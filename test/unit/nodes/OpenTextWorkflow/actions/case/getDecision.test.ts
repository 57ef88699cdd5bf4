import { answering, ok, ServiceDouble } from '../../../../support/serviceDouble';
import {
	byBusinessKey,
	describeThreeWorkflowItems,
	ended,
	endedTask,
	hal,
	HISTORY,
	running,
	RUNTIME,
	runWorkflow,
} from '../../../../support/workflow';

const GET_DECISION = { resource: 'case', operation: 'getDecision' };

const variables = (outcome: string) => [{ name: 'decision', value: outcome }];

describe('getting the decision of a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...GET_DECISION,
		items: [byBusinessKey('k1'), byBusinessKey('k2'), byBusinessKey('k3')],
		service: () =>
			new ServiceDouble(({ path, query }) => {
				if (path.endsWith('/historic-task-instances')) {
					return hal([endedTask('t', { assignee: `${String(query.processInstanceId)}@example.com` })]);
				}
				const all = [
					ended('c1', 'k1', { variables: variables('approved') }),
					ended('c3', 'k3', { variables: variables('rejected') }),
				];
				return hal(
					path.startsWith(HISTORY) ? all.filter(({ businessKey }) => businessKey === query.businessKey) : [],
				);
			}),
		outputs: [
			{ caseId: 'c1', outcome: 'approved', decidedBy: 'c1@example.com', ended: true, cancelled: false },
			{ caseId: 'c3', outcome: 'rejected', decidedBy: 'c3@example.com', ended: true, cancelled: false },
		],
		refusal: 'Item 2: Workflow Service knows no case with business key k2',
	});

	it('tells of a running case that nothing is decided yet', async () => {
		const service = answering({
			[`GET ${RUNTIME}/process-instances/c1`]: ok(running('c1', 'k1', { variables: [] })),
			[`GET ${HISTORY}/historic-task-instances`]: hal([]),
		});
		const [{ json }] = await runWorkflow({ ...GET_DECISION, service, items: [{ caseId: 'c1' }] });
		expect(json).toMatchObject({
			ended: false,
			outcome: null,
			decidedBy: null,
			decidedAt: null,
			reason: null,
		});
	});

	it('tells a case that was terminated from one that was decided', async () => {
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(
				ended('c1', 'k1', { deleteReason: 'Order deleted', endActivityId: null }),
			),
			[`GET ${HISTORY}/historic-task-instances`]: hal([endedTask('t1', { deleteReason: 'Order deleted' })]),
		});
		const [{ json }] = await runWorkflow({ ...GET_DECISION, service, items: [{ caseId: 'c1' }] });
		expect(json).toMatchObject({ ended: true, cancelled: true, endReason: 'Order deleted', decidedBy: null });
	});

	it('reads the variables that the user names', async () => {
		const verdict = [
			{ name: 'verdict', value: 'yes' },
			{ name: 'why', value: 'known customer' },
		];
		const service = answering({
			[`GET ${RUNTIME}/process-instances/c1`]: ok(running('c1', 'k1', { variables: verdict })),
			[`GET ${HISTORY}/historic-task-instances`]: hal([]),
		});
		const options = { outcomeVariable: 'verdict', reasonVariable: 'why' };
		const [{ json }] = await runWorkflow({ ...GET_DECISION, service, items: [{ caseId: 'c1', options }] });
		expect(json).toMatchObject({ outcome: 'yes', reason: 'known customer' });
	});
});
