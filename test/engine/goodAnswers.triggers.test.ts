import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { cases as productCases } from '../conformance/cases/BigCommerce/product';
import { cases as caseCases } from '../conformance/cases/OpenTextWorkflow/case';
import { cases as taskCases } from '../conformance/cases/OpenTextWorkflow/task';
import { signed } from '../conformance/cases/OpenTextCoreSignature/support';
import { BAD_ANSWERS, callsIn, isRead, strike, type Call } from './support/badAnswers';
import { leap, withLeapingSleep } from './support/leapingTime';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';
import type { World } from './support/world';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** More than any trigger would try. */
const ALWAYS = 10_000;

interface TriggerCase {
	name: string;
	node: string;
	parameters: INodeParameters;
	/** Something happens that the trigger is to tell. */
	happen(world: World): Promise<void>;
	/** Calls that read only a part of what is told: without them it is told all the same, and says what it lacks (K8). */
	parts: RegExp;
	/** Calls that add nothing to what is told, which goes out without them. */
	aside?: RegExp;
}

const WORKFLOW = 'openTextWorkflow';

const CASES: readonly TriggerCase[] = [
	{
		name: 'a new order',
		node: 'bigCommerceTrigger',
		parameters: { scopes: ['store/order/created'], options: { lookBackHours: 1 } },
		happen: async (world) => {
			await world.placeOrder();
		},
		parts: /^$/,
		aside: /hooks/,
	},
	{
		name: 'a new product',
		node: 'bigCommerceTrigger',
		parameters: { scopes: ['store/product/created'], options: { lookBackHours: 1 } },
		happen: async (world) => {
			await world.must('bigCommerce', {
				resource: 'product',
				operation: 'create',
				...(await productCases.create.prepare(world, 1)),
			});
		},
		parts: /^$/,
		aside: /hooks/,
	},
	{
		name: 'a case that ended',
		node: 'openTextWorkflowTrigger',
		parameters: { event: 'caseEnded', options: { lookBackHours: 1 } },
		happen: async (world) => {
			const entered = await caseCases.terminate.prepare(world, 1);
			await world.must(WORKFLOW, { resource: 'case', operation: 'terminate', ...entered });
			await world.control().post('/workflow/settings', { historyDelayMs: 0 });
		},
		parts: /historic-task-instances/,
	},
	{
		name: 'a task that began',
		node: 'openTextWorkflowTrigger',
		parameters: { event: 'taskCreated', options: { lookBackHours: 1 } },
		happen: async (world) => {
			const entered = await taskCases.claim.prepare(world, 1);
			await world.must(WORKFLOW, { resource: 'task', operation: 'claim', ...entered });
		},
		parts: /process-instances/,
	},
	{
		name: 'a document that was signed',
		node: 'openTextCoreSignatureTrigger',
		parameters: { eventTypes: ['signed'], options: { lookBackHours: 1 } },
		happen: async (world) => {
			await signed(world, 1);
		},
		parts: /documents/,
	},
];

const world = useWorld();
let open: PublishedTrigger[] = [];

afterEach(async () => {
	await Promise.all(open.map(async (trigger) => await trigger.close()));
	open = [];
});

const trigger = async ({ node, parameters }: Pick<TriggerCase, 'node' | 'parameters'>) => {
	const opened = await PublishedTrigger.open({ node, parameters, credentials: world.credentials(node) });
	open.push(opened);
	return opened;
};

const asked = () => world.sandbox.context.exchanges.list();

/** Polls until something is told: the history shows a record a little later. */
async function firstNews(entry: TriggerCase): Promise<IDataObject[]> {
	const told = await (await trigger(entry)).poll();
	return told ?? [];
}

