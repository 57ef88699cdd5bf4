import {
	BUSINESS_KEY,
	MANAGER,
	MANAGER_GROUP,
	openWorkflow,
	REVIEWER,
	type Workflow,
} from './workflowHarness';

describe('controls of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	let id: string;
	beforeEach(async () => {
		workflow = await openWorkflow();
		id = (await workflow.start()).data.id;
	});
	afterEach(async () => await workflow.close());

	const tasks = async () => (await workflow.control('GET', '/workflow/tasks')).data;

	it('show a case with its key, variables, tasks and deadline', async () => {
		const { data } = await workflow.control('GET', '/workflow/cases');
		expect(data).toEqual([
			expect.objectContaining({
				id,
				businessKey: BUSINESS_KEY,
				state: 'running',
				outcome: null,
				variables: expect.objectContaining({ orderId: 100 }),
				timers: [{ activityId: 'reviewDeadlinePassed', dueAt: expect.any(Number) }],
			}),
		]);
		expect(data[0].tasks[0].possibleOutcomes).toEqual([
			{ label: 'Approve', value: 'approved' },
			{ label: 'Reject', value: 'rejected' },
			{ label: 'More Information', value: 'moreInformation' },
		]);
	});

	it('decide a task as a person would: claimed, completed, with the reason as comment and variable', async () => {
		const [task] = await tasks();
		const { status, data } = await workflow.control('POST', `/workflow/tasks/${task.id}/decide`, {
			user: REVIEWER,
			outcome: 'rejected',
			reason: 'Card was reported stolen',
		});
		expect(status).toBe(200);
		expect(data).toMatchObject({ state: 'ended', endActivityId: 'endRejected', outcome: 'rejected' });
		expect(data.variables.decisionReason).toBe('Card was reported stolen');
		expect(data.comments).toEqual([
			expect.objectContaining({ author: REVIEWER, message: 'Card was reported stolen' }),
		]);
		expect(await tasks()).toEqual([]);
	});

	it('show the form of a task of any model, and keep what is filled in', async () => {
		const started = await workflow.start({
			// eslint-disable-next-line @n8n/community-nodes/no-hardcoded-secrets -- the name of a process model
			processDefinitionKey: 'b2b_credit_onboarding',
			variables: ['financeGroup', 'salesManagersGroup', 'serviceGroup', 'managersGroup']
				.map((name) => ({ name, value: MANAGER_GROUP }))
				.concat(
					{ name: 'deadlineIn', value: 'PT24H' },
					{ name: 'deadlineAt', value: '2100-01-01T00:00:00Z' },
				),
		});
		const mine = (await tasks()).find(
			({ processInstanceId }: { processInstanceId: string }) => processInstanceId === started.data.id,
		);
		const namesOf = ({ fields }: { fields: Array<{ id: string }> }) => fields.map(({ id: name }) => name);
		expect(namesOf(mine)).toContain('taxIdValid');
		expect(namesOf(mine)).not.toContain('decisionReason');
		const { data } = await workflow.control('POST', `/workflow/tasks/${mine.id}/decide`, {
			user: MANAGER,
			outcome: 'complete',
			fields: { taxIdValid: true, reference1Result: 'good' },
		});
		expect(data.variables).toMatchObject({ taxIdValid: true, reference1Result: 'good' });
		const [review] = await tasks();
		expect(review.taskDefinitionKey).toBe('reviewOrder');
		expect(namesOf(review)).toContain('documents');
	});

	it('do not let somebody decide what another person holds', async () => {
		const [task] = await tasks();
		await workflow.api('POST', `/tasks/${task.id}`, { action: 'claim', assignee: MANAGER });
		const decide = { user: REVIEWER, outcome: 'approved' };
		const refused = await workflow.control('POST', `/workflow/tasks/${task.id}/decide`, decide);
		expect(refused.status).toBe(409);
		expect((await workflow.control('POST', '/workflow/tasks/nothing/decide', decide)).status).toBe(404);
	});

	it('refuse a setting that does not exist', async () => {
		const { status, data } = await workflow.control('POST', '/workflow/settings', { colour: 'blue' });
		expect(status).toBe(400);
		expect(data.message).toContain('colour');
	});

	it('tell the live page about every change of a case', async () => {
		const seen: string[] = [];
		workflow.context.changes.on('change', ({ kind, id: changed }) => seen.push(`${kind} ${changed}`));
		await workflow.decide(id, 'approved');
		expect(seen).toContain(`case ${id}`);
	});

	it('show a struck request in the exchanges, without the bearer token', async () => {
		await workflow.control('POST', '/faults', {
			service: 'workflow',
			kind: 'resetAfter',
			method: 'POST',
			path: '^/workflow/v1/process-instances$',
		});
		await expect(workflow.start()).rejects.toThrow();
		expect((await workflow.api('GET', '/process-instances')).data.page.totalElements).toBe(2);
		const { data } = await workflow.control('GET', '/exchanges?service=workflow');
		const struck = data.find(({ fault }: { fault?: string }) => fault === 'resetAfter');
		expect(struck).toMatchObject({ status: 0, url: '/workflow/v1/process-instances' });
		expect(JSON.stringify(data)).not.toMatch(/Bearer [^"]/);
	});
});
