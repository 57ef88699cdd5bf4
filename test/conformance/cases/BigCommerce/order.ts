import { FACT_GROUPS } from '../../../../nodes/BigCommerce/records/facts/groups';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NO_ORDER, NODE } from './support';

const order = async (world: World) => ({ orderId: byId(await world.placeOrder()) });

const NO_SUCH = { wrong: { orderId: byId(NOBODY) }, refusal: NO_ORDER };

/** @param nth tells what another system calls it from others */
const upserted = async (world: World, nth: number) => ({
	source: 'order',
	...(await order(world)),
	lines: 'MUG-GRY 1',
	externalOrderId: `R-${nth}`,
	additionalFields: { statusId: 12 },
});

export const cases: Cases = {
	archive: {
		prepare: order,
		...NO_SUCH,
		gives: (entered) => ({ id: idIn(entered.orderId), archived: true }),
	},
	count: {
		prepare: async (world) => {
			const id = await world.placeOrder();
			return { filters: { minId: id, maxId: id } };
		},
		wrong: { filters: { minTotal: 'much' } },
		refusal: /^Min Total must be a number/,
		gives: () => ({
			count: 1,
			statuses: expect.arrayContaining([{ id: 11, name: 'Awaiting Fulfillment', count: 1 }]),
		}),
	},
	create: {
		prepare: async (world, nth) => ({
			source: 'order',
			...(await order(world)),
			lines: 'MUG-GRY 1',
			additionalFields: { price: 0, statusId: 11, externalOrderId: `R-${nth}` },
		}),
		...NO_SUCH,
		gives: () => ({
			repeated: false,
			status_id: 11,
			items_total: 1,
			total_inc_tax: '0.0000',
			external_order_id: expect.stringMatching(/^R-\d+$/),
			billing_address: { city: 'Austin' },
		}),
	},
	get: {
		prepare: async (world) => ({
			...(await order(world)),
			simplify: false,
			include: ['products', 'shipping_addresses'],
			facts: Object.keys(FACT_GROUPS),
			options: { onlyIfEmail: 'Ada.Example@example.com' },
		}),
		...NO_SUCH,
		gives: (entered) => ({
			id: idIn(entered.orderId),
			billing_address: { city: 'Austin' },
			facts: { total: 61.56, waiting: true, addressesDiffer: false, fraudReview: false, guest: true },
		}),
	},
	getAll: {
		prepare: async (world) => {
			const id = await world.placeOrder();
			return { ...ALL, filters: { minId: id, maxId: id } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ status: 'Awaiting Fulfillment' }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await order(world)),
			updateFields: { statusId: 12, appendToStaffNotes: `held ${nth}` },
		}),
		...NO_SUCH,
		gives: (entered) => ({ id: idIn(entered.orderId), status_id: 12 }),
	},
	upsert: {
		prepare: upserted,
		others: {
			'one that is there': async (world) => {
				const entered = await upserted(world, 1);
				const { orderId } = entered;
				const updateFields = { externalOrderId: 'R-1' };
				await world.must(NODE, { resource: 'order', operation: 'update', orderId, updateFields });
				return entered;
			},
		},
		...NO_SUCH,
		gives: () => ({
			status_id: 12,
			external_order_id: expect.stringMatching(/^R-\d+$/),
			billing_address: { city: 'Austin' },
		}),
	},
};
