import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId } from '../conformance/support/operationCase';
import { CART_ID } from '../sandbox/bigcommerce/carts';
import { MINUTE_MS, Decisions, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

const linked = z.object({ link: z.object({ key: z.string() }) });

const PURPOSE = 'discount-approval';

/** Neither counts: a cart has a UUID, a coupon its code. */
const CART = { objectType: 'cart', objectId: byId(CART_ID), purpose: PURPOSE };
const COUPON = { objectType: 'coupon', objectId: byId('WELCOME'), purpose: PURPOSE };

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const ask = (about: INodeParameters): INodeParameters =>
	decisions.asking(0, { name: 'Discount', watchFields: '', ...about });

const askedOf = async (about: INodeParameters): Promise<IDataObject[][]> =>
	outputsOf(await world.run('openTextDecision', ask(about)));

const keyOf = async (about: INodeParameters): Promise<string> =>
	linked.parse((await askedOf(about))[0][0]).link.key;

const refusal = async (about: INodeParameters): Promise<string | undefined> =>
	(await world.run('openTextDecision', ask(about))).error?.message;

const store = async (method: string, path: string, body: IDataObject = {}) =>
	await world.must('bigCommerce', {
		resource: 'apiRequest',
		operation: 'send',
		method,
		path,
		...(method === 'PUT' && { body: JSON.stringify(body) }),
	});

describe('a cart that people decide about', () => {
	it('is told as changed when it was given to somebody else meanwhile, and asked about anew', async () => {
		const about = { ...CART, watchFields: 'customer_id, cart_amount' };
		const key = await keyOf(about);
		await store('PUT', `/v3/carts/${CART_ID}`, { customer_id: 33 });
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf({ purpose: PURPOSE, objectType: 'cart' });
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({ unchanged: false, changed: ['customer_id'], cart: { customer_id: 33 } });
		await world.must('openTextDecision', {
			...{ resource: 'decision', operation: 'finish' },
			...{ linkKey: key, verdict: 'stop', change: 'none' },
		});
		expect(await keyOf(about)).toMatch(/:2$/);
		await trigger.close();
	});

	it('is asked about no more when it was removed: its case ends, and that is told once', async () => {
		const key = await keyOf(CART);
		const trigger = await decisions.triggerOf({ purpose: PURPOSE, objectType: 'cart' });
		await trigger.pollOutputs();
		await store('DELETE', `/v3/carts/${CART_ID}`);
		clock.aheadMs = 25 * 60 * MINUTE_MS;
		const [, progress] = (await trigger.pollOutputs()) ?? [];
		expect(progress).toMatchObject([{ event: 'objectGone', link: { key }, cart: null }]);
		expect((await decisions.casesOf(key))[0].state).toBe('ended');
		clock.aheadMs = 50 * 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('has room for parts beside its long ID, and tells those apart that begin alike', async () => {
		const keys = [
			await keyOf({ ...CART, options: { part: 'MUG-GRY, four pieces' } }),
			await keyOf({ ...CART, options: { part: 'MUG-GRY, four plates' } }),
			await keyOf({ ...CART, options: { part: 'Delivery' } }),
		];
		expect(keys).toEqual([
			expect.stringMatching(new RegExp(`:cart:${CART_ID}\\.mug-gry-[0-9a-f]{6}:${PURPOSE}:1`)),
			expect.stringMatching(new RegExp(`:cart:${CART_ID}\\.mug-gry-[0-9a-f]{6}:${PURPOSE}:1`)),
			expect.stringContaining(`:cart:${CART_ID}.delivery:${PURPOSE}:1`),
		]);
		expect(new Set(keys).size).toBe(3);
	});

	it('is named by its UUID as the store writes it', async () => {
		const rule = 'Cart must be a UUID in small letters, but it is';
		expect(await refusal({ ...CART, objectId: byId(42) })).toContain(`${rule} "42"`);
		const loud = CART_ID.toUpperCase();
		expect(await refusal({ ...CART, objectId: byId(loud) })).toContain(`${rule} "${loud}"`);
	});
});

describe('a coupon that people decide about', () => {
	it('has its question on the default channel, beside those about others', async () => {
		const code = 'Spring sale 2027';
		await world.must('bigCommerce', {
			...{ resource: 'couponCode', operation: 'create', promotionId: byId(60), code },
		});
		const [one, other] = [await keyOf(COUPON), await keyOf({ ...COUPON, objectId: byId(code) })];
		expect(other).toContain(`:coupon:${code}:${PURPOSE}:1`);
		const [, again] = await askedOf(COUPON);
		expect(again).toMatchObject([{ reason: 'asked already', link: { key: one } }]);
		const trigger = await decisions.triggerOf({ purpose: PURPOSE, objectType: 'coupon' });
		await decisions.decide(other, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key: other }, coupon: { code } }]);
		await trigger.close();
	});

	it('is the one that is spelled so: nobody is asked twice about one, once in other letters', async () => {
		expect(await refusal({ ...COUPON, objectId: byId('welcome') })).toContain('coupon welcome');
		expect(await refusal({ ...COUPON, objectId: byId('WEL:COME') })).toContain(
			'Coupon must be a coupon code of at most 50 letters, digits, spaces, _ and -, but it is "WEL:COME"',
		);
	});

	it('leaves no room for a part when its code takes all of it', async () => {
		const code = 'C'.repeat(50);
		await world.must('bigCommerce', {
			...{ resource: 'couponCode', operation: 'create', promotionId: byId(60), code },
		});
		const about = { ...COUPON, objectId: byId(code) };
		expect(await refusal({ ...about, options: { part: 'north' } })).toContain('has no room for part "north"');
		expect(await keyOf(about)).toContain(`:coupon:${code}:`);
	});

	it('ends with the code: when that is gone, nobody is asked any more', async () => {
		const key = await keyOf(COUPON);
		const trigger = await decisions.triggerOf({ purpose: PURPOSE, objectType: 'coupon' });
		await trigger.pollOutputs();
		await store('DELETE', '/v3/promotions/60/codes/1');
		clock.aheadMs = 25 * 60 * MINUTE_MS;
		const [, progress] = (await trigger.pollOutputs()) ?? [];
		expect(progress).toMatchObject([{ event: 'objectGone', link: { key }, coupon: null }]);
		await trigger.close();
	});
});
