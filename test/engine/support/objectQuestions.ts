import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId, mapped } from '../../conformance/support/operationCase';
import type { SandboxClient } from '../../e2e/harness/sandboxClient';
import { Decisions, outputsOf } from './decisions';
import { movableClock } from './movableClock';
import { useWorld } from './useWorld';
import { CART_ID } from '../../sandbox/bigcommerce/carts';

export const linked = z.object({ link: z.object({ key: z.string(), round: z.number(), state: z.string() }) });

export const world = useWorld();
export const decisions = new Decisions(world);
export let sandbox: SandboxClient;
export const clock = movableClock();

beforeAll(() => {
	({ sandbox } = decisions);
});

export const PURPOSE = 'content-approval';

export const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject[][]> =>
	outputsOf(await world.run('openTextDecision', { resource: 'decision', operation, ...parameters }));

/** A kind of object, one of it that the sandbox has, and a change that somebody may make to it. */
export interface Sample {
	type: string;
	id: number | string;
	watched: string;
	/** Left out where the BigCommerce node cannot change one. */
	change?: { resource: string; parameters: INodeParameters };
}

export const SAMPLES: readonly Sample[] = [
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
export const NAMED: Readonly<Record<string, string>> = { category: 'category_id', coupon: 'code' };

export const about = ({ type, id }: Pick<Sample, 'type' | 'id'>): INodeParameters => ({
	objectType: type,
	objectId: byId(id),
	purpose: PURPOSE,
});

export const asking = (sample: Sample, more: INodeParameters = {}): INodeParameters => ({
	...decisions.asking(0, { ...about(sample), name: 'Content', watchFields: sample.watched }),
	...more,
});

export const asked = async (sample: Sample, more?: INodeParameters): Promise<string> => {
	const [[item]] = await run('ask', asking(sample, more));
	return linked.parse(item).link.key;
};

export const triggerOf = async ({ type }: Sample) =>
	await decisions.triggerOf({ purpose: PURPOSE, objectType: type });
