import { MANAGER, openWorkflow, REVIEWER, type Workflow } from './workflowHarness';

describe('tasks of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	let caseId: string;
	let taskId: string;

	const act = async (body: Record<string, unknown>) => await workflow.api('POST', `/tasks/${taskId}`, body);
	const found = async (query: string): Promise<number> => {
		const { status, data } = await workflow.api('GET', `/tasks?${query}`);
		expect(status).toBe(200);
		return data.page.totalElements;
	};

	beforeEach(async () => {
		workflow = await openWorkflow();
		caseId = (await workflow.start()).data.id;
		taskId = (await workflow.tasks(caseId))[0].id;
	});
	afterEach(async () => await workflow.close());

	it('lets one person claim and answers 409 to another; claiming again is no conflict', async () => {
		const first = await act({ action: 'claim', assignee: REVIEWER });
		expect(first.status).toBe(200);
		expect(first.data).toBe('');
		const second = await act({ action: 'claim', assignee: MANAGER });
		expect(second.status).toBe(409);
		expect(second.data.message).toBe('Task was already claimed');
		expect((await act({ action: 'claim', assignee: REVIEWER.toUpperCase() })).status).toBe(200);
		expect((await workflow.api('GET', `/tasks/${taskId}`)).data).toMatchObject({
			assignee: REVIEWER,
			claimTime: expect.stringMatching(/Z$/),
		});
	});

	it('answers 404 for a completed task', async () => {
		await workflow.decide(caseId, 'approved');
		expect((await workflow.api('GET', `/tasks/${taskId}`)).status).toBe(404);
		const again = await act({ action: 'complete', outcome: 'rejected' });
		expect(again.status).toBe(404);
		expect(again.data.exception).toContain(taskId);
	});

	it('lets only one of two completions at once win', async () => {
		await act({ action: 'claim', assignee: REVIEWER });
		const answers = await Promise.all([
			act({ action: 'complete', outcome: 'approved' }),
			act({ action: 'complete', outcome: 'rejected' }),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
	});

	it('refuses to complete what nobody holds, unless that rule is switched off', async () => {
		expect((await act({ action: 'complete', outcome: 'approved' })).status).toBe(403);
		await workflow.control('POST', '/workflow/settings', { refuseUnassignedCompletion: false });
		expect((await act({ action: 'complete', outcome: 'approved' })).status).toBe(204);
	});

	it('gives a claimed task back to the pool by unclaim, or by claim without an assignee', async () => {
		for (const action of ['unclaim', 'claim']) {
			await act({ action: 'claim', assignee: REVIEWER });
			expect(await found('unassigned=true')).toBe(0);
			expect((await act({ action })).status).toBe(200);
			expect(await found('unassigned=true')).toBe(1);
		}
	});

	it('must be resolved by the delegate before the owner can complete it', async () => {
		await act({ action: 'claim', assignee: REVIEWER });
		expect((await act({ action: 'delegate' })).status).toBe(400);
		expect((await act({ action: 'delegate', assignee: MANAGER })).status).toBe(200);
		expect(await found('delegationState=pending')).toBe(1);
		const early = await act({ action: 'complete', outcome: 'approved' });
		expect(early.status).toBe(500);
		expect(early.data.exception).toContain('resolved');
		expect((await act({ action: 'resolve' })).status).toBe(204);
		expect((await workflow.api('GET', `/tasks/${taskId}`)).data).toMatchObject({
			assignee: REVIEWER,
			owner: REVIEWER,
			delegationState: 'resolved',
		});
		expect((await act({ action: 'complete', outcome: 'approved' })).status).toBe(204);
	});

	it('refuses an unknown action and a person outside the tenant with 400', async () => {
		expect((await act({ action: 'burn' })).status).toBe(400);
		const stranger = await act({ action: 'claim', assignee: 'nobody@example.com' });
		expect(stranger.status).toBe(400);
		expect(stranger.data.exception).toContain('nobody@example.com');
	});

	it('makes process variables of a completion, except those with local scope', async () => {
		await act({ action: 'claim', assignee: REVIEWER });
		const variables = [
			{ name: 'approver', value: REVIEWER },
			{ name: 'scratch', value: 1, scope: 'local' },
		];
		await act({ action: 'complete', outcome: 'approved', variables });
		const { data } = await workflow.history(
			'GET',
			`/historic-process-instances/${caseId}?includeProcessVariables=true`,
		);
		const names = data.variables.map(({ name }: { name: string }) => name);
		expect(names).toContain('approver');
		expect(names).not.toContain('scratch');
	});

	it('changes only the attributes that are sent', async () => {
		const { status, data } = await workflow.api('PUT', `/tasks/${taskId}`, {
			priority: 80,
			dueDate: '2030-01-02T03:04:05.000+0100',
			assigneeSet: true,
		});
		expect(status).toBe(200);
		expect(data).toMatchObject({
			priority: 80,
			dueDate: '2030-01-02T02:04:05.000Z',
			name: 'Review the Order',
			assignee: null,
		});
		const cleared = await workflow.api('PUT', `/tasks/${taskId}`, { dueDate: null });
		expect(cleared.data.dueDate).toBeNull();
	});

	it('shows variables, assignments and ids only when they are asked for', async () => {
		const plain = (await workflow.api('GET', `/tasks/${taskId}`)).data;
		expect(plain.variables).toBeUndefined();
		expect(plain.assignments).toBeUndefined();
		const { data } = await workflow.api(
			'GET',
			`/tasks/${taskId}?includeProcessVariables=true&includeTaskAssignments=true`,
		);
		expect(data.variables.map(({ name }: { name: string }) => name)).toContain('deadlineIn');
		expect(data.assignments).toEqual([{ user: null, group: 'order-reviewers', type: 'candidate' }]);
		await act({ action: 'claim', assignee: REVIEWER });
		const ids = await workflow.api('GET', `/tasks/${taskId}?includeUserIds=true`);
		expect(ids.data.assignee).not.toContain('@');
	});

	const SOON = encodeURIComponent('2100-01-01T00:00:00.000Z');
	const LONG_AGO = encodeURIComponent('2000-01-01T00:00:00.000+0000');

	it.each([
		['name=Review the Order', 'name=Review'],
		['nameLike=%25Order', 'nameLike=Order'],
		['candidateGroup=order-reviewers', 'candidateGroup=order-managers'],
		['candidateGroups=other,order-reviewers', 'candidateGroups=other'],
		[`candidateUser=${REVIEWER}`, 'candidateUser=nobody@example.com'],
		[`candidateOrAssigned=${MANAGER}`, 'candidateOrAssigned=nobody@example.com'],
		['unassigned=true', `assignee=${REVIEWER}`],
		['priority=50', 'priority=51'],
		['minimumPriority=50', 'minimumPriority=51'],
		['maximumPriority=50', 'maximumPriority=49'],
		['processInstanceBusinessKeyLike=sandbox1:order:%25', 'processInstanceBusinessKey=sandbox1'],
		['processDefinitionKey=order_risk_review', 'processDefinitionKeyLike=other%25'],
		['processDefinitionName=Order Risk Review', 'processDefinitionNameLike=other%25'],
		[`createdAfter=${LONG_AGO}`, `createdAfter=${SOON}`],
		[`createdBefore=${SOON}`, `createdBefore=${LONG_AGO}`],
		[`dueAfter=${LONG_AGO}`, 'withoutDueDate=true'],
		['active=true', 'active=false'],
		['filterByCurrentSubscription=true', 'delegationState=pending'],
	])('finds the task by %s, and not by %s', async (hit, miss) => {
		expect(await found(hit)).toBe(1);
		expect(await found(miss)).toBe(0);
	});

	it('leaves a claimed task out of every pool, but shows it to its holder', async () => {
		await act({ action: 'claim', assignee: REVIEWER });
		expect(await found('candidateGroup=order-reviewers')).toBe(0);
		expect(await found(`candidateUser=${MANAGER}`)).toBe(0);
		expect(await found(`candidateOrAssigned=${REVIEWER}`)).toBe(1);
		expect(await found(`assignee=${REVIEWER}`)).toBe(1);
		expect(await found(`involvedUser=${REVIEWER}`)).toBe(1);
	});

	it.each([
		'createdAfter=2026-01-01T00:00:00.000+0000',
		'createdAfter=yesterday',
		'unassigned=maybe',
		'priority=high',
		'count=many',
		'sort=colour',
		'order=up',
	])('refuses the query %s with 400', async (query) => {
		expect((await workflow.api('GET', `/tasks?${query}`)).status).toBe(400);
	});
});
