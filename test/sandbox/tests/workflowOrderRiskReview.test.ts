import { HOUR, MANAGER, openWorkflow, RISK_VARIABLES, type Workflow } from './workflowHarness';

describe('the order risk review, as it runs', () => {
	let workflow: Workflow;
	let id: string;

	const openTask = async () => {
		const [task, ...others] = await workflow.tasks(id);
		expect(others).toEqual([]);
		return task;
	};
	const historic = async () =>
		(await workflow.history('GET', `/historic-process-instances/${id}?includeProcessVariables=true`)).data;
	const variable = async (name: string) =>
		(await historic()).variables.find((candidate: { name: string }) => candidate.name === name)?.value;

	beforeEach(async () => {
		workflow = await openWorkflow();
		id = (await workflow.start()).data.id;
	});
	afterEach(async () => await workflow.close());

	it('waits first for one of the reviewer group', async () => {
		expect(await openTask()).toMatchObject({
			name: 'Review the Order',
			taskDefinitionKey: 'reviewOrder',
			assignee: null,
			priority: 50,
		});
		const { data } = await workflow.api('GET', '/tasks?candidateGroup=order-reviewers');
		expect(data.page.totalElements).toBe(1);
	});

	it.each([
		['approved', 'endApproved'],
		['rejected', 'endRejected'],
	])('ends at its own end event when it is %s, with the outcome in the variable', async (outcome, end) => {
		expect((await workflow.decide(id, outcome)).status).toBe(204);
		expect(await historic()).toMatchObject({
			endActivityId: end,
			deleteReason: null,
			endTime: expect.any(String),
			startActivityId: 'orderNeedsReview',
		});
		expect(await variable('reviewOrderOutcome')).toBe(outcome);
		expect((await workflow.api('GET', `/process-instances/${id}`)).status).toBe(404);
	});

	it('asks for information as often as needed and comes back to a fresh review each time', async () => {
		const seen = new Set<string>();
		for (let round = 0; round < 4; round += 1) {
			seen.add((await openTask()).id);
			await workflow.decide(id, 'moreInformation');
			expect((await openTask()).taskDefinitionKey).toBe('collectInformation');
			await workflow.decide(id, 'ready');
			expect((await openTask()).taskDefinitionKey).toBe('reviewOrder');
		}
		expect(seen.size).toBe(4);
		await workflow.decide(id, 'approved');
		expect((await historic()).endActivityId).toBe('endApproved');
	});

	it('moves the order to the escalated review at the deadline and never ends the case by itself', async () => {
		await workflow.advance(24 * HOUR - 60_000);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrder');
		const late = await openTask();
		await workflow.advance(60_000);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrderOverdue');
		await workflow.advance(365 * 24 * HOUR);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrderOverdue');
		expect((await historic()).endTime).toBeNull();
		const { data } = await workflow.history('GET', `/historic-task-instances?taskId=${late.id}`);
		expect(data._embedded['historic-task-instances'][0]).toMatchObject({
			deleteReason: 'boundary event (reviewDeadlinePassed)',
			endTime: expect.any(String),
		});
		expect((await workflow.api('GET', '/tasks?candidateGroup=order-managers')).data.page.totalElements).toBe(
			1,
		);
		await workflow.decide(id, 'rejected', MANAGER);
		expect((await historic()).endActivityId).toBe('endRejected');
	});

	it('gives a fresh review a fresh deadline', async () => {
		await workflow.advance(20 * HOUR);
		await workflow.decide(id, 'moreInformation');
		await workflow.advance(100 * HOUR);
		expect((await openTask()).taskDefinitionKey).toBe('collectInformation');
		await workflow.decide(id, 'ready');
		await workflow.advance(23 * HOUR);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrder');
		await workflow.advance(HOUR);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrderOverdue');
	});

	it.each(['Approve', 'APPROVED', 'yes', ''])(
		'never releases the order for the outcome %p, which it does not understand',
		async (outcome) => {
			await workflow.decide(id, outcome);
			expect((await openTask()).taskDefinitionKey).toBe('reviewOrderOverdue');
			await workflow.decide(id, outcome, MANAGER);
			expect((await openTask()).taskDefinitionKey).toBe('reviewOrderOverdue');
			await workflow.decide(id, 'moreInformation', MANAGER);
			expect((await openTask()).taskDefinitionKey).toBe('collectInformation');
		},
	);

	it('stays where it is when a task is completed without an outcome', async () => {
		const before = await openTask();
		const answer = await workflow.decide(id);
		expect(answer.status).toBe(500);
		expect(answer.data.exception).toContain('reviewOrderOutcome');
		expect((await openTask()).id).toBe(before.id);
		expect((await workflow.decide(id, 'approved')).status).toBe(204);
	});

	it('does not start without a deadline that can be read', async () => {
		const { status } = await workflow.start({
			variables: RISK_VARIABLES.map((v) => (v.name === 'deadlineIn' ? { ...v, value: 'soon' } : v)),
		});
		expect(status).toBe(500);
		expect((await workflow.api('GET', '/process-instances')).data.page.totalElements).toBe(1);
	});

	it('lets a deadline that passes during a suspension escalate only after activation', async () => {
		await workflow.api('PUT', `/process-instances/${id}`, { action: 'suspend' });
		await workflow.advance(48 * HOUR);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrder');
		await workflow.api('PUT', `/process-instances/${id}`, { action: 'activate' });
		await workflow.advance(0);
		expect((await openTask()).taskDefinitionKey).toBe('reviewOrderOverdue');
	});
});
