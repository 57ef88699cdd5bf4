import { AWAITING_FULFILLMENT, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { Doom } from './support/doomed';
import { movableClock } from './support/movableClock';
import type { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);
let trigger: PublishedTrigger;
const clock = movableClock();

beforeEach(async () => {
	trigger = await decisions.triggerOf();
});

afterEach(async () => await trigger.close());

const GO = { verdict: 'go', change: 'asBefore' };

describe('two lines of one order that are asked about under one purpose', () => {
	const part = (name: string) => ({ options: { part: name } });

	it('have a question each, asked once however many runs ask at once', async () => {
		const id = await world.placeOrder();
		const parts = ['LAMP RED', 'Kettle 2'];
		const runs = await Promise.all(
			[...parts, ...parts, ...parts].map(async (name) => outputsOf(await decisions.ask(id, part(name)))),
		);
		expect(runs.flatMap(([done]) => done)).toHaveLength(2);
		const keys = (await decisions.sandbox.workflow.cases()).map(({ businessKey }) => String(businessKey));
		expect(keys.map((key) => key.split(':').slice(2).join(':')).sort()).toEqual([
			`${id}.kettle-2:risk-review:1`,
			`${id}.lamp-red:risk-review:1`,
		]);
		const variables = (await decisions.sandbox.workflow.cases()).map(({ variables: all }) => all.part);
		expect(variables.sort()).toEqual(['kettle-2', 'lamp-red']);
		for (const name of parts) {
			expect(outputsOf(await decisions.ask(id, part(name)))[1]).toMatchObject([{ reason: 'asked already' }]);
		}
	});

	it('are told each by itself, and the order waits until both said Go', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const red = await decisions.asked(id, part('red'));
		const blue = await decisions.asked(id, part('blue'));
		await decisions.decide(red.key, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([
			{ link: { key: red.key, part: 'red' }, heldBy: [blue.key], clear: false },
		]);
		const [, held] = outputsOf(await decisions.finish(red.key, GO));
		expect(held).toMatchObject([{ heldBy: [blue.key] }]);
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		await decisions.decide(blue.key, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key: blue.key, part: 'blue' } }]);
		outputsOf(await decisions.finish(blue.key, GO));
		expect((await decisions.orderOf(id)).status_id).toBe(before);
	});
});

describe('a decision that was told', () => {
	let doom: Doom;

	beforeAll(() => {
		doom = new Doom();
	});

	afterAll(async () => await doom.close());

	/** What is told at the next poll, after a while. */
	const later = async (minutes: number) => {
		clock.aheadMs += minutes * MINUTE_MS;
		return (await trigger.pollOutputs()) ?? [[], [], []];
	};

	const toldOnce = async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.decide(key, 'approved');
		expect((await later(0))[0]).toMatchObject([{ link: { key }, again: 0 }]);
		return { id, key };
	};

	it.each(['silentBefore', 'silentAfter'] as const)(
		'and whose run is killed as it changes the order (%s) is told again after the set time, and carried out once',
		async (kind) => {
			const { id, key } = await toldOnce();
			const changesOrder = { service: 'bigcommerce', method: 'PUT', path: '/v2/orders/' } as const;
			await decisions.sandbox.faults.add({ ...changesOrder, kind, times: 1 });
			const parameters = { resource: 'decision', operation: 'finish', linkKey: key, ...GO };
			const run = {
				node: 'openTextDecision',
				parameters,
				credentials: world.credentials('openTextDecision'),
			};
			await doom.strike(run, () => world.sandbox.context.faults.list().length === 0);
			expect((await later(10))[0]).toEqual([]);
			expect((await later(6))[0]).toMatchObject([{ link: { key, verdict: 'go' }, again: 1 }]);
			const [done] = outputsOf(await decisions.finish(key, GO));
			expect(done).toMatchObject([{ link: { state: 'applied', verdict: 'go' } }]);
			const order = await decisions.orderOf(id);
			expect(order.status_id).toBe(AWAITING_FULFILLMENT);
			expect(String(order.staff_notes).split('Risk review: approved by')).toHaveLength(2);
			expect((await later(20)).flat()).toEqual([]);
		},
	);

	it('five times and finished by nobody is told as stuck, not as decided; Tell Again begins anew', async () => {
		const { id, key } = await toldOnce();
		for (let again = 1; again <= 4; again++) {
			expect((await later(16))[0]).toMatchObject([{ link: { key }, again }]);
		}
		expect(await later(16)).toMatchObject([[], [{ event: 'stuck', link: { key, state: 'decided' } }], []]);
		expect((await later(16)).flat()).toEqual([]);
		await world.must('openTextDecision', {
			resource: 'decision',
			operation: 'tellAgain',
			findBy: 'linkKey',
			linkKey: key,
		});
		expect((await later(1))[0]).toMatchObject([{ link: { key }, again: 0 }]);
		outputsOf(await decisions.finish(key, GO));
		expect((await decisions.orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
		expect((await later(16)).flat()).toEqual([]);
	});
});
