import isEqual from 'lodash/isEqual';
import sumBy from 'lodash/sumBy';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { FaultKind } from '../sandbox/core/faults';
import { callOf, isRead, type Call } from './support/badAnswers';
import { about, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { Doom } from './support/doomed';
import { JOBS, type End, type Job, type Run } from './support/killedJobs';
import { waysOf, type Way } from './support/killedWays';
import { useWorld } from './support/useWorld';

/**
 * n8n killed at each step: before and after each outside effect of Ask, Refund, Shipment and Finish the process is really killed, so that no code of it cleans up; then what n8n does next is
 * done: the trigger polls, the nodes behind it run. There must be one case or document, one refund or shipment, one end state, and a whole audit trail.
 */

const SILENCES: readonly FaultKind[] = ['silentBefore', 'silentAfter'];

/** Asked by POST, and changes nothing. */
const QUERY = /\/refund_quotes$/;

const WHOLE = ['claimed', 'open', 'decided', 'applied'];

/** Longer than every lease and than the time after which a decision is told again. */
const LATER_MS = 17 * MINUTE_MS;

const DECISION = { resource: 'decision', operation: 'ask' };

const world = useWorld('kept');
const decisions = new Decisions(world);
let doom: Doom;
let ways: ReturnType<typeof waysOf>;
let now: jest.SpyInstance<number, []>;
let aheadMs = 0;

beforeAll(() => {
	ways = waysOf(world, decisions);
	doom = new Doom();
	const real = Date.now;
	now = jest.spyOn(Date, 'now').mockImplementation(() => real.call(Date) + aheadMs);
});

afterAll(async () => {
	now.mockRestore();
	await doom.close();
});

const wayOf = ({ way = 'case' }: End): Way => ways[way];

const asking = (id: number, end: End): Run => ({
	node: 'openTextDecision',
	parameters: decisions.asking(id, wayOf(end).more),
});

const decided = async (id: number, end: End): Promise<string> => {
	const { key } = await decisions.asked(id);
	await decisions.decide(key, end.outcome);
	await told(end);
	return key;
};

const must = async ({ node, parameters }: Run) => outputsOf(await world.run(node, parameters));

/** What the trigger tells, by its outputs. A trigger that starts anew knows nothing but what the services keep. */
async function told(end: End) {
	const trigger = await decisions.triggerOf({ askBy: wayOf(end).askBy });
	try {
		return (await trigger.pollOutputs()) ?? [[], [], []];
	} finally {
		await trigger.close();
	}
}

/** Everything from the question to the end, as a workflow does it again after n8n was killed. */
async function goOn(id: number, end: End): Promise<void> {
	const { outcome, carryOut } = end;
	await told(end);
	await must(asking(id, end));
	await wayOf(end).answer(outcome);
	aheadMs += LATER_MS;
	const [toldAgain] = await told(end);
	for (const { link } of toldAgain) {
		for (const step of carryOut) await must(step(id, Object(link).key));
	}
}

/** Each change that went out, as a fault strikes it: two of one form are told apart by how many went before. */
function effects(): Array<Call & { spares: number }> {
	const calls = world.sandbox.context.exchanges
		.list()
		.filter(({ url }) => !QUERY.test(url))
		.flatMap((exchange) => callOf(exchange) ?? [])
		.filter(({ method }) => !isRead(method));
	return calls.map((call, at) => ({
		...call,
		spares: calls.slice(0, at).filter((earlier) => isEqual(earlier, call)).length,
	}));
}

const countOf = (text: string, part: string) => text.split(part).length - 1;

const audited = z.object({
	link: z.object({ key: z.string(), state: z.string(), verdict: z.string() }),
	people: z.array(z.object({ who: z.string() })),
	steps: z.array(z.object({ state: z.string() })),
});

/** What an auditor is shown of the order: its first question, and those that must not be there. */
async function trailOf(id: number, end: End) {
	const asked = { askBy: wayOf(end).askBy, as: 'items' };
	const trail = await must({
		node: 'openTextDecision',
		parameters: { ...DECISION, operation: 'getAuditTrail', ...about(id), ...asked },
	});
	const [first, ...rest] = z.array(audited).parse(trail.flat());
	return { ...first, rest };
}

const given = z.object({ total_amount: z.string() });

const sent = z.object({ items: z.array(z.object({ quantity: z.number() })) });

/** What the store lists of an order. */
async function listOf<Shape extends z.ZodType>(shape: Shape, resource: string, parameters: INodeParameters) {
	const run = { resource, operation: 'getAll', returnAll: true, ...parameters };
	const { outputs } = await world.run('bigCommerce', run);
	return z.array(shape).parse(outputs.flat().map(({ json }) => json));
}

/** What is not as it must be at the end; empty when all is. */
async function faultsOf(id: number, end: End): Promise<string[]> {
	const asked = await wayOf(end).asked();
	const order = await decisions.orderOf(id);
	const notes = String(order.staff_notes);
	const refunds = await listOf(given, 'refund', { filters: { orderId: String(id) } });
	const shipments = await listOf(sent, 'shipment', about(id));
	const { link, people, steps, rest } = await trailOf(id, end);
	const facts: Array<[string, unknown, unknown]> = [
		['questions', asked.join(), link.key],
		['other rounds in the audit trail', rest.length, 0],
		['refunds', refunds.map((refund) => refund.total_amount).join(), end.refunds.join()],
		['shipments', shipments.map(({ items }) => sumBy(items, 'quantity')).join(), end.shipments.join()],
		['status of the order', order.status_id, end.status],
		['state', `${link.state}/${link.verdict}`, end.recorded],
		['notes of the hold', countOf(notes, 'Risk review: on hold'), 1],
		['notes of the decision', countOf(notes, `Risk review: ${end.outcome}`), 1],
		['who answered', people.map(({ who }) => who).join(), wayOf(end).who],
		['steps', [...new Set(steps.map((step) => step.state))].join(), WHOLE.join()],
	];
	return facts.flatMap(([name, is, must]) =>
		is === must ? [] : [`${name}: ${String(is)}, not ${String(must)}`],
	);
}

/** Everything before the step that is killed is done, on an order of its own. */
async function prepared({ end, step }: Job): Promise<{ id: number; run: Run }> {
	await world.reset();
	aheadMs = 0;
	const id = await world.placeOrder();
	let run = asking(id, end);
	if (step !== undefined) {
		const key = await decided(id, end);
		const runs = end.carryOut.map((one) => one(id, key));
		for (const before of runs.slice(0, step)) await must(before);
		run = runs[step];
	}
	world.sandbox.context.exchanges.clear();
	return { id, run };
}

describe.each(Object.entries(JOBS))('%s', (_name, job) => {
	it('killed before or after each of its effects ends as if it had never been killed', async () => {
		const clean = await prepared(job);
		await must(clean.run);
		const all = effects();
		expect(all.length).toBeGreaterThan(2);
		const faults: string[] = [];
		for (const effect of all) {
			for (const kind of SILENCES) {
				const { id, run } = await prepared(job);
				const credentials = world.credentials(run.node);
				world.sandbox.context.faults.add({ ...effect, kind, times: 1 });
				const isStruck = () => world.sandbox.context.exchanges.list().some(({ fault }) => fault === kind);
				await doom.strike({ ...run, credentials }, isStruck);
				world.sandbox.context.faults.clear();
				aheadMs += LATER_MS;
				await goOn(id, job.end);
				for (const fault of await faultsOf(id, job.end))
					faults.push(`${kind} ${effect.method} ${effect.path}: ${fault}`);
			}
		}
		expect(faults).toEqual([]);
	});
});
