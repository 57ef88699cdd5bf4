import { byId, describeThreeItems } from '../../../../support/operationRun';
import { twoOrders } from '../../../../support/orderMetafields';

describe('deleting an order metafield', () => {
	describeThreeItems({
		resource: 'orderMetafield',
		operation: 'delete',
		items: [
			{ ...byId(1), metafieldId: '11' },
			{ ...byId(2), metafieldId: '12' },
			{ ...byId(3), metafieldId: '13' },
		],
		service: twoOrders,
		outputs: [
			{ id: 11, deleted: true },
			{ id: 13, deleted: true },
		],
		refusal: 'Item 2: Order 2 has no metafield 12',
	});
});
