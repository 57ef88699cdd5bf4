import { openWorkflow, type Workflow } from './workflowHarness';

describe('lists of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	beforeEach(async () => {
		workflow = await openWorkflow();
	});
	afterEach(async () => await workflow.close());

	const startMany = async (count: number) => {
		for (let at = 0; at < count; at += 1) {
			await workflow.start({ businessKey: `key-${String(at).padStart(2, '0')}` });
		}
	};
	const keys = (data: { _embedded: Record<string, Array<{ businessKey: string }>> }) =>
		data._embedded['process-instances'].map(({ businessKey }) => businessKey);

	it('drop _embedded when nothing matched', async () => {
		for (const { data } of [
			await workflow.api('GET', '/tasks'),
			await workflow.api('GET', '/process-instances'),
			await workflow.history('GET', '/historic-task-instances'),
		]) {
			expect(data).not.toHaveProperty('_embedded');
			expect(data.page).toEqual({ size: 10, totalElements: 0, totalPages: 0, number: 0 });
		}
	});

	it('give ten items unless count says otherwise, and a next link while there are more', async () => {
		await startMany(12);
		const { data: first } = await workflow.api('GET', '/process-instances?sort=startTime');
		expect(keys(first)).toHaveLength(10);
		expect(first.page).toEqual({ size: 10, totalElements: 12, totalPages: 2, number: 0 });
		const next = await workflow.client.get(first._links.next.href, {
			headers: { Authorization: `Bearer ${await newToken()}` },
		});
		expect(keys(next.data)).toEqual(['key-10', 'key-11']);
		expect(next.data._links.next).toBeUndefined();
		expect(next.data._links.prev).toBeDefined();
		const { data: all } = await workflow.api('GET', '/process-instances?count=100');
		expect(keys(all)).toHaveLength(12);
	});

	const newToken = async (): Promise<string> => {
		const { data } = await workflow.token({
			grant_type: 'client_credentials',
			client_id: 'sandbox-client',
			client_secret: 'sandbox-client-password',
		});
		return data.access_token;
	};

	it('count the offset in items, not in pages', async () => {
		await startMany(5);
		const { data } = await workflow.api('GET', '/process-instances?sort=businessKey&offset=2&count=2');
		expect(keys(data)).toEqual(['key-02', 'key-03']);
	});

	it('sort both ways', async () => {
		await startMany(3);
		const { data } = await workflow.api('GET', '/process-instances?sort=businessKey&order=desc');
		expect(keys(data)).toEqual(['key-02', 'key-01', 'key-00']);
	});

	it('spell times with Z in one resource and +0000 in another', async () => {
		const { data: started } = await workflow.start();
		const { data: tasks } = await workflow.api('GET', '/tasks');
		const { data: historic } = await workflow.history('GET', '/historic-task-instances');
		const { data: instance } = await workflow.history('GET', `/historic-process-instances/${started.id}`);
		expect(started.startTime).toMatch(/\d\+0000$/);
		expect(tasks._embedded.tasks[0].createTime).toMatch(/\dZ$/);
		expect(historic._embedded['historic-task-instances'][0].startTime).toMatch(/\d\+0000$/);
		expect(instance.startTime).toMatch(/\dZ$/);
		expect(Date.parse(started.startTime.replace('+0000', 'Z'))).toBe(Date.parse(instance.startTime));
	});
});
