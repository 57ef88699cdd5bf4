import { byId, runOperation } from '../../../../support/operationRun';
import { twoOrders } from '../../../../support/orderMetafields';

const GET = { resource: 'orderMetafield', operation: 'get' };

describe('getting an order metafield', () => {
	it('refuses a metafield ID that is no number before anything is sent', async () => {
		const service = twoOrders();
		await expect(
			runOperation({ ...GET, items: [{ ...byId(1), metafieldId: 'approval' }], service }),
		).rejects.toMatchObject({ message: 'Item 1: Metafield must be a whole number, but it is "approval"' });
		expect(service.requests).toEqual([]);
	});
});
