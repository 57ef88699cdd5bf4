import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NO_ORDER, NODE, valueIn } from './support';

/** One of the two mugs of an order, tax included. */
const MUG = { what: 'lines', lines: 'MUG-GRY 1', total: '26.46' };

const wanted = async (world: World) => ({
	orderId: byId(await world.placeOrder()),
	what: MUG.what,
	lines: MUG.lines,
	refundTo: 'original',
	locationId: byId(1),
});

const withRefund = async (world: World): Promise<INodeParameters> => {
	const entered = await wanted(world);
	await world.must(NODE, { resource: 'refund', operation: 'create', ...entered });
	return { ...ALL, filters: { orderId: valueIn(entered.orderId) } };
};

const NO_SUCH = { wrong: { orderId: byId(NOBODY) }, refusal: NO_ORDER };

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => {
			const entered = await wanted(world);
			const forDecision = `sandbox1:order:${idIn(entered.orderId)}:return:1`;
			return { ...entered, forDecision, options: { reason: `damaged ${nth}` } };
		},
		others: {
			'pieces that go back into stock': async (world) => ({
				...(await wanted(world)),
				restock: 'pieces',
				restockQuantity: 1,
			}),
		},
		// Restocking comes after the refund: that its right is missing shows only then.
		firstSteps: /^(POST|PUT|DELETE) .*(payment_actions\/refunds|\/metafields)/,
		...NO_SUCH,
		// Its own claim, when nothing was done; the refund itself carries the mark of the decision.
		givesBack: /^DELETE .*\/v3\/orders\/\d+\/metafields\/\d+$/,
		// And the turn of the order, which ends by itself where it cannot be left.
		notes: /^(PUT|DELETE) .*\/v3\/orders\/\d+\/metafields\/\d+$/,
		gives: (entered) => ({
			action: 'refund',
			repeated: false,
			order_id: idIn(entered.orderId),
			total_amount: MUG.total,
			payments: [{ provider_id: 'testgateway', amount: MUG.total, offline: false, is_declined: false }],
		}),
	},
	getAll: {
		prepare: withRefund,
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ total_amount: MUG.total, total_tax: '1.96' }),
	},
	quote: {
		prepare: wanted,
		...NO_SUCH,
		gives: (entered) => ({
			action: 'refund',
			order_id: idIn(entered.orderId),
			refundable: '61.56',
			total_refund_amount: MUG.total,
			methods: [{ providers: ['custom'] }, { providers: ['testgateway'], chosen: true }],
		}),
	},
};
