import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId } from '../conformance/support/operationCase';
import { about, DAY_MS, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import type { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

/** The record of a question is removed from the store, and what it is about stands (decisions page, section 3: what is gone is told once). */

const linked = z.object({ link: z.object({ key: z.string() }) });
const field = z.object({ id: z.number(), namespace: z.string() });

const world = useWorld();
const decisions = new Decisions(world);
let trigger: PublishedTrigger;
const clock = movableClock();

afterEach(async () => await trigger.close());

/** Another app removes everything that stands there of our decisions. */
async function removeRecords(of: INodeParameters): Promise<void> {
	const { outputs } = await world.run('bigCommerce', { ...of, operation: 'getAll', returnAll: true });
	const fields = outputs.flat().map(({ json }) => field.parse(json));
	for (const { id, namespace } of fields) {
		if (!namespace.startsWith('opentext_link')) continue;
		await world.must('bigCommerce', { ...of, operation: 'delete', metafieldId: byId(id) });
	}
}

const later = async (ms: number): Promise<IDataObject[][]> => {
	clock.aheadMs += ms;
	return (await trigger.pollOutputs()) ?? [];
};

const stateOf = async (key: string) => (await decisions.casesOf(key))[0].state;

const LOST = { event: 'objectGone', text: expect.stringContaining('was removed from the store') };

describe('of an order', () => {
	const lost = async () => {
		const id = await world.placeOrder();
		trigger = await decisions.triggerOf();
		const { key } = await decisions.asked(id);
		await trigger.pollOutputs();
		await removeRecords({ resource: 'orderMetafield', ...about(id) });
		return { id, key };
	};

	it('is told once with what to do, and people are asked no more', async () => {
		const { id, key } = await lost();
		const [, progress] = await later(DAY_MS + MINUTE_MS);
		expect(progress).toMatchObject([
			{ ...LOST, link: { key, state: 'closed', verdict: 'withdrawn' }, order: { id } },
		]);
		expect(await stateOf(key)).toBe('ended');
		// Nobody has approved it.
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		expect(await later(MINUTE_MS)).toEqual([]);
		expect(await later(DAY_MS)).toEqual([]);
	});

	it('whose question people answer all the same carries nothing out', async () => {
		const { key } = await lost();
		await decisions.decide(key, 'approved');
		const [decided, progress] = await later(MINUTE_MS);
		expect(decided).toEqual([]);
		expect(progress).toMatchObject([{ ...LOST, link: { key } }]);
		expect(await later(MINUTE_MS)).toEqual([]);
	});

	it('is asked anew in a round of its own, which is told and finished', async () => {
		const { id, key } = await lost();
		await later(DAY_MS + MINUTE_MS);
		const next = await decisions.asked(id);
		expect(next).toMatchObject({ round: 2, state: 'open' });
		expect(await decisions.casesOf(next.key)).toHaveLength(1);
		await decisions.decide(next.key, 'approved');
		expect((await later(MINUTE_MS))[0]).toMatchObject([
			{ link: { key: next.key }, outcome: 'approved', unchanged: true, clear: true },
		]);
		outputsOf(await decisions.finish(next.key, { verdict: 'go', change: 'asBefore' }));
		expect((await decisions.orderOf(id)).status_id).not.toBe(ON_HOLD);
		expect(key).not.toBe(next.key);
	});
});

describe('of a company, on its administrator', () => {
	const PURPOSE = 'b2b-credit';
	const COMPANY = { objectType: 'company', objectId: byId(801), purpose: PURPOSE };
	const CUSTOMER = 34;

	it.each(['whose metafields are removed', 'who is removed as a customer'])(
		'%s, is told once',
		async (how) => {
			trigger = await decisions.triggerOf({ purpose: PURPOSE, objectType: 'company' });
			const asking = decisions.asking(0, { ...COMPANY, name: 'Credit', watchFields: 'companyName' });
			const [[item]] = outputsOf(await world.run('openTextDecision', asking));
			const { key } = linked.parse(item).link;
			await trigger.pollOutputs();
			const customer = { customerId: byId(CUSTOMER) };
			if (how.includes('metafields')) await removeRecords({ resource: 'customerMetafield', ...customer });
			else await world.must('bigCommerce', { resource: 'customer', operation: 'delete', ...customer });
			const [, progress] = await later(DAY_MS + MINUTE_MS);
			expect(progress).toMatchObject([{ ...LOST, link: { key, state: 'closed' } }]);
			expect(await stateOf(key)).toBe('ended');
			expect(await later(MINUTE_MS)).toEqual([]);
			expect(await later(DAY_MS)).toEqual([]);
		},
	);
});
