import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER, ordered } from './orderPart';
import { idIn, NODE, valueIn } from './support';

const ONE_MUG = { what: 'lines', lines: 'MUG-GRY 1' };

const shipped = async (world: World): Promise<INodeParameters> => {
	const order = await ordered(world);
	const { id } = await world.must(NODE, { resource: 'shipment', operation: 'create', ...order, ...ONE_MUG });
	return { ...order, shipmentId: byId(Number(id)) };
};

const gives = (entered: INodeParameters) => ({
	order_id: idIn(entered.orderId),
	items: [{ product_id: 111, quantity: 1 }],
});

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => {
			const order = await ordered(world);
			return {
				...order,
				...ONE_MUG,
				forDecision: `sandbox1:order:${valueIn(order.orderId)}:stock-exception:1`,
				additionalFields: { trackingNumber: `EJ95808357${nth}US`, comments: 'Handle with care' },
			};
		},
		...NO_SUCH_ORDER,
		// Its own claim, when nothing was done; the shipment itself carries the mark of the decision.
		givesBack: /^DELETE .*\/v3\/orders\/\d+\/metafields\/\d+$/,
		notes: /^PUT .*\/v3\/orders\/\d+\/metafields\/\d+$/,
		gives: (entered) => ({
			...gives(entered),
			repeated: false,
			// ends with the print of what is shipped
			comments: expect.stringMatching(
				new RegExp(`^Handle with care \\[${String(entered.forDecision)}\\] #[0-9a-f]{8}$`),
			),
		}),
	},
	delete: {
		prepare: shipped,
		...NO_SUCH_ORDER,
		gives: (entered) => ({ id: idIn(entered.shipmentId), deleted: true }),
	},
	get: { prepare: shipped, ...NO_SUCH_ORDER, gives },
	getAll: {
		prepare: async (world) => ({ ...(await shipped(world)), ...ALL }),
		...NO_SUCH_ORDER,
		gives,
	},
	update: {
		prepare: async (world) => ({
			...(await shipped(world)),
			updateFields: { trackingNumber: 'EJ958083578US', shippingProvider: 'fedex' },
		}),
		...NO_SUCH_ORDER,
		gives: () => ({ tracking_number: 'EJ958083578US', shipping_provider_display_name: 'FedEx' }),
	},
};
