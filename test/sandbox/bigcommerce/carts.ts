import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { SandboxContext } from '../core/context';
import type { StateFile } from '../core/stateFile';
import { accountOf } from './access';
import { ApiError, notFound } from './errors';
import { iso8601 } from './format';
import type { Deliveries } from './hooks/deliveries';
import { bodyOf, paramOf } from './request';
import type { BigCommerceState } from './state';

/** A cart as V3 shows it, with times in ms (description of carts, `Cart_Full`). */
export interface StoredCart {
	id: string;
	customer_id: number;
	channel_id: number;
	email: string;
	currency: { code: string };
	tax_included: boolean;
	base_amount: number;
	discount_amount: number;
	manual_discount_amount: number;
	cart_amount: number;
	coupons: object[];
	discounts: object[];
	line_items: Record<'physical_items' | 'digital_items' | 'gift_certificates' | 'custom_items', object[]>;
	locale: string;
	version: number;
	createdAt: number;
	modifiedAt: number;
}

export const CART_ID = '7e48f7ef-2e88-4817-aea4-b0ed01490114';

const SEEDED_AT = Date.parse('2026-01-05T09:00:00Z');

/** Four coffee mugs of a customer. */
export const seedCarts = (): Record<string, StoredCart> => ({
	[CART_ID]: {
		id: CART_ID,
		customer_id: 32,
		channel_id: 1,
		email: 'ada.example@example.com',
		currency: { code: 'USD' },
		tax_included: false,
		base_amount: 48,
		discount_amount: 0,
		manual_discount_amount: 0,
		cart_amount: 48,
		coupons: [],
		discounts: [],
		line_items: {
			physical_items: [
				{
					id: '5fd1f2bc-5d4f-4d35-9c0e-5b7f3f1c2a10',
					variant_id: 77,
					product_id: 111,
					sku: 'MUG-GRY',
					name: 'Coffee Mug',
					url: 'https://store.example.com/coffee-mug/',
					quantity: 4,
					taxable: true,
					image_url: 'https://images.example.com/mug.jpg',
					discounts: [],
					discount_amount: 0,
					coupon_amount: 0,
					list_price: 12,
					sale_price: 12,
					extended_list_price: 48,
					extended_sale_price: 48,
					is_require_shipping: true,
				},
			],
			digital_items: [],
			gift_certificates: [],
			custom_items: [],
		},
		locale: 'en',
		version: 1,
		createdAt: SEEDED_AT,
		modifiedAt: SEEDED_AT,
	},
});

const show = ({ createdAt, modifiedAt, ...cart }: StoredCart) => ({
	data: { ...cart, created_time: iso8601(createdAt), updated_time: iso8601(modifiedAt) },
	meta: {},
});

const change = z.object({ customer_id: z.number().int().optional(), version: z.number().int().optional() });

/** One cart is read, given to a customer, removed; metafields stay behind (BigCommerce reference 5.3, description of carts). */
export function registerCarts(
	app: FastifyInstance,
	state: StateFile<BigCommerceState>,
	context: SandboxContext,
	deliveries: Deliveries,
): void {
	const carts = (): Record<string, StoredCart> => (state.data.carts ??= seedCarts());

	const found = (id: string): StoredCart => {
		const cart = carts()[id];
		if (cart === undefined) throw notFound();
		return cart;
	};

	const changed = ({ id, channel_id: channel }: StoredCart, event: string) => {
		state.save();
		context.changes.emit('change', { service: 'bigcommerce', kind: 'cart', id });
		deliveries.fire(`store/cart/${event}`, { type: 'cart', id });
		deliveries.fire(`store/channel/${channel}/cart/${event}`, { cart_id: id });
	};

	app.get('/carts/:cartId', async (request) => {
		accountOf(request, 'store_cart');
		return show(found(paramOf(request, 'cartId')));
	});

	app.put('/carts/:cartId', async (request, reply) => {
		accountOf(request, 'store_cart');
		const cart = found(paramOf(request, 'cartId'));
		const { customer_id: customer, version } = bodyOf(change, request.body);
		if (version !== undefined && version !== cart.version) {
			throw new ApiError(
				409,
				'The request cannot be processed due to a possible conflict. Please review the changes and try again.',
			);
		}
		if (customer !== undefined) cart.customer_id = customer;
		Object.assign(cart, { version: cart.version + 1, modifiedAt: context.clock.now() });
		changed(cart, 'updated');
		reply.code(201);
		return show(cart);
	});

	app.delete('/carts/:cartId', async (request, reply) => {
		accountOf(request, 'store_cart');
		const cart = found(paramOf(request, 'cartId'));
		delete carts()[cart.id];
		changed(cart, 'deleted');
		await reply.code(204).send();
	});
}
