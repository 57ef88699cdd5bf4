import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId, mapped } from '../conformance/support/operationCase';
import { MINUTE_MS, Decisions, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

/** A quote stands on the customer of its buyer, and waits without checkout (decisions page, sections 1 and 2). */

const linked = z.object({ link: z.object({ key: z.string(), round: z.number(), state: z.string() }) });

const PURPOSE = 'offer-sign-off';
const QUOTE = 9001;
/** Of the store: who buys it. */
const CUSTOMER = 34;

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject[][]> =>
	outputsOf(await world.run('openTextDecision', { resource: 'decision', operation, ...parameters }));

const about = (purpose = PURPOSE): INodeParameters => ({
	objectType: 'quote',
	objectId: byId(QUOTE),
	purpose,
});

const asking = (more: INodeParameters = {}): INodeParameters => ({
	...decisions.asking(0, { ...about(), name: 'Offer', watchFields: 'grandTotal, productList, discount' }),
	...more,
});

const asked = async (more?: INodeParameters): Promise<string> => {
	const [[item]] = await run('ask', asking(more));
	return linked.parse(item).link.key;
};

const QUOTE_PARAMETERS = { resource: 'quote', quoteId: byId(QUOTE) };

const changed = async (value: INodeParameters) =>
	await world.must('bigCommerceB2b', { ...QUOTE_PARAMETERS, operation: 'update', ...mapped(value) });

/** What was written of its checkout, in order. */
const checkouts = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method, url }) => method === 'PUT' && url.includes(`/rfq/${QUOTE}`))
		.flatMap(
			({ requestBody }) => /"allowCheckout":\s*(true|false)/.exec(JSON.stringify(requestBody))?.[1] ?? [],
		);

const triggerOf = async (purpose = PURPOSE) => await decisions.triggerOf({ purpose, objectType: 'quote' });

/** People have decided it, and the trigger has told it. */
const decided = async (key: string, outcome = 'approved', purpose = PURPOSE): Promise<IDataObject> => {
	await decisions.decide(key, outcome);
	const trigger = await triggerOf(purpose);
	const [[item]] = (await trigger.pollOutputs()) ?? [];
	await trigger.close();
	return item;
};

const go = async (linkKey: string) =>
	await run('finish', { linkKey, verdict: 'go', change: 'asBefore', note: 'As agreed' });

it('is asked once on the customer of its buyer, and waits without checkout', async () => {
	const key = await asked();
	expect(key).toContain(`:quote:${QUOTE}:${PURPOSE}:1`);
	const [, again] = await run('ask', asking());
	expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
	expect(await decisions.casesOf(key)).toHaveLength(1);
	expect(checkouts()).toEqual(['false']);
	const fields = await world.must('bigCommerce', {
		resource: 'customerMetafield',
		operation: 'getAll',
		customerId: byId(CUSTOMER),
		returnAll: true,
	});
	expect(fields).toMatchObject({ key: `quote:${QUOTE}:1`, namespace: `opentext_link.${PURPOSE}` });
});

it('can be bought when people have approved what it is, once', async () => {
	const key = await asked();
	expect(await decided(key)).toMatchObject({ unchanged: true, clear: true, quote: { quoteId: QUOTE } });
	const [done] = await go(key);
	expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
	const [again] = await go(key);
	expect(again).toMatchObject([{ link: { key, state: 'applied' } }]);
	expect(checkouts()).toEqual(['false', 'true']);
});

it('stays without checkout after a Stop, also with the change that a Go makes', async () => {
	const key = await asked();
	await decided(key, 'rejected');
	const [done] = await run('finish', { linkKey: key, verdict: 'stop', change: 'asBefore' });
	expect(done).toMatchObject([{ link: { state: 'applied', verdict: 'stop' } }]);
	expect(checkouts()).toEqual(['false']);
});

it('that was changed meanwhile is held back', async () => {
	const key = await asked();
	await changed({ grandTotal: 1 });
	expect(await decided(key)).toMatchObject({ unchanged: false, changed: ['grandTotal'], clear: false });
	const [, held] = await go(key);
	expect(held).toMatchObject([{ changed: ['grandTotal'], heldBy: [] }]);
	expect(checkouts()).toEqual(['false']);
});

it('that was changed after it was told is held back, although an effect has begun that cannot read it', async () => {
	const key = await asked();
	expect(await decided(key)).toMatchObject({ unchanged: true });
	await changed({ grandTotal: 1 });
	await world.must('bigCommerce', {
		resource: 'customer',
		operation: 'update',
		customerId: byId(CUSTOMER),
		updateFields: { company: 'Example Trading' },
		forDecision: key,
	});
	const [, held] = await go(key);
	expect(held).toMatchObject([{ changed: ['grandTotal'], heldBy: [] }]);
	expect(checkouts()).toEqual(['false']);
});

it('that was ordered meanwhile is held back, and one that was is not asked about with a hold', async () => {
	const key = await asked();
	await decided(key);
	await world.must('bigCommerceB2b', {
		...QUOTE_PARAMETERS,
		operation: 'assignToOrder',
		bcOrderId: byId(100),
	});
	const [, held] = await go(key);
	expect(held).toMatchObject([{ movedTo: 'ordered' }]);
	const [, nothing] = await run('ask', asking(about('another')));
	expect(nothing).toMatchObject([{ reason: 'a quote that is ordered does not wait any more' }]);
});

it('of which two purposes hold the checkout is opened when both have said Go', async () => {
	const [first, second] = [await asked(), await asked(about('margin'))];
	await decided(first);
	await decided(second, 'approved', 'margin');
	const [, held] = await go(first);
	expect(held).toMatchObject([{ heldBy: [second] }]);
	await go(second);
	expect(checkouts()).toEqual(['false', 'false', 'true']);
	clock.aheadMs = 20 * MINUTE_MS;
	const trigger = await triggerOf();
	expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key: first }, clear: true }]);
	await go(first);
	expect(await run('get', { findBy: 'linkKey', linkKey: first })).toMatchObject([
		[{ link: { state: 'applied' } }],
		[],
	]);
	await trigger.close();
});

it('that is withdrawn can be bought again', async () => {
	const key = await asked();
	const [taken] = await run('withdraw', { ...about(), reason: 'Not needed' });
	expect(taken).toMatchObject([{ withdrawn: true, link: { key, state: 'closed' } }]);
	expect(checkouts()).toEqual(['false', 'true']);
	expect(await asked()).toContain(`:${PURPOSE}:2`);
});

it('that is left as it is keeps its checkout', async () => {
	const key = await asked({ hold: 'leave' });
	await decided(key);
	await go(key);
	expect(checkouts()).toEqual([]);
});

it('has no status that Finish could change', async () => {
	const key = await asked();
	await decided(key);
	const wish = { linkKey: key, verdict: 'go', change: 'status', statusId: 5 };
	const { error } = await world.run('openTextDecision', {
		resource: 'decision',
		operation: 'finish',
		...wish,
	});
	expect(error?.message).toContain('A quote has no status that Finish could change');
});

it('of another buyer by now is not asked about twice', async () => {
	const key = await asked();
	await changed({ contactInfo: '{"name": "Ada Example", "email": "ada.example@example.com"}' });
	const [, again] = await run('ask', asking());
	expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
	await decided(key);
	const [done] = await go(key);
	expect(done).toMatchObject([{ link: { key, state: 'applied' } }]);
	expect(checkouts()).toEqual(['false', 'true']);
});
