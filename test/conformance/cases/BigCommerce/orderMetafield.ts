import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NO_ORDER, NODE } from './support';

const CONTENT = { namespace: 'returns', key: 'approval', value: 'yes' };

const order = async (world: World) => ({ orderId: byId(await world.placeOrder()) });

const withMetafield = async (world: World): Promise<INodeParameters> => {
	const orderId = byId(await world.placeOrder());
	const made = { resource: 'orderMetafield', operation: 'create', orderId, ...CONTENT };
	const { id } = await world.must(NODE, made);
	return { orderId, metafieldId: String(id) };
};

const NO_SUCH = { wrong: { orderId: byId(NOBODY) }, refusal: NO_ORDER };

const ofOrder = (more: object) => (entered: INodeParameters) => ({
	resource_id: idIn(entered.orderId),
	...more,
});

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => ({ ...(await order(world)), ...CONTENT, value: `yes ${nth}` }),
		...NO_SUCH,
		gives: (entered) => ({ ...ofOrder({ permission_set: 'read' })(entered), value: entered.value }),
	},
	delete: {
		prepare: withMetafield,
		wrong: { metafieldId: String(NOBODY) },
		refusal: /^Order \d+ has no metafield \d+$/,
		gives: () => ({ deleted: true }),
	},
	get: { prepare: withMetafield, ...NO_SUCH, gives: ofOrder({ value: 'yes' }) },
	getAll: {
		prepare: async (world) => ({ ...(await withMetafield(world)), ...ALL }),
		...NO_SUCH,
		gives: ofOrder({ key: 'approval' }),
	},
	update: {
		prepare: async (world) => ({ ...(await withMetafield(world)), ...CONTENT, value: 'no' }),
		...NO_SUCH,
		gives: ofOrder({ value: 'no' }),
	},
	upsert: {
		prepare: async (world) => ({ orderId: (await withMetafield(world)).orderId, ...CONTENT, value: 'no' }),
		...NO_SUCH,
		gives: ofOrder({ value: 'no' }),
	},
};
