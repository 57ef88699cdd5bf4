import { byId, describeThreeItems, runOperation } from '../../../../support/operationRun';
import { twoOrders } from '../../../../support/orderMetafields';

const GET = { resource: 'orderMetafield', operation: 'get' };

describe('getting an order metafield', () => {
	describeThreeItems({
		...GET,
		items: [
			{ ...byId(1), metafieldId: '11' },
			{ ...byId(2), metafieldId: '12' },
			{ ...byId(3), metafieldId: '13' },
		],
		service: twoOrders,
		outputs: [
			{ id: 11, resource_id: 1 },
			{ id: 13, resource_id: 3 },
		],
		refusal: 'Item 2: BigCommerce knows no metafield 12 of order 2 in this store',
	});

	it('refuses a metafield ID that is no number before anything is sent', async () => {
		const service = twoOrders();
		await expect(
			runOperation({ ...GET, items: [{ ...byId(1), metafieldId: 'approval' }], service }),
		).rejects.toMatchObject({ message: 'Item 1: Metafield must be a whole number, but it is "approval"' });
		expect(service.requests).toEqual([]);
	});
});
