import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, mapped, NOBODY, type Cases } from '../../support/operationCase';
import { NODE } from './support';

const withPromotion = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, {
		resource: 'promotion',
		operation: 'create',
		...mapped({
			name: `With codes ${nth}`,
			redemption_type: 'COUPON',
			rules: '[{"action": {"cart_value": {"discount": {"percentage_amount": "15"}}}}]',
			coupon_type: 'BULK',
		}),
	});
	return { promotionId: byId(Number(id)) };
};

const codeOf = (nth: number) => `TRADE-${nth}`;

const withCode = async (world: World, nth: number) => {
	const promotion = await withPromotion(world, nth);
	const made = { resource: 'couponCode', operation: 'create', ...promotion, code: codeOf(nth) };
	const { id } = await world.must(NODE, made);
	return { promotion, id: Number(id) };
};

const NO_PROMOTION = {
	wrong: { promotionId: byId(NOBODY) },
	refusal: /^BigCommerce knows no .*promotion \d+ in this store$/,
};

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => ({
			...(await withPromotion(world, nth)),
			code: codeOf(nth),
			additionalFields: { maxUses: 1 },
		}),
		...NO_PROMOTION,
		gives: ({ code }) => ({ code, max_uses: 1, current_uses: 0 }),
	},
	delete: {
		prepare: async (world, nth) => {
			const { promotion, id } = await withCode(world, nth);
			return { ...promotion, couponCodeId: byId(id) };
		},
		wrong: { couponCodeId: byId(NOBODY) },
		refusal: /^BigCommerce knows no coupon code \d+ of promotion \d+ in this store$/,
		others: {
			'by its code': async (world) => ({
				...(await withCode(world, 7)).promotion,
				couponCodeId: { __rl: true, mode: 'code', value: codeOf(7) },
			}),
		},
		gives: () => ({ deleted: true }),
	},
	generate: {
		prepare: async (world, nth) => ({
			...(await withPromotion(world, nth)),
			batchSize: 2,
			additionalFields: { maxUses: 5, excludeCharacters: 'O0' },
		}),
		...NO_PROMOTION,
		gives: () => ({ max_uses: 5, max_uses_per_customer: 1 }),
		keyless: true,
	},
	getAll: {
		prepare: async (world, nth) => ({
			...(await withCode(world, nth)).promotion,
			...ALL,
			filters: { code: codeOf(nth) },
		}),
		...NO_PROMOTION,
		gives: () => ({ current_uses: 0 }),
	},
	upsert: {
		prepare: async (world, nth) => ({
			...(await withPromotion(world, nth)),
			code: codeOf(nth),
			additionalFields: { maxUses: 1 },
		}),
		...NO_PROMOTION,
		gives: ({ code }) => ({ isNew: true, code, max_uses: 1 }),
	},
};
