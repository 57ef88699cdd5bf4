import axios from 'axios';
import { starting } from '../conformance/cases/OpenTextWorkflow/support';
import { REVIEWER } from '../sandbox/core';
import { failureOf, outputOf, startWorld, type World } from './harness';
import { Desk } from './support/desk';
import { create } from './support/publishedTemplate';
import { file, node, PACK, to } from './support/waitingWorkflow';

const WEBHOOK_ID = 'called-by-cases';

describe('a trigger that cases call, in a real n8n from the packed tarball', () => {
	let world: World;
	let desk: Desk;
	let workflowId: string;

	beforeAll(async () => {
		world = await startWorld('workflow-callbacks');
		desk = new Desk(world);
		const trigger = node('Trigger', `${PACK}.openTextWorkflowTrigger`, 1, {
			watchBy: 'callback',
			event: 'caseEnded',
			pollTimes: { item: [{ mode: 'everyX', value: 1, unit: 'hours' }] },
		});
		const nodes = [{ ...trigger, webhookId: WEBHOOK_ID }, node('Then', 'n8n-nodes-base.noOp', 1, {}, 1)];
		({ id: workflowId } = await create(world, file('Called', nodes, { Trigger: { main: [to('Then')] } })));
		await world.client.activate(workflowId);
	});

	afterAll(async () => await world?.close());

	const address = () => `${world.n8n.url}/webhook/${WEBHOOK_ID}/webhook`;

	const call = async (url: string, method = 'POST') =>
		(await axios.request({ url, method, data: {}, validateStatus: () => true })).status;

	/** A case that was decided, and the address that it calls. */
	const decided = async (nth: number) => {
		const { businessKey, ...fields } = starting(nth);
		const execution = await desk.run({
			node: 'openTextWorkflow',
			parameters: {
				resource: 'case',
				operation: 'start',
				businessKey,
				...fields,
				options: { callbackAddress: address() },
			},
		});
		expect(failureOf(execution)).toBeUndefined();
		const { workflow } = world.sandbox.client;
		const task = (await workflow.tasks()).find((one) => one.businessKey === businessKey);
		await workflow.decide(task?.id ?? '', { user: REVIEWER, outcome: 'approved', reason: 'Known customer' });
		const found = (await workflow.cases()).find((one) => one.businessKey === businessKey);
		return { caseId: found?.id, url: String(found?.variables.callback_url) };
	};

	const begun = async () =>
		(await world.client.executions({ workflowId })).filter(({ mode }) => mode !== 'manual');

	it('refuses a call without the secret of its case, takes POST alone, and runs nothing', async () => {
		const { url } = await decided(1);
		const forged = new URL(url);
		forged.searchParams.set('secret', 'f'.repeat(64));
		expect(await call(forged.toString())).toBe(401);
		expect(await call(address())).toBe(401);
		expect(await call(url, 'GET')).toBe(404);
		expect(await begun()).toEqual([]);
	});

	it('answers a call at once, runs with the case that ended, and not again when it is called again or n8n is restarted', async () => {
		const { caseId, url } = await decided(2);
		expect(await call(url)).toBe(202);
		const [execution] = await world.client.waitForExecutions(
			(all) => all.some(({ mode, status }) => mode === 'webhook' && status === 'success'),
			{ filter: { workflowId }, withData: true, what: 'the case to be told' },
		);
		expect(outputOf(execution, 'Trigger')).toMatchObject([{ event: 'caseEnded', caseId }]);
		expect(await call(url)).toBe(202);
		await world.n8n.restart();
		expect(await call(url)).toBe(202);
		// Its first poll came with the restart: it told the case of which no call was taken, and that one alone.
		const told = await world.client.waitForExecutions(
			(all) => all.some(({ mode, status }) => mode === 'trigger' && status === 'success'),
			{ filter: { workflowId }, withData: true, what: 'the other case to be told' },
		);
		const cases = told.flatMap((one) => outputOf(one, 'Trigger').map((item) => item.caseId));
		expect(cases.filter((one) => one === caseId)).toHaveLength(1);
		expect(cases).toHaveLength(2);
	});
});
