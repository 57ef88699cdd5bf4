import { MANAGER, REVIEWER } from '../core';
import { REVIEWER_GROUP, SERVICE_GROUP } from '../workflow/directory';
import { openWorkflow, type Workflow } from './workflowHarness';

describe('assignments of the Workflow Service stand-in (reference 4.6, T5–T8)', () => {
	let workflow: Workflow;
	let path: string;

	beforeEach(async () => {
		workflow = await openWorkflow();
		const { id } = (await workflow.start()).data;
		path = `/tasks/${(await workflow.tasks(id))[0].id}/assignments`;
	});
	afterEach(async () => await workflow.close());

	const listed = async (query = '') =>
		(await workflow.api('GET', `${path}${query}`)).data._embedded?.assignments ?? [];

	it('lists the groups of the model, by name or by ID', async () => {
		const ofModel = { user: null, group: REVIEWER_GROUP, type: 'candidate' };
		expect(await listed()).toEqual([ofModel]);
		expect((await listed('?includeGroupIds=true'))[0].group).not.toBe(REVIEWER_GROUP);
	});

	it('puts people and groups to a task once, and takes them away', async () => {
		for (const body of [{ user: MANAGER }, { user: MANAGER }, { group: SERVICE_GROUP }]) {
			expect((await workflow.api('POST', path, { type: 'candidate', ...body })).status).toBe(201);
		}
		expect(await listed()).toHaveLength(3);
		expect((await workflow.api('PUT', path, { type: 'owner', user: REVIEWER })).status).toBe(200);
		expect(await listed()).toContainEqual({ user: REVIEWER, group: null, type: 'owner' });
		for (const body of [
			{ type: 'candidate', user: MANAGER },
			{ type: 'candidate', group: SERVICE_GROUP },
			{ type: 'owner', user: REVIEWER },
		]) {
			expect((await workflow.api('DELETE', path, body)).status).toBe(204);
			expect((await workflow.api('DELETE', path, body)).status).toBe(404);
		}
		expect(await listed()).toHaveLength(1);
	});

	const max = { type: 'candidate', user: MANAGER };

	it.each<[string, object]>([
		['byKind', { ...max, type: 'candidateUser' }],
		['list', [max]],
	])('takes them as %s alone when the switch says so', async (assignmentForm, body) => {
		await workflow.control('POST', '/workflow/settings', { assignmentForm });
		expect((await workflow.api('POST', path, max)).status).toBe(400);
		expect((await workflow.api('POST', path, body)).status).toBe(201);
		expect(await listed()).toHaveLength(2);
		expect((await workflow.api('DELETE', path, body)).status).toBe(204);
	});

	it.each([
		['neither user nor group', { type: 'candidate' }],
		['both', { type: 'candidate', user: MANAGER, group: SERVICE_GROUP }],
		['somebody unknown', { type: 'candidate', user: 'nobody@example.com' }],
		['an unknown group', { type: 'candidate', group: 'nobodies' }],
		['a group as owner', { type: 'owner', group: SERVICE_GROUP }],
		['no type', { user: MANAGER }],
	])('refuses %s', async (_what, body) => {
		expect((await workflow.api('POST', path, body)).status).toBe(400);
	});
});
