import { byId, describeThreeItems } from '../../../../support/operationRun';
import { content, sent, twoOrders } from '../../../../support/orderMetafields';

describe('updating an order metafield', () => {
	describeThreeItems({
		resource: 'orderMetafield',
		operation: 'update',
		items: [
			{ ...byId(1), metafieldId: '11', ...content('one') },
			{ ...byId(2), metafieldId: '12', ...content('two') },
			{ ...byId(3), metafieldId: '13', ...content('three') },
		],
		service: twoOrders,
		outputs: [
			{ id: 11, ...sent('one') },
			{ id: 13, ...sent('three') },
		],
		refusal: 'Item 2: BigCommerce knows no metafield 12 of order 2 in this store',
	});
});