/** What a poll of a new trigger comes to while one call is answered badly: what it told, or what it threw. */
async function pollWith(entry: TriggerCase, call: Call, kind: string) {
	const fresh = await trigger(entry);
	world.sandbox.context.exchanges.clear();
	strike(world, call, kind, ALWAYS);
	try {
		return { told: await leap(async () => await fresh.poll()) };
	} catch (error) {
		return { error };
	} finally {
		world.sandbox.context.faults.clear();
	}
}

describe.each(CASES.map((entry) => [entry.name, entry] as const))('a poll for %s', (_name, entry) => {
	it('never takes an answer for an empty list because of its status (K3)', async () => {
		await entry.happen(world);
		world.sandbox.context.exchanges.clear();
		expect(await firstNews(entry)).not.toEqual([]);
		const calls = callsIn(asked());
		expect(calls.length).toBeGreaterThan(0);
		const faults: string[] = [];
		for (const call of calls) {
			for (const kind of Object.keys(BAD_ANSWERS)) {
				const ended = await pollWith(entry, call, kind);
				const told = 'told' in ended ? (ended.told ?? []) : [];
				const isPart = entry.parts.test(call.path);
				const saysSo = told.length > 0 && told.every(({ unread }) => typeof unread === 'string');
				const isTold = entry.aside?.test(call.path) ? told.length > 0 : 'error' in ended;
				if (isPart ? !saysSo : !isTold) {
					faults.push(`${call.path}, ${kind}: ${JSON.stringify(ended).slice(0, 300)}`);
				}
			}
		}
		expect(faults).toEqual([]);
	});
});

describe('a delivery', () => {
	it.each(Object.keys(BAD_ANSWERS))(
		'of an order that is read again with %s is answered 500 and comes again, and nothing runs',
		async (kind) => {
			const published = await trigger(CASES[0]);
			await published.publish();
			const [call] = callsIn([
				{ ...EXCHANGE, service: 'bigcommerce', method: 'GET', url: '/stores/sandbox1/v2/orders/100' },
			]);
			world.sandbox.context.faults.add({ service: 'bigcommerce', kind: 'dropDelivery', times: 1 });
			const orderId = await world.placeOrder();
			strike(world, call, kind, ALWAYS);
			const deliver = async () =>
				await axios.post(`${world.sandbox.url}/_sandbox/bigcommerce/deliver`, {
					scope: 'store/order/created',
					orderId,
				});
			const { data } = await leap(deliver);
			expect({ answers: data.statuses, started: published.started }).toEqual({ answers: [500], started: [] });
		},
	);
});

const EXCHANGE = {
	id: 0,
	at: 0,
	requestHeaders: {},
	status: 200,
	responseHeaders: {},
};

describe.each([CASES[0], CASES[4]].map((entry) => [entry.node, entry] as const))(
	'publishing %s',
	(_node, entry) => {
		it('fails when the service answers with something else, and registers nothing twice', async () => {
			world.sandbox.context.exchanges.clear();
			const first = await trigger(entry);
			await first.publish();
			await first.unpublish();
			const calls = callsIn(asked()).filter(({ path }) => !/deliver/.test(path));
			const faults: string[] = [];
			for (const call of calls) {
				for (const kind of Object.keys(BAD_ANSWERS)) {
					await world.reset();
					const fresh = await trigger(entry);
					if (call.method === 'DELETE') await fresh.publish();
					world.sandbox.context.exchanges.clear();
					strike(world, call, kind, ALWAYS);
					const work = async () =>
						call.method === 'DELETE' ? await fresh.unpublish() : await fresh.publish();
					const ended = await leap(work).then(
						() => 'ended as success',
						() => undefined,
					);
					const writes = asked().filter(({ method, url }) => !isRead(method) && !url.includes('oauth2'));
					if (ended) faults.push(`${call.method} ${call.path}, ${kind}: ${ended}`);
					if (writes.length > 1) faults.push(`${call.method} ${call.path}, ${kind}: ${writes.length} writes`);
				}
			}
			expect(faults).toEqual([]);
		});
	},
);
