import { openWorkflow, type Workflow } from './workflowHarness';

describe('attachments of the Workflow Service stand-in', () => {
	let workflow: Workflow;
	let path: string;

	beforeEach(async () => {
		workflow = await openWorkflow();
		const { id } = (await workflow.start()).data;
		path = `/tasks/${(await workflow.tasks(id))[0].id}/attachments`;
	});
	afterEach(async () => await workflow.close());

	const form = (parts: Record<string, string | Blob>) => {
		const data = new FormData();
		for (const [name, value] of Object.entries(parts)) data.append(name, value);
		return data;
	};

	it('keeps a file that is sent as a form, lists it and gives its bytes', async () => {
		const file = new Blob(['broken lamp'], { type: 'text/plain' });
		const { status, data } = await workflow.api(
			'POST',
			path,
			form({ name: 'lamp.txt', description: 'As it came', type: 'text/plain', file }),
		);
		expect(status).toBe(201);
		expect(data).toMatchObject({ name: 'lamp.txt', description: 'As it came', externalUrl: null });
		const { data: list } = await workflow.api('GET', path);
		expect(list._embedded.attachments).toMatchObject([{ id: data.id, name: 'lamp.txt' }]);
		const content = await workflow.api('GET', `${path}/${data.id}/content`);
		expect(content.data).toBe('broken lamp');
	});

	it('keeps a link, and removes it', async () => {
		const { data } = await workflow.api('POST', path, { name: 'Page', externalUrl: 'https://example.com' });
		expect(data).toMatchObject({ externalUrl: 'https://example.com', contentUrl: null });
		expect((await workflow.api('DELETE', `${path}/${data.id}`)).status).toBe(204);
		expect((await workflow.api('GET', path)).data._embedded).toBeUndefined();
	});

	it.each([
		['without a name', { externalUrl: 'https://example.com' }],
		['with neither a link nor a file', { name: 'Nothing' }],
	])('refuses one %s', async (_what, body) => {
		expect((await workflow.api('POST', path, body)).status).toBe(400);
	});

	it('answers 404 for a task that is completed', async () => {
		const { data } = await workflow.api('GET', '/tasks');
		await workflow.decide(data._embedded.tasks[0].processInstanceId, 'approved');
		expect((await workflow.api('GET', path)).status).toBe(404);
	});
});
