import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId, mapped } from '../conformance/support/operationCase';
import type { SandboxClient } from '../e2e/harness/sandboxClient';
import { MINUTE_MS, Decisions, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { World } from './support/world';
import { CART_ID } from '../sandbox/bigcommerce/carts';

const linked = z.object({ link: z.object({ key: z.string(), round: z.number(), state: z.string() }) });

let world: World;
let decisions: Decisions;
let sandbox: SandboxClient;
const clock = movableClock();

beforeAll(async () => {
	world = await World.open();
	decisions = new Decisions(world);
	({ sandbox } = decisions);
});

beforeEach(async () => {
	await world.reset();
});

afterAll(async () => await world.close());

const PURPOSE = 'content-approval';

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject[][]> =>
	outputsOf(await world.run('openTextDecision', { resource: 'decision', operation, ...parameters }));

/** A kind of object, one of it that the sandbox has, and a change that somebody may make to it. */
interface Sample {
	type: string;
	id: number | string;
	watched: string;
	/** Left out where the BigCommerce node cannot change one. */
	change?: { resource: string; parameters: INodeParameters };
}

const SAMPLES: readonly Sample[] = [
	{
		type: 'product',
		id: 111,
		watched: 'name, price',
		change: {
			resource: 'product',
			parameters: {
				productId: byId(111),
				fields: { mappingMode: 'defineBelow', value: { price: 99 }, schema: [] },
			},
		},
	},
	{
		type: 'customer',
		id: 32,
		watched: 'company',
		change: {
			resource: 'customer',
			parameters: { customerId: byId(32), updateFields: { company: 'Another Ltd' } },
		},
	},
	{
		type: 'brand',
		id: 35,
		watched: 'name, page_title',
		change: {
			resource: 'brand',
			parameters: { brandId: byId(35), updateFields: { pageTitle: 'Pots' } },
		},
	},
	{
		type: 'location',
		id: 1,
		watched: 'label, description',
		change: {
			resource: 'location',
			parameters: { locationId: byId(1), ...mapped({ description: 'Second floor' }) },
		},
	},
	{ type: 'category', id: 23, watched: 'name, is_visible' },
	{ type: 'cart', id: CART_ID, watched: 'cart_amount, customer_id' },
	{ type: 'coupon', id: 'WELCOME', watched: 'max_uses, max_uses_per_customer' },
	{
		type: 'channel',
		id: 2,
		watched: 'status, name',
		change: {
			resource: 'channel',
			parameters: { channelId: byId(2), updateFields: { name: 'Second shop' } },
		},
	},
	{
		type: 'variant',
		id: 77,
		watched: 'sku, price',
		change: {
			resource: 'productVariant',
			parameters: {
				variantId: byId(77),
				fields: { mappingMode: 'defineBelow', value: { price: 99 }, schema: [] },
			},
		},
	},
	{
		type: 'priceList',
		id: 3,
		watched: 'name, active',
		change: {
			resource: 'priceList',
			parameters: { priceListId: byId(3), updateFields: { active: false } },
		},
	},
	{
		type: 'customerGroup',
		id: 2,
		watched: 'name',
		change: {
			resource: 'customerGroup',
			parameters: { customerGroupId: byId(2), updateFields: { name: 'Resale' } },
		},
	},
	{
		type: 'promotion',
		id: 61,
		watched: 'rules, name',
		change: {
			resource: 'promotion',
			parameters: { promotionId: byId(61), ...mapped({ name: 'Winter lighting' }) },
		},
	},
];

/** What an object is named by where that is no plain id. */
const NAMED: Readonly<Record<string, string>> = { category: 'category_id', coupon: 'code' };

const about = ({ type, id }: Pick<Sample, 'type' | 'id'>): INodeParameters => ({
	objectType: type,
	objectId: byId(id),
	purpose: PURPOSE,
});

const asking = (sample: Sample, more: INodeParameters = {}): INodeParameters => ({
	...decisions.asking(0, { ...about(sample), name: 'Content', watchFields: sample.watched }),
	...more,
});

const asked = async (sample: Sample, more?: INodeParameters): Promise<string> => {
	const [[item]] = await run('ask', asking(sample, more));
	return linked.parse(item).link.key;
};

const triggerOf = async ({ type }: Sample) =>
	await decisions.triggerOf({ purpose: PURPOSE, objectType: type });

describe.each(SAMPLES.map((sample) => [sample.type, sample] as const))(
	'a question about a %s',
	(type, sample) => {
		const id = String(sample.id);
		const { change } = sample;
		const update = { resource: change?.resource ?? '', operation: 'update' };
		const named = NAMED[type] ?? 'id';

		it('is asked once, and its case names what it is about', async () => {
			const key = await asked(sample);
			expect(key).toContain(`:${type}:${id}:${PURPOSE}:1`);
			const [, again] = await run('ask', asking(sample));
			expect(again).toMatchObject([{ reason: 'asked already', link: { key } }]);
			const [found, ...others] = await decisions.casesOf(key);
			expect(others).toEqual([]);
			expect(found.variables).toMatchObject({ objectType: type, objectId: id, reviewReason: 'High value' });
			expect(found.variables).not.toHaveProperty('orderNumber');
		});

		it('is told with the object under the name of its type, finished once, and told no more', async () => {
			const trigger = await triggerOf(sample);
			const key = await asked(sample);
			await decisions.decide(key, 'approved');
			const [[item]] = (await trigger.pollOutputs()) ?? [];
			expect(item).toMatchObject({
				link: { key, objectType: type, objectId: id },
				outcome: 'approved',
				unchanged: true,
				clear: true,
				heldBy: [],
				[type]: { [named]: sample.id },
			});
			const [done] = await run('finish', { linkKey: key, verdict: 'go', change: 'asBefore' });
			expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
			clock.aheadMs = 60 * MINUTE_MS;
			expect(await trigger.pollOutputs()).toBeNull();
			const [found] = await run('get', { findBy: 'question', ...about(sample) });
			expect(found).toMatchObject([{ link: { key, state: 'applied' }, holds: false }]);
			await trigger.close();
		});

		if (change)
			it('whose object was changed by others is told as changed, and asked anew', async () => {
				const key = await asked(sample);
				await world.must('bigCommerce', { ...change?.parameters, ...update });
				await decisions.decide(key, 'approved');
				const trigger = await triggerOf(sample);
				const [[item]] = (await trigger.pollOutputs()) ?? [];
				const [name] = sample.watched.split(', ').slice(-1);
				expect(item).toMatchObject({ unchanged: false, changed: [name], clear: false });
				await run('finish', { linkKey: key, verdict: 'stop', change: 'none' });
				expect(await asked(sample)).toContain(`:${PURPOSE}:2`);
				await trigger.close();
			});

		if (change)
			it('changes that are made for the decision itself count for nobody', async () => {
				const key = await asked(sample);
				await decisions.decide(key, 'approved');
				const trigger = await triggerOf(sample);
				await trigger.pollOutputs();
				await world.must('bigCommerce', { ...change?.parameters, ...update, forDecision: key });
				clock.aheadMs = 16 * MINUTE_MS;
				expect((await trigger.pollOutputs())?.[0]).toMatchObject([
					{ unchanged: true, clear: true, again: 1 },
				]);
				await trigger.close();
			});

		it('is listed, withdrawn and asked anew', async () => {
			const key = await asked(sample);
			const list = { objectType: type, returnAll: true, options: { includeObject: true } };
			expect(await run('getAll', list)).toMatchObject([
				[{ link: { key }, [type]: { [named]: sample.id } }],
				[],
			]);
			const [taken] = await run('withdraw', { ...about(sample), reason: 'Not needed' });
			expect(taken).toMatchObject([{ withdrawn: true, link: { key, state: 'closed' } }]);
			expect((await decisions.casesOf(key))[0].state).toBe('ended');
			expect(await asked(sample)).toContain(`:${PURPOSE}:2`);
			const [trail] = await run('getAuditTrail', { ...about(sample), as: 'items' });
			expect(trail.map((entry) => linked.parse(entry).link.round)).toEqual([1, 2]);
		});

		it('keeps a note once, also when it is asked for by object and purpose, and none once it is withdrawn', async () => {
			const key = await asked(sample);
			const text = 'The supplier was called';
			expect(await run('note', { findBy: 'linkKey', linkKey: key, text })).toMatchObject([
				[{ noted: true, link: { key } }],
				[],
			]);
			await run('note', { findBy: 'question', ...about(sample), text });
			const [trail] = await run('getAuditTrail', { ...about(sample), as: 'items' });
			expect(JSON.stringify(trail).split(text)).toHaveLength(2);
			await run('withdraw', { ...about(sample), reason: 'Not needed' });
			expect(await run('note', { findBy: 'question', ...about(sample), text: 'Too late' })).toMatchObject([
				[],
				[{ noted: false, reason: 'it is closed already' }],
			]);
		});

		it('watches only what such an object has', async () => {
			const { error } = await world.run('openTextDecision', asking(sample, { watchFields: 'nonsense' }));
			expect(error?.message).toContain(
				`Must Stay the Same names "nonsense", which no ${type.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)} has`,
			);
			expect(await sandbox.workflow.cases()).toEqual([]);
		});
	},
);

it('Finish changes the status of orders alone, and says so before it records anything', async () => {
	const [product] = SAMPLES;
	const key = await asked(product);
	await decisions.decide(key, 'approved');
	const trigger = await triggerOf(product);
	await trigger.pollOutputs();
	const wish = { linkKey: key, verdict: 'go', change: 'status', statusId: 5 };
	const parameters = { resource: 'decision', operation: 'finish', ...wish };
	const { error } = await world.run('openTextDecision', parameters);
	expect(error?.message).toContain('A product has no status that Finish could change');
	const [[found]] = await run('get', { findBy: 'linkKey', linkKey: key });
	expect(found).toMatchObject({ link: { state: 'decided', verdict: null } });
	await trigger.close();
});

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

it('a variant that is deleted while people are asked is told as gone once, and hides no other', async () => {
	const VARIANT = SAMPLES.filter(({ type }) => type === 'variant')[0];
	const { id } = await world.must('bigCommerce', {
		...{ resource: 'productVariant', operation: 'create', productId: byId(111) },
		...mapped({ sku: 'MUG-LATE', option_values: '[{"option_display_name": "Color", "label": "Late"}]' }),
	});
	const trigger = await triggerOf(VARIANT);
	const [gone, other] = [await asked({ ...VARIANT, id: Number(id) }), await asked(VARIANT)];
	await trigger.pollOutputs();
	await world.must('bigCommerce', {
		...{ resource: 'productVariant', operation: 'delete' },
		...{ productId: byId(111), variantId: byId(Number(id)) },
	});
	await decisions.decide(gone, 'approved');
	await decisions.decide(other, 'approved');
	clock.aheadMs = MINUTE_MS;
	const [decided, progress] = (await trigger.pollOutputs()) ?? [];
	expect(decided).toMatchObject([{ link: { key: other }, clear: true, variant: { id: VARIANT.id } }]);
	expect(progress).toMatchObject([{ event: 'objectGone', link: { key: gone }, variant: null }]);
	await run('finish', { linkKey: other, verdict: 'go', change: 'none' });
	for (const hours of [1, 26, 52]) {
		clock.aheadMs = hours * 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
	}
	await trigger.close();
});
