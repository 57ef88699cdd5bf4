import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId } from '../conformance/support/operationCase';
import { MINUTE_MS } from './support/decisions';
import {
	world,
	decisions,
	clock,
	run,
	SAMPLES,
	about,
	asking,
	asked,
	triggerOf,
	type Sample,
} from './support/objectQuestions';

describe('what the store keeps no metafields for', () => {
	const PRICES: Sample = { type: 'priceList', id: 3, watched: 'name' };
	const CHANNEL = 'channelMetafield';
	const channel = (id: number) => ({ resource: CHANNEL, channelId: byId(id) });

	const fieldsOf = async (id: number) =>
		(await world.run('bigCommerce', { ...channel(id), operation: 'getAll', returnAll: true })).outputs
			.flat()
			.map(({ json }) => field.parse(json));

	const field = z.object({ id: z.number(), namespace: z.string(), key: z.string(), value: z.string() });

	/** As if another channel had been the default one when it was asked. */
	async function moveTo(other: number): Promise<void> {
		for (const { id, ...content } of await fieldsOf(1)) {
			const options = { permissionSet: 'write' };
			await world.must('bigCommerce', { ...channel(other), operation: 'create', ...content, options });
			await world.must('bigCommerce', { ...channel(1), operation: 'delete', metafieldId: byId(id) });
		}
	}

	it('has its questions on the default channel: two SKUs of a price list are two questions', async () => {
		const [first, second] = [
			await asked(PRICES, { options: { part: 'LAMP RED' } }),
			await asked(PRICES, { options: { part: 'MUG-GRY' } }),
		];
		expect([first, second]).toEqual([
			expect.stringMatching(/:priceList:3\.lamp-red:content-approval:1$/),
			expect.stringMatching(/:priceList:3\.mug-gry:content-approval:1$/),
		]);
		expect((await fieldsOf(1)).map(({ key }) => key)).toEqual([
			'priceList:3.lamp-red:1',
			'priceList:3.mug-gry:1',
		]);
		const [, again] = await run('ask', asking(PRICES, { options: { part: 'lamp-red' } }));
		expect(again).toMatchObject([{ reason: 'asked already', link: { key: first } }]);
		const trigger = await triggerOf(PRICES);
		await decisions.decide(second, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([
			{ link: { key: second, part: 'mug-gry' }, clear: true, priceList: { id: 3 } },
		]);
		await trigger.close();
	});

	it('keeps the questions of different objects apart that stand on one channel', async () => {
		const [one, other] = [await asked(PRICES), await asked({ ...PRICES, id: 4 })];
		expect(one).not.toBe(other);
		const [trail] = await run('getAuditTrail', { ...about(PRICES), as: 'items' });
		expect(trail).toMatchObject([{ link: { key: one } }]);
		await run('withdraw', { ...about(PRICES), reason: 'Not needed' });
		const [found] = await run('get', { findBy: 'linkKey', linkKey: other });
		expect(found).toMatchObject([{ link: { state: 'open' } }]);
	});

	it('is not asked twice when another channel has become the default one, and is told and finished', async () => {
		const key = await asked(PRICES);
		await moveTo(2);
		const [, again] = await run('ask', asking(PRICES));
		expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
		const trigger = await triggerOf(PRICES);
		await decisions.decide(key, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key }, clear: true }]);
		const [done] = await run('finish', { linkKey: key, verdict: 'go', change: 'none' });
		expect(done).toMatchObject([{ link: { state: 'applied' } }]);
		expect(await fieldsOf(1)).toEqual([]);
		expect(await fieldsOf(2)).toHaveLength(1);
		await trigger.close();
	});

	it('is asked no more when it is gone: its case ends, and that is told once', async () => {
		const key = await asked(PRICES);
		const trigger = await triggerOf(PRICES);
		await trigger.pollOutputs();
		await world.must('bigCommerce', {
			resource: 'priceList',
			operation: 'delete',
			priceListId: byId(3),
		});
		clock.aheadMs = 25 * 60 * MINUTE_MS;
		const [, progress] = (await trigger.pollOutputs()) ?? [];
		expect(progress).toMatchObject([{ event: 'objectGone', link: { key }, priceList: null }]);
		expect((await decisions.casesOf(key))[0].state).toBe('ended');
		clock.aheadMs = 50 * 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});
});

describe('the version of what people were asked about', () => {
	const PRODUCT = SAMPLES[0];

	const publish = async (unchangedSince: unknown) =>
		await world.run('bigCommerce', {
			resource: 'product',
			operation: 'publish',
			productId: byId(PRODUCT.id),
			fields: { mappingMode: 'defineBelow', value: {} },
			unchangedSince: String(unchangedSince),
			forDecision: '',
		});

	const change = async (value: INodeParameters) =>
		await world.must('bigCommerce', {
			resource: 'product',
			operation: 'update',
			productId: byId(PRODUCT.id),
			fields: { mappingMode: 'defineBelow', value },
		});

	beforeEach(async () => {
		await change({ is_visible: false });
	});

	const askedNow = async () => {
		const [[item]] = await run('ask', asking(PRODUCT));
		return z.object({ link: z.object({ key: z.string(), version: z.string() }) }).parse(item).link;
	};

	it('is the one by which exactly that content is published, and no other', async () => {
		const { version } = await askedNow();
		const product = await world.must('bigCommerce', {
			resource: 'product',
			operation: 'get',
			productId: byId(PRODUCT.id),
			simplify: false,
		});
		expect(version).toBe(product.version);
		await change({ price: 99 });
		const { error } = await publish(version);
		expect(error?.message).toContain(`The content of product ${PRODUCT.id} is not what it was`);
	});

	it('stands with the decision when it is told', async () => {
		const trigger = await triggerOf(PRODUCT);
		const { key, version } = await askedNow();
		await decisions.decide(key, 'approved');
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({ link: { version }, unchanged: true });
		expect((await publish(version)).error).toBeUndefined();
		await trigger.close();
	});
});
