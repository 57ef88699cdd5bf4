import { BUSINESS_KEY, HOUR, openWorkflow, REVIEWER, type Workflow } from './workflowHarness';

describe('history of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	beforeEach(async () => {
		workflow = await openWorkflow();
	});
	afterEach(async () => await workflow.close());

	const total = async (path: string): Promise<number> => {
		const { status, data } = await workflow.history('GET', path);
		expect(status).toBe(200);
		return data.page.totalElements;
	};
	const set = async (settings: object) => await workflow.control('POST', '/workflow/settings', settings);

	it('has its own parameter names: those of the runtime are ignored', async () => {
		const { data } = await workflow.start();
		await workflow.decide(data.id, 'approved');
		const tasks = '/historic-task-instances';
		expect(await total(`${tasks}?taskAssignee=${REVIEWER}`)).toBe(1);
		expect(await total(`${tasks}?taskAssignee=nobody@example.com`)).toBe(0);
		expect(await total(`${tasks}?assignee=nobody@example.com`)).toBe(1);
		expect(await total(`${tasks}?processBusinessKey=${encodeURIComponent(BUSINESS_KEY)}`)).toBe(1);
		expect(await total(`${tasks}?processBusinessKeyLike=other%25`)).toBe(0);
		expect(await total(`${tasks}?taskDefinitionKeys=a,reviewOrder&finished=true&processFinished=true`)).toBe(
			1,
		);
	});

	it('shows running and ended cases, and tells them apart', async () => {
		const { data: open } = await workflow.start({ businessKey: 'open' });
		const { data: done } = await workflow.start({ businessKey: 'done' });
		await workflow.decide(done.id, 'rejected');
		const path = '/historic-process-instances';
		expect(await total(path)).toBe(2);
		expect(await total(`${path}?finished=true`)).toBe(1);
		expect(await total(`${path}?finished=false&businessKey=open`)).toBe(1);
		expect(await total(`${path}?businessKeyLike=do%25`)).toBe(1);
		expect(await total(`${path}?processDefinitionKey=order_risk_review&processInstanceId=${open.id}`)).toBe(
			1,
		);
		const { data } = await workflow.history('GET', `${path}/${done.id}`);
		expect(data.durationInMillis).toBeGreaterThanOrEqual(0);
		expect((await workflow.history('GET', `${path}/nothing`)).status).toBe(404);
	});

	it('includes the given instant for cases and leaves it out for tasks', async () => {
		const { data } = await workflow.start();
		await workflow.decide(data.id, 'approved');
		const { data: ended } = await workflow.history('GET', `/historic-process-instances/${data.id}`);
		const { data: list } = await workflow.history('GET', '/historic-task-instances');
		const at = encodeURIComponent(ended.endTime);
		const taskAt = encodeURIComponent(list._embedded['historic-task-instances'][0].endTime);
		expect(await total(`/historic-process-instances?finishedAfter=${at}`)).toBe(1);
		expect(await total(`/historic-task-instances?taskCompletedAfter=${taskAt}`)).toBe(0);
		expect(await total(`/historic-task-instances?taskCompletedOn=${taskAt}`)).toBe(1);
	});

	it('shows starts and ends only after its delay', async () => {
		await set({ historyDelayMs: HOUR });
		const { data } = await workflow.start();
		const path = `/historic-process-instances/${data.id}`;
		expect((await workflow.history('GET', path)).status).toBe(404);
		await workflow.advance(HOUR);
		expect((await workflow.history('GET', path)).data.endTime).toBeNull();
		await workflow.decide(data.id, 'approved');
		expect((await workflow.history('GET', path)).data).toMatchObject({ endTime: null, endActivityId: null });
		expect(await total('/historic-task-instances?finished=true')).toBe(0);
		await workflow.advance(HOUR);
		expect((await workflow.history('GET', path)).data).toMatchObject({ endActivityId: 'endApproved' });
		expect(await total('/historic-task-instances?finished=true')).toBe(1);
	});

	it('can ignore paging and sorting, and then always gives the same first items', async () => {
		for (let at = 0; at < 12; at += 1) await workflow.start();
		await set({ historyHonoursPaging: false });
		const page = async (query: string) => {
			const { data } = await workflow.history('GET', `/historic-process-instances?${query}`);
			expect(data.page.totalElements).toBe(12);
			return data._embedded['historic-process-instances'].map(({ id }: { id: string }) => id);
		};
		const first = await page('count=100');
		expect(first).toHaveLength(10);
		expect(await page('offset=10&count=100&sort=startTime&order=desc')).toEqual(first);
	});

	it('names a task with the fields of a historic task', async () => {
		const { data } = await workflow.start();
		const running = await workflow.history('GET', '/historic-task-instances');
		const [open] = running.data._embedded['historic-task-instances'];
		expect(open).not.toHaveProperty('endTime');
		expect(open).not.toHaveProperty('createTime');
		await workflow.decide(data.id, 'approved');
		const { data: list } = await workflow.history(
			'GET',
			'/historic-task-instances?includeProcessVariables=true',
		);
		expect(list._embedded['historic-task-instances'][0]).toMatchObject({
			taskDefinitionKey: 'reviewOrder',
			assignee: REVIEWER,
			deleteReason: null,
			durationInMillis: expect.any(Number),
			variables: expect.arrayContaining([
				expect.objectContaining({ name: 'reviewOrderOutcome', value: 'approved' }),
			]),
		});
	});

	it('tells the steps of a case, or knows no such list', async () => {
		const { data } = await workflow.start();
		const path = `/historic-activity-instances?processInstanceId=${data.id}`;
		const { data: list } = await workflow.history('GET', `${path}&activityType=userTask`);
		const [step] = list._embedded['historic-activity-instances'];
		const [{ id }] = await workflow.tasks(data.id);
		expect(step).toMatchObject({ activityId: 'reviewOrder', taskId: id, endTime: null });
		await workflow.decide(data.id, 'approved');
		expect(await total(`${path}&finished=false`)).toBe(0);
		expect(await total(`${path}&activityId=reviewOrder&taskAssignee=${REVIEWER}`)).toBe(1);
		expect(await total(`${path}&activityType=endEvent`)).toBe(1);
		await set({ historyTellsActivities: false });
		expect((await workflow.history('GET', path)).status).toBe(404);
	});
});
