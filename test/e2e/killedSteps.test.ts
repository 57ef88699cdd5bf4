import type { INodeParameters } from 'n8n-workflow';
import { callOf, isRead, type Call } from '../engine/support/badAnswers';
import type { FaultKind } from '../sandbox/core/faults';
import { failureOf, startWorld, waitFor, type Execution, type World } from './harness';
import { N8nRuntime } from './support/n8nRuntime';
import { create, publish } from './support/publishedTemplate';
import { Review, REVIEW, STATUS } from './support/review';
import { file, node, PACK, to } from './support/waitingWorkflow';

/**
 * n8n killed at each step of Ask, Refund and Finish, in the real n8n: the steps are read from a clean run; at each of them, before and after in turn, a run is held and n8n dies, once
 * for each step. Then it is run again. What is tried of every step, before and after, is the matrix of the engine layer.
 */

const HELD: readonly FaultKind[] = ['silentBefore', 'silentAfter'];

/** Asked by POST, and changes nothing. */
const QUERY = /\/refund_quotes$/;

const WHOLE = ['claimed', 'open', 'decided', 'applied'];

const ASK: INodeParameters = {
	purpose: REVIEW.purpose,
	name: 'Risk review',
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	details: {
		detail: ['reviewersGroup', 'managersGroup', 'serviceGroup'].map((name) => ({
			name,
			value: 'order-reviewers',
		})),
	},
};

const about = (id: number): INodeParameters => ({ orderId: { __rl: true, mode: 'id', value: String(id) } });

type Phase = 'Ask' | 'Refund' | 'Finish';

const PHASES: readonly Phase[] = ['Ask', 'Refund', 'Finish'];

/** The node of a phase. */
const NODES: Readonly<Record<Phase, (id: number, key: string) => [string, INodeParameters]>> = {
	Ask: (id) => ['openTextDecision', { ...ASK, ...about(id) }],
	Refund: (id, key) => [
		'bigCommerce',
		{ resource: 'refund', operation: 'create', ...about(id), what: 'order', forDecision: key },
	],
	Finish: (_id, linkKey) => [
		'openTextDecision',
		{ operation: 'finish', linkKey, verdict: 'stop', change: 'status', statusId: STATUS.cancelled },
	],
};

/** Tells what was decided; nothing follows. */
const TELLING = file(
	'Telling',
	[
		node('Review Decided', `${PACK}.openTextDecisionTrigger`, 1, {
			purpose: REVIEW.purpose,
			pollTimes: { item: [{ mode: 'everyMinute' }] },
		}),
		node('Nothing Follows', 'n8n-nodes-base.noOp', 1, {}, 1),
	],
	{ 'Review Decided': { main: [to('Nothing Follows')] } },
);

/** One step of a phase, and the run that dies there. */
interface Step {
	phase: Phase;
	call: Call & { spares: number };
	kind: FaultKind;
	order: number;
}

describe('n8n killed at the steps of Ask, Refund and Finish, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review<N8nRuntime>;

	beforeAll(async () => {
		world = await startWorld('killed-steps');
		review = new Review(new N8nRuntime(world, await publish(world, TELLING)), REVIEW.purpose);
	});

	afterAll(async () => await world?.close());

	const keyOf = (id: number) => review.keyOf({ id });

	/** Runs the node of a phase for an order. */
	async function run(phase: Phase, id: number): Promise<Execution> {
		const [type, parameters] = NODES[phase](id, keyOf(id));
		const workflow = file(
			`${phase} ${id}`,
			[
				node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
				node(phase, `${PACK}.${type}`, 1, parameters, 1),
			],
			{ Start: { main: [to(phase)] } },
		);
		return await world.client.runManually((await create(world, workflow)).id, 'Start');
	}

	async function mustRun(phase: Phase, id: number): Promise<void> {
		expect(failureOf(await run(phase, id))).toBeUndefined();
	}

	const place = async () => (await review.sandbox.bigCommerce.place('harmless')).id;

	/** People reject, and the trigger records it. */
	async function reject(ids: readonly number[]): Promise<void> {
		for (const id of ids) await review.decide({ id }, 'rejected', 'Nobody answers');
		for (const id of ids)
			await review.until(
				`the decision on order ${id}`,
				async () => (await review.link(id))?.state === 'decided',
			);
	}

	/** The changes that a clean run of a phase makes, each as a fault strikes it. */
	async function effectsOf(phase: Phase, id: number): Promise<Array<Step['call']>> {
		await review.sandbox.exchanges.clear();
		await mustRun(phase, id);
		const calls = (await review.sandbox.exchanges.list())
			.filter(({ url }) => !QUERY.test(url))
			.flatMap((exchange) => callOf(exchange) ?? [])
			.filter(({ method }) => !isRead(method));
		const sameForm = (one: Call, other: Call) => one.method === other.method && one.path === other.path;
		return calls.map((call, at) => ({
			...call,
			spares: calls.slice(0, at).filter((earlier) => sameForm(earlier, call)).length,
		}));
	}

	/** Every step of all three, struck before and after in turn, each with an order of its own. */
	async function stepsOfCleanRun(): Promise<Step[]> {
		const steps: Step[] = [];
		const clean = await place();
		for (const phase of PHASES) {
			for (const call of await effectsOf(phase, clean)) {
				const kind = HELD[steps.length % HELD.length];
				steps.push({ phase, kind, order: await place(), call });
			}
			if (phase === 'Ask') await reject([clean]);
		}
		return steps;
	}

	/** Holds a run at a step, kills n8n there, and starts it again when the claims of that run are over. */
	async function killAt({ phase, call, kind, order }: Step): Promise<void> {
		const { faults } = review.sandbox;
		const path = call.path.replace('/orders/[^/]+', `/orders/${order}`);
		await faults.add({ ...call, path, kind, times: 1 });
		// It never ends: n8n dies.
		run(phase, order).catch(() => undefined);
		const isThere = async () => (await faults.list()).length === 0;
		await waitFor(`${phase} to come to ${call.method} ${path}`, isThere, { everyMs: 50 });
		await review.runtime.restartLater();
	}

	it('ends with one case, one refund, one end state and the whole history, whichever step it was', async () => {
		const steps = await stepsOfCleanRun();
		expect(steps.length).toBeGreaterThanOrEqual(10);
		expect([...new Set(steps.map(({ phase }) => phase))]).toEqual(PHASES);
		const orders = steps.map(({ order }) => order);
		for (const phase of PHASES) {
			const killed = steps.filter((step) => step.phase === phase);
			for (const id of orders.filter((order) => killed.every((step) => step.order !== order)))
				await mustRun(phase, id);
			for (const step of killed) {
				await killAt(step);
				await mustRun(phase, step.order);
			}
			if (phase === 'Ask') await reject(orders);
		}
		const ends = await Promise.all(
			orders.map(async (id) => {
				const [order, link] = [await review.order(id), await review.link(id)];
				const history = Array.isArray(link?.history) ? link.history : [];
				return {
					id,
					cases: (await review.casesOf({ id })).length,
					refunds: (await review.refunds(id)).length,
					status: order.status_id,
					state: link?.state,
					verdict: link?.verdict,
					history: [...new Set(history.map(({ state }) => state))],
				};
			}),
		);
		const end = { cases: 1, refunds: 1, status: STATUS.refunded, state: 'applied', verdict: 'stop' };
		expect(ends).toEqual(orders.map((id) => ({ id, ...end, history: WHOLE })));
	});
});
