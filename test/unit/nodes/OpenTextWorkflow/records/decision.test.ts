import { readCase } from '../../../../../nodes/OpenTextWorkflow/transport/cases';
import { deciderOf } from '../../../../../nodes/OpenTextWorkflow/transport/tasks';
import { decisionOf, readDecisionNames } from '../../../../../nodes/OpenTextWorkflow/records/decision';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { executeFunctions } from '../../../support/contexts';
import { answering } from '../../../support/serviceDouble';
import { ended, endedTask, hal, HISTORY, tenantCredential } from '../../../support/workflow';

const decide = async (tasks: Parameters<typeof hal>[0], names = readDecisionNames({})) => {
	const service = answering({ [`GET ${HISTORY}/historic-task-instances`]: hal(tasks) });
	const client = new WorkflowClient(executeFunctions({ service, credential: tenantCredential() }));
	const found = ended('c1', 'k', {
		variables: [
			{ name: 'decision', value: 'approved' },
			{ name: 'decisionReason', value: 'known customer' },
			{ name: 'verdict', value: 'yes' },
		],
	});
	return { item: decisionOf(readCase(found), names, await deciderOf(client, 'c1')), service };
};

describe('the decision of a case', () => {
	it('is its outcome and reason, by whoever completed its last task', async () => {
		const { item, service } = await decide([
			endedTask('t2', { assignee: 'max.manager@example.com', endTime: '2026-11-22T10:50:00.000+0000' }),
			endedTask('t1', { endTime: '2026-11-22T10:30:00.000Z' }),
		]);
		expect(item).toMatchObject({
			caseId: 'c1',
			outcome: 'approved',
			reason: 'known customer',
			decidedBy: 'max.manager@example.com',
			decidedAt: '2026-11-22T10:50:00.000Z',
			endActivityId: 'endApproved',
			variables: { decision: 'approved', decisionReason: 'known customer', verdict: 'yes' },
		});
		expect(service.requests[0].query).toMatchObject({ processInstanceId: 'c1', finished: true });
	});

	it.each([
		['endRejected', null, 'rejected'],
		['endEvent1', null, null],
		['endRejected', 'cancelled by hand', null],
	])(
		'is the end that the case came to, where the model keeps no outcome: %s, ended by %j',
		async (endActivityId, deleteReason, outcome) => {
			const found = readCase(ended('c1', 'k', { endActivityId, deleteReason, variables: [] }));
			const item = decisionOf(found, readDecisionNames({}), { decidedBy: null, decidedAt: null });
			expect(item).toMatchObject({ ended: true, outcome });
		},
	);

	it('is nobody’s when tasks were only withdrawn, or ended without a person', async () => {
		const { item } = await decide([
			endedTask('t1', { deleteReason: 'deadline' }),
			endedTask('t2', { assignee: null }),
			endedTask('t3', { endTime: undefined }),
		]);
		expect(item).toMatchObject({ decidedBy: null, decidedAt: null, outcome: 'approved' });
	});

	it.each([null, undefined, '', 'soon', 0, {}, '0'])(
		'is not read from a task that ended at %j',
		async (endTime) => {
			const { item } = await decide([
				{ ...endedTask('t1', { assignee: 'max.manager@example.com' }), endTime },
				endedTask('t2'),
			]);
			expect(item).toMatchObject({ decidedBy: 'rita.reviewer@example.com' });
		},
	);

	it('is in the variables that the model uses', async () => {
		const { item } = await decide(
			[],
			readDecisionNames({ outcomeVariable: 'verdict', reasonVariable: 'nowhere' }),
		);
		expect(item).toMatchObject({ outcome: 'yes', reason: null });
	});
});
