/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HOUR, openWorkflow, REVIEWER, type Workflow } from './workflowHarness';

/** Every process model of this package. */
const MODELS = readdirSync(join(__dirname, '../../../workflows-templates/processes')).filter((name) =>
	name.endsWith('.bpmn20.xml'),
).length;

describe('the Workflow Service stand-in over a restart', () => {
	let folder: string;
	let workflow: Workflow;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'workflow-restart-'));
		workflow = await openWorkflow(folder);
	});
	afterEach(async () => {
		await workflow.close();
		await rm(folder, { recursive: true });
	});

	const restart = async () => {
		await workflow.close();
		workflow = await openWorkflow(folder);
	};

	it('a case waiting on a task is still waiting, with the same task and its holder', async () => {
		const { data } = await workflow.start();
		const [before] = await workflow.tasks(data.id);
		await workflow.api('POST', `/tasks/${before.id}`, { action: 'claim', assignee: REVIEWER });
		await restart();
		const [after] = await workflow.tasks(data.id);
		expect(after).toMatchObject({ id: before.id, assignee: REVIEWER, createTime: before.createTime });
		expect((await workflow.decide(data.id, 'approved')).status).toBe(204);
		expect((await workflow.history('GET', `/historic-process-instances/${data.id}`)).data.endActivityId).toBe(
			'endApproved',
		);
	});

	it('a deadline keeps its time', async () => {
		const { data } = await workflow.start();
		await workflow.advance(10 * HOUR);
		await restart();
		await workflow.advance(13 * HOUR);
		expect((await workflow.tasks(data.id))[0].taskDefinitionKey).toBe('reviewOrder');
		await restart();
		await workflow.advance(HOUR);
		expect((await workflow.tasks(data.id))[0].taskDefinitionKey).toBe('reviewOrderOverdue');
	});

	it('a case in its second round goes on where it was', async () => {
		const { data } = await workflow.start();
		await workflow.decide(data.id, 'moreInformation');
		await restart();
		expect((await workflow.tasks(data.id))[0].taskDefinitionKey).toBe('collectInformation');
		await workflow.decide(data.id, 'ready');
		await restart();
		await workflow.decide(data.id, 'rejected');
		expect((await workflow.history('GET', `/historic-process-instances/${data.id}`)).data.endActivityId).toBe(
			'endRejected',
		);
	});

	it('history and models are still there, and no model is deployed twice', async () => {
		const { data } = await workflow.start();
		await workflow.decide(data.id, 'approved');
		await restart();
		expect((await workflow.history('GET', '/historic-process-instances')).data.page.totalElements).toBe(1);
		expect((await workflow.api('GET', '/runtime/models')).data.page.totalElements).toBe(MODELS);
	});

	it('a suspended case is still suspended and can go on', async () => {
		const { data } = await workflow.start();
		const path = `/process-instances/${data.id}`;
		await workflow.api('PUT', path, { action: 'suspend' });
		await restart();
		expect((await workflow.api('GET', path)).data.suspended).toBe(true);
		await workflow.api('PUT', path, { action: 'activate' });
		expect((await workflow.decide(data.id, 'approved')).status).toBe(204);
	});

	it('a reset forgets everything but the models of this package', async () => {
		await workflow.start();
		await workflow.control('POST', '/workflow/settings', { historyDelayMs: 5 });
		await workflow.control('POST', '/reset');
		expect((await workflow.api('GET', '/tasks')).status).toBe(401);
		await restart();
		expect((await workflow.api('GET', '/process-instances')).data.page.totalElements).toBe(0);
		expect((await workflow.control('GET', '/workflow/settings')).data.historyDelayMs).toBe(0);
		expect((await workflow.api('GET', '/runtime/models')).data.page.totalElements).toBe(MODELS);
	});
});
