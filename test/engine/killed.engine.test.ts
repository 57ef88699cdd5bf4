import isEqual from 'lodash/isEqual';
import type { FaultKind } from '../sandbox/core/faults';
import { callOf, isRead, type Call } from './support/badAnswers';
import { Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { Doom } from './support/doomed';
import { decidedBeside, type Beside } from './support/killedBeside';
import { faultsOf } from './support/killedFaults';
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

/** Longer than every lease and than the time after which a decision is told again. */
const LATER_MS = 17 * MINUTE_MS;

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

/** What the trigger tells now is carried out. */
async function carryOut(end: End): Promise<void> {
	aheadMs += LATER_MS;
	const [toldAgain] = await told(end);
	for (const { link } of toldAgain) {
		for (const step of end.carryOut) await must(step(Number(Object(link).objectId), Object(link).key));
	}
}

/** Everything from the question to the end, as a workflow does it again after n8n was killed. @returns what must not have happened on the way */
async function goOn({ end, other }: Job, { id, beside }: Prepared): Promise<string[]> {
	await told(end);
	await must(asking(id, end));
	await wayOf(end).answer(end.outcome);
	if (other === 'meanwhile') await beside?.letGo();
	await carryOut(end);
	if (!beside) return [];
	const isEarly = other === 'after' && (await decisions.orderOf(id)).status_id !== ON_HOLD;
	await beside.letGo();
	await carryOut(end);
	return isEarly ? ['the order was released while another question held it'] : [];
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

/** An order on which everything is done that comes before the step that is killed. */
interface Prepared {
	id: number;
	run: Run;
	beside?: Beside;
}

async function prepared({ end, step, placed = {}, other }: Job): Promise<Prepared> {
	await world.reset();
	aheadMs = 0;
	const id = await world.placeOrder('harmless', { ...placed, ...(other && { status_id: ON_HOLD }) });
	const beside = other && decidedBeside(world, decisions, id);
	let run = asking(id, end);
	if (step !== undefined) {
		const key = await decided(id, end);
		const runs = end.carryOut.map((one) => one(id, key));
		for (const before of runs.slice(0, step)) await must(before);
		run = runs[step];
	}
	if (other === 'before') await beside?.letGo();
	world.sandbox.context.exchanges.clear();
	return { id, run, beside };
}

describe.each(Object.entries(JOBS))('%s', (_name, job) => {
	it('killed before or after each of its effects ends as if it had never been killed', async () => {
		const clean = await prepared(job);
		await must(clean.run);
		const all = effects();
		expect(all.length).toBeGreaterThanOrEqual(job.least ?? 3);
		const faults: string[] = [];
		for (const effect of all) {
			for (const kind of SILENCES) {
				const stood = await prepared(job);
				const { id, run, beside } = stood;
				const credentials = world.credentials(run.node);
				world.sandbox.context.faults.add({ ...effect, kind, times: 1 });
				const isStruck = () => world.sandbox.context.exchanges.list().some(({ fault }) => fault === kind);
				await doom.strike({ ...run, credentials }, isStruck);
				world.sandbox.context.faults.clear();
				aheadMs += LATER_MS;
				const way = wayOf(job.end);
				const wrong = await goOn(job, stood);
				wrong.push(...(await faultsOf(world, decisions, { id, end: job.end, way, beside })));
				for (const fault of wrong) faults.push(`${kind} ${effect.method} ${effect.path}: ${fault}`);
			}
		}
		expect(faults).toEqual([]);
	});
});
