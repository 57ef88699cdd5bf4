import { about, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import type { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

const MISTYPED = { modelKey: { __rl: true, mode: 'key', value: 'no_such_model' } };

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

/** What went to the store but to read. */
const changesOfStore = async () =>
	(await decisions.sandbox.exchanges.list({ service: 'bigcommerce' })).filter(
		({ method }) => method !== 'GET',
	);

describe('a process model that is not deployed', () => {
	it('fails the item before anything is claimed or held', async () => {
		const id = await world.placeOrder();
		const before = await decisions.orderOf(id);
		await decisions.sandbox.exchanges.clear();
		const { error } = await decisions.ask(id, MISTYPED);
		expect(error?.message).toContain('No process model with key "no_such_model" is deployed');
		expect(await changesOfStore()).toEqual([]);
		expect(await decisions.orderOf(id)).toEqual(before);
	});

	it('leaves the question that runs as it is, also where it would be replaced', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const { error } = await decisions.ask(id, MISTYPED);
		expect(error?.message).toContain('No process model');
		expect((await decisions.casesOf(key))[0].state).toBe('running');
		expect((await decisions.roundOf(id, key)).state).toBe('open');
	});

	it('is no reason not to ask where the service cannot tell: the order waits all the same', async () => {
		const id = await world.placeOrder();
		await decisions.sandbox.faults.add({
			service: 'workflow',
			kind: 'status',
			status: 403,
			path: '/runtime/models',
			times: 9,
		});
		expect(await decisions.asked(id)).toMatchObject({ round: 1, state: 'open' });
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	});
});

describe('a question that cannot be put to people', () => {
	let trigger: PublishedTrigger;

	beforeEach(async () => {
		trigger = await decisions.triggerOf();
	});

	afterEach(async () => await trigger.close());

	/** The service takes no case. */
	const refuse = async (times: number) =>
		await decisions.sandbox.faults.add({
			service: 'workflow',
			kind: 'status',
			status: 403,
			method: 'POST',
			path: '/process-instances',
			times,
		});

	const failing = async (id: number) => expect((await decisions.ask(id)).error).toBeDefined();

	/** What the trigger tells as Progress and as Ask Again, after a while. */
	const later = async (minutes: number) => {
		clock.aheadMs += minutes * MINUTE_MS;
		const [, progress = [], again = []] = (await trigger.pollOutputs()) ?? [];
		return { progress, again };
	};

	it('is led to Ask four times at most, then told as stuck, once a day, until somebody wants it told again', async () => {
		await refuse(5);
		const id = await world.placeOrder();
		await failing(id);
		for (let time = 2; time <= 5; time++) {
			expect(await later(16)).toMatchObject({ progress: [], again: [{ link: { state: 'claimed' } }] });
			await failing(id);
		}
		expect(await later(16)).toMatchObject({
			progress: [
				{
					event: 'stuck',
					text: 'Risk review: People could not be asked, although it was tried 5 times.',
					link: { state: 'claimed' },
				},
			],
			again: [],
		});
		expect(await later(16)).toEqual({ progress: [], again: [] });
		expect(await later(24 * 60)).toMatchObject({ progress: [{ event: 'stuck' }], again: [] });
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		const which = { findBy: 'question', purpose: 'risk-review', ...about(id) };
		await world.must('openTextDecision', { resource: 'decision', operation: 'tellAgain', ...which });
		expect(await later(1)).toMatchObject({ progress: [], again: [{ order: { id } }] });
		expect(await decisions.asked(id)).toMatchObject({ round: 1, state: 'open' });
		expect(await later(16)).toEqual({ progress: [], again: [] });
	});

	it('is told as stuck also when Ask is never reached, by a trigger that knows nothing but the store', async () => {
		const id = await world.placeOrder();
		const which = { findBy: 'question', purpose: 'risk-review', ...about(id) };
		await world.must('openTextDecision', { resource: 'decision', operation: 'tellAgain', ...which });
		for (let time = 1; time <= 5; time++) {
			expect((await later(16)).again).toHaveLength(1);
			await trigger.close();
			trigger = await decisions.triggerOf();
			expect(await later(1)).toEqual({ progress: [], again: [] });
		}
		expect(await later(16)).toMatchObject({ progress: [{ event: 'stuck' }], again: [] });
		expect(outputsOf(await decisions.ask(id))[0]).toMatchObject([{ link: { round: 1, state: 'open' } }]);
	});
});
