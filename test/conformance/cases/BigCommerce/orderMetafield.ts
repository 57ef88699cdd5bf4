import { byId } from '../../support/operationCase';
import { metafieldCases } from './metafield';

export const cases = metafieldCases({
	resource: 'orderMetafield',
	one: 'order',
	locator: 'orderId',
	owner: async (world) => ({ orderId: byId(await world.placeOrder()) }),
});
