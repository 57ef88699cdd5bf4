import { advanceRound, type RoundStep } from '../../nodes/shared/decision/advanceRound';
import { parseRound } from '../../nodes/shared/decision/roundRecord';
import { serializeRound } from '../../nodes/shared/decision/serializeRound';
import { about, Decisions, outputsOf } from './support/decisions';
import { useWorld } from './support/useWorld';

/** Somebody else writes a record just before a node, which has read it, reads it again to write. */

const world = useWorld();
const decisions = new Decisions(world);

afterEach(() => jest.restoreAllMocks());

const AT = '2026-11-26T10:00:00.000Z';

const NOTED: RoundStep = { state: 'open', run: 'other', note: 'Customer called', notes: ['abc'] };
const SAID: RoundStep = { state: 'open', run: 'other', said: { stepBegan: AT } };
const DECIDED: RoundStep = { state: 'decided', run: 'other', decided: { outcome: 'approved', at: AT } };
const TOLD: RoundStep = { ...DECIDED, told: { times: 1, last: new Date().toISOString() } };

/** The steps are written one after the other, each when the record of a question is read by itself, which is done only to write it. */
function meanwhile(key: string, ...steps: RoundStep[]): void {
	const { faults } = world.sandbox.context;
	const take = faults.take.bind(faults);
	const left = [...steps];
	jest.spyOn(faults, 'take').mockImplementation((service, kinds, method, url) => {
		// Every request is asked for its delay first, and for other faults after that.
		const isAlone = kinds.includes('delay') && method === 'GET' && /\/metafields\/\d+$/.test(url);
		const step = isAlone && left.shift();
		if (step) write(key, step);
		return take(service, kinds, method, url);
	});
}

function write(key: string, step: RoundStep): void {
	const { metafields } = world.sandbox.bigCommerce.kept();
	const stored = Object.values(metafields).find(({ value }) => parseRound(value)?.key === key);
	const record = stored && parseRound(stored.value);
	if (!record) throw new Error(`the store has no question ${key}`);
	const result = advanceRound(record, step, Date.parse(AT));
	if ('refused' in result) throw new Error(result.refused);
	stored.value = serializeRound(result.record);
}

const withdraw = async (id: number) => {
	const parameters = { resource: 'decision', operation: 'withdraw', ...about(id), purpose: 'risk-review' };
	const [[item]] = outputsOf(await world.run('openTextDecision', parameters));
	return item;
};

const asked = async () => {
	const id = await world.placeOrder();
	return { id, key: (await decisions.asked(id)).key };
};

describe('a question that is withdrawn', () => {
	it.each([
		['noted', NOTED, { notes: ['abc'] }],
		['said', SAID, { said: { stepBegan: AT } }],
	])(
		'is withdrawn though something was %s at the same moment, and that is kept',
		async (_what, step, kept) => {
			const { id, key } = await asked();
			meanwhile(key, step);
			expect(await withdraw(id)).toMatchObject({ withdrawn: true });
			const round = await decisions.roundOf(id, key);
			expect(round).toMatchObject({ ...kept, state: 'closed', verdict: 'withdrawn' });
			expect(round.history.map(({ state }) => state)).toEqual(
				step.note === undefined ? ['claimed', 'open', 'closed'] : ['claimed', 'open', 'open', 'closed'],
			);
		},
	);

	it('is withdrawn though what people decided was recorded at the same moment: nobody was told', async () => {
		const { id, key } = await asked();
		meanwhile(key, DECIDED);
		expect(await withdraw(id)).toMatchObject({ withdrawn: true });
		expect(await decisions.roundOf(id, key)).toMatchObject({
			state: 'closed',
			decided: { outcome: 'approved' },
		});
	});

	it('is left alone when the decision was told at the same moment', async () => {
		const { id, key } = await asked();
		meanwhile(key, TOLD);
		expect(await withdraw(id)).toMatchObject({ withdrawn: false, reason: 'it is being carried out' });
		expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'decided' });
	});

	it('is refused when others write it again and again, and stands as they left it', async () => {
		const { id, key } = await asked();
		const put = (timesPutBack: number): RoundStep => ({ state: 'open', run: 'other', timesPutBack });
		meanwhile(key, put(1), put(2), put(3));
		await expect(withdraw(id)).rejects.toMatchObject({
			message: `Item 1: ${key} could not be withdrawn: somebody else wrote it at the same time`,
		});
		expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'open', timesPutBack: 3 });
	});
});

describe('a decision that is finished', () => {
	it('is finished though something was noted at the same moment, and the note is kept', async () => {
		const { id, key } = await asked();
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		await trigger.close();
		meanwhile(key, { ...NOTED, state: 'decided' });
		outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(await decisions.roundOf(id, key)).toMatchObject({
			state: 'applied',
			verdict: 'go',
			notes: ['abc'],
		});
	});
});
