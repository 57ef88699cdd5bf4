import { byId, describeThreeItems, runOperation } from '../../../../support/operationRun';
import { content, sent, twoOrders } from '../../../../support/orderMetafields';
import { answering } from '../../../../support/serviceDouble';

const CREATE = { resource: 'orderMetafield', operation: 'create' };
const creating = async (entered: Parameters<typeof byId>[0], more: object, service = twoOrders()) =>
	await runOperation({ ...CREATE, items: [{ ...byId(entered), ...content('yes'), ...more }], service });

describe('creating an order metafield', () => {
	describeThreeItems({
		...CREATE,
		items: [
			{ ...byId(1), ...content('one') },
			{ ...byId(2), ...content('two') },
			{ ...byId(3), ...content('three') },
		],
		service: twoOrders,
		outputs: [
			{ id: 11, ...sent('one') },
			{ id: 13, ...sent('three') },
		],
		refusal: 'Item 2: BigCommerce knows no metafields of order 2 in this store',
	});

	it('sends the description and the permission set only when chosen', async () => {
		const service = twoOrders();
		await creating(1, { options: { description: 'why', permissionSet: 'write' } }, service);
		expect(service.requests[0].body).toEqual({ ...sent('yes'), description: 'why', permission_set: 'write' });
	});

	it('says that a metafield of that name is there already', async () => {
		const service = answering({ 'POST /v3/orders/1/metafields': { status: 409 } });
		await expect(creating(1, {}, service)).rejects.toMatchObject({
			message: 'Item 1: BigCommerce already has what was sent for metafields of order 1',
			description: expect.stringContaining('update it instead'),
		});
	});

	it('is not repeated when its answer is lost', async () => {
		const service = answering({ 'POST /v3/orders/1/metafields': { broken: 'ECONNRESET' } });
		await expect(creating(1, {}, service)).rejects.toMatchObject({
			description: expect.stringContaining('Whether it was carried out is not known.'),
		});
		expect(service.requests).toHaveLength(1);
	});

	it.each([
		['Namespace', { namespace: 'n'.repeat(65) }, 'has 65 characters, but BigCommerce holds 64'],
		['Key', { key: 'k'.repeat(65) }, 'has 65 characters, but BigCommerce holds 64'],
		['Value', { value: 'v'.repeat(65_536) }, 'has 65536 characters, but BigCommerce holds 65535'],
		[
			'Description',
			{ options: { description: 'd'.repeat(256) } },
			'has 256 characters, but BigCommerce holds 255',
		],
		['Namespace', { namespace: '' }, 'is empty'],
		['Key', { key: ' ' }, 'is empty'],
		['Value', { value: '' }, 'is empty'],
	])('refuses a %s that BigCommerce cannot hold before anything is sent', async (label, more, fault) => {
		const service = twoOrders();
		await expect(creating(1, more, service)).rejects.toMatchObject({ message: `Item 1: ${label} ${fault}` });
		expect(service.requests).toEqual([]);
	});
});
