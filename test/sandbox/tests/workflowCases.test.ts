import { BUSINESS_KEY, openWorkflow, RISK_VARIABLES, type Workflow } from './workflowHarness';

describe('cases of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	beforeEach(async () => {
		workflow = await openWorkflow();
	});
	afterEach(async () => await workflow.close());

	it('starts the latest version of a key and answers 201 without variables unless asked', async () => {
		const { status, data } = await workflow.start();
		expect(status).toBe(201);
		expect(data).toMatchObject({ businessKey: BUSINESS_KEY, ended: false, suspended: false });
		expect(data.variables).toBeUndefined();
		const { data: told } = await workflow.start({ returnVariables: true });
		expect(told.variables).toContainEqual({
			name: 'orderId',
			value: 100,
			type: 'integer',
			scope: 'local',
			encryption: false,
		});
	});

	it('has no idempotency: a second start with the same business key makes a second case', async () => {
		const first = await workflow.start();
		const second = await workflow.start();
		expect(second.status).toBe(201);
		expect(second.data.id).not.toBe(first.data.id);
		const { data } = await workflow.api(
			'GET',
			`/process-instances?businessKey=${encodeURIComponent(BUSINESS_KEY)}`,
		);
		expect(data.page.totalElements).toBe(2);
	});

	it.each([
		['an unknown key', { processDefinitionKey: 'nothing' }],
		['no handle', { processDefinitionKey: undefined }],
		['two handles', { message: 'orderArrived' }],
		['a variable without a name', { variables: [{ value: 1 }] }],
		['a variable of an unknown type', { variables: [{ name: 'a', value: 1, type: 'money' }] }],
		['a value that does not fit its type', { variables: [{ name: 'a', value: 'x', type: 'integer' }] }],
	])('refuses a start with %s with 400 and starts nothing', async (_, overrides) => {
		const { status, data } = await workflow.start(overrides);
		expect(status).toBe(400);
		expect(data).toEqual({ message: 'Bad request', exception: expect.any(String) });
		expect((await workflow.api('GET', '/process-instances')).data.page.totalElements).toBe(0);
	});

	it('stores nothing when a step before the first wait state fails', async () => {
		const { status, data } = await workflow.start({
			variables: RISK_VARIABLES.filter(({ name }) => name !== 'reviewersGroup'),
		});
		expect(status).toBe(500);
		expect(data.exception).toContain('reviewersGroup');
		const { data: historic } = await workflow.history('GET', '/historic-process-instances');
		expect(historic).not.toHaveProperty('_embedded');
	});

	it('derives the type of a variable from its value', async () => {
		const values = ['text', true, 7, 2 ** 40, 1.5, { a: [1] }, [1]];
		const { data } = await workflow.start({
			variables: [...RISK_VARIABLES, ...values.map((value, at) => ({ name: `v${at}`, value }))],
			returnVariables: true,
		});
		const types = Object.fromEntries(
			data.variables.map(({ name, type }: { name: string; type: string }) => [name, type]),
		);
		expect(values.map((_, at) => types[`v${at}`])).toEqual([
			'string',
			'boolean',
			'integer',
			'long',
			'double',
			'json',
			'json',
		]);
	});

	it('creates, changes, reads and removes variables: POST an existing one 409, PUT a missing one 404', async () => {
		const { data } = await workflow.start();
		const path = `/process-instances/${data.id}/variables`;
		expect((await workflow.api('POST', path, [{ name: 'note', value: 'a' }])).status).toBe(201);
		expect((await workflow.api('POST', path, [{ name: 'note', value: 'b' }])).status).toBe(409);
		expect((await workflow.api('PUT', `${path}/missing`, { name: 'missing', value: 1 })).status).toBe(404);
		expect((await workflow.api('PUT', `${path}/note`, { name: 'note', value: 'c' })).status).toBe(200);
		expect((await workflow.api('GET', `${path}/note`)).data).toMatchObject({ name: 'note', value: 'c' });
		expect((await workflow.api('DELETE', `${path}/note`)).status).toBe(204);
		expect((await workflow.api('GET', `${path}/note`)).status).toBe(404);
		const { data: all } = await workflow.api('GET', path);
		expect(all._embedded.variables).toHaveLength(RISK_VARIABLES.length);
	});

	it('creates none of several variables when one exists already', async () => {
		const { data } = await workflow.start();
		const path = `/process-instances/${data.id}/variables`;
		const body = [
			{ name: 'fresh', value: 1 },
			{ name: 'orderId', value: 1 },
		];
		expect((await workflow.api('POST', path, body)).status).toBe(409);
		expect((await workflow.api('GET', `${path}/fresh`)).status).toBe(404);
	});

	it('keeps comments with author and time until they are removed', async () => {
		const { data } = await workflow.start({ comment: { message: 'Started by hand' } });
		const path = `/process-instances/${data.id}/comments`;
		const added = await workflow.api('POST', path, { message: 'Called the shopper' });
		expect(added.status).toBe(201);
		const { data: list } = await workflow.api('GET', path);
		expect(list._embedded.comments.map(({ message }: { message: string }) => message)).toEqual([
			'Started by hand',
			'Called the shopper',
		]);
		expect((await workflow.api('DELETE', `${path}/${added.data.id}`)).status).toBe(204);
		expect((await workflow.api('GET', path)).data.page.totalElements).toBe(1);
	});

	it('suspends and activates once each; while suspended, tasks and comments answer 500 with the reason', async () => {
		const { data } = await workflow.start();
		const path = `/process-instances/${data.id}`;
		const [task] = await workflow.tasks(data.id);
		expect((await workflow.api('PUT', path, { action: 'suspend' })).data.suspended).toBe(true);
		expect((await workflow.api('PUT', path, { action: 'suspend' })).status).toBe(409);
		for (const refused of [
			await workflow.api('POST', `/tasks/${task.id}`, {
				action: 'claim',
				assignee: 'rita.reviewer@example.com',
			}),
			await workflow.api('POST', `${path}/comments`, { message: 'x' }),
		]) {
			expect(refused.status).toBe(500);
			expect(refused.data.exception).toContain('suspended');
		}
		expect((await workflow.api('GET', '/tasks?active=true')).data.page.totalElements).toBe(0);
		expect((await workflow.api('PUT', path, { action: 'activate' })).status).toBe(200);
		expect((await workflow.decide(data.id, 'approved')).status).toBe(204);
		expect((await workflow.api('PUT', path, { action: 'sing' })).status).toBe(404);
	});

	it('takes a repeated state for good where the switch says so', async () => {
		const { data } = await workflow.start();
		const path = `/process-instances/${data.id}`;
		await workflow.control('POST', '/workflow/settings', { refuseRepeatedState: false });
		expect((await workflow.api('PUT', path, { action: 'activate' })).status).toBe(200);
		expect((await workflow.api('PUT', path, { action: 'suspend' })).status).toBe(200);
		expect((await workflow.api('PUT', path, { action: 'suspend' })).data.suspended).toBe(true);
	});

	it('keeps comments of a task, which its case lists as well, until the switch says that tasks have none', async () => {
		const { data } = await workflow.start({ comment: { message: 'Started by hand' } });
		const [task] = await workflow.tasks(data.id);
		const path = `/tasks/${task.id}/comments`;
		const added = await workflow.api('POST', path, { message: 'Called the shopper' });
		expect(added.data).toMatchObject({ taskId: task.id, processInstanceId: data.id });
		const total = async (of: string) => (await workflow.api('GET', of)).data.page.totalElements;
		expect([await total(path), await total(`/process-instances/${data.id}/comments`)]).toEqual([1, 2]);
		const { data: shown } = await workflow.api('GET', `/tasks/${task.id}?includeTaskComments=true`);
		expect(shown.comments).toMatchObject([{ message: 'Called the shopper' }]);
		await workflow.control('POST', '/workflow/settings', { taskComments: false });
		expect((await workflow.api('DELETE', `${path}/${added.data.id}`)).status).toBe(404);
		await workflow.control('POST', '/workflow/settings', { taskComments: true });
		expect((await workflow.api('DELETE', `${path}/${added.data.id}`)).status).toBe(204);
		expect(await total(path)).toBe(0);
	});

	it('draws a running case as a PNG, and says of a model without a drawing that it has none', async () => {
		const { data } = await workflow.start();
		const drawn = await workflow.api('GET', `/process-instances/${data.id}/diagram`);
		expect([drawn.status, drawn.headers['content-type']]).toEqual([200, 'image/png']);
		expect(String(drawn.data).slice(1, 4)).toBe('PNG');
		const modelContent = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="undrawn" isExecutable="true"><startEvent id="a" /><sequenceFlow id="f" sourceRef="a" targetRef="t" /><userTask id="t" /><sequenceFlow id="g" sourceRef="t" targetRef="z" /><endEvent id="z" /></process></definitions>`;
		await workflow.api('POST', '/runtime/models', { modelType: 'xml', modelContent });
		const undrawn = await workflow.start({ processDefinitionKey: 'undrawn' });
		const refused = await workflow.api('GET', `/process-instances/${undrawn.data.id}/diagram`);
		expect(refused.status).toBe(400);
		expect(refused.data.exception).toContain('no graphical notation');
	});

	it('answers an unknown action with 400', async () => {
		const { data } = await workflow.start();
		expect((await workflow.api('PUT', `/process-instances/${data.id}`, { action: 'sing' })).status).toBe(400);
	});

	it('terminates: the case leaves the runtime and stands in history with the reason', async () => {
		const { data } = await workflow.start();
		const path = `/process-instances/${data.id}`;
		const answer = await workflow.api(
			'DELETE',
			`${path}?deleteReason=${encodeURIComponent('Order removed')}`,
		);
		expect(answer.status).toBe(204);
		expect(answer.data).toBe('');
		expect((await workflow.api('GET', path)).status).toBe(404);
		expect(await workflow.tasks(data.id)).toEqual([]);
		const { data: ended } = await workflow.history('GET', `/historic-process-instances/${data.id}`);
		expect(ended).toMatchObject({ deleteReason: 'Order removed', endActivityId: null });
		const { data: tasks } = await workflow.history(
			'GET',
			`/historic-task-instances?processInstanceId=${data.id}`,
		);
		expect(tasks._embedded['historic-task-instances'][0]).toMatchObject({
			deleteReason: 'Order removed',
			endTime: expect.any(String),
		});
	});

	it('answers broken JSON with 400 and another content type with 415', async () => {
		const broken = await workflow.api('POST', '/process-instances', '{', {
			'content-type': 'application/json',
		});
		expect(broken.status).toBe(400);
		const form = await workflow.api('POST', '/process-instances', 'a=b', { 'content-type': 'text/plain' });
		expect(form.status).toBe(415);
	});
});
