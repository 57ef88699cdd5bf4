import { byId, runOperation } from '../../../../support/operationRun';
import { content, sent, twoOrders } from '../../../../support/orderMetafields';
import { answering, ok } from '../../../../support/serviceDouble';

const CREATE = { resource: 'orderMetafield', operation: 'create' };
const creating = async (entered: Parameters<typeof byId>[0], more: object, service = twoOrders()) =>
	await runOperation({ ...CREATE, items: [{ ...byId(entered), ...content('yes'), ...more }], service });

describe('creating an order metafield', () => {
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

	it.each([ok('<html>maintenance</html>'), ok({ id: 11 }), ok(''), ok('{"data": {"id"'), { status: 204 }])(
		'is neither done nor repeated when its answer cannot be read: %j',
		async (answer) => {
			const service = answering({ 'POST /v3/orders/1/metafields': answer });
			await expect(creating(1, {}, service)).rejects.toMatchObject({
				description: expect.stringContaining('It is not known whether'),
			});
			expect(service.requests).toHaveLength(1);
		},
	);

	it.each<[unknown, string]>([
		[{ by: 'Ada' }, '{"by":"Ada"}'],
		[['a', 1], '["a",1]'],
		[7, '7'],
		[true, 'true'],
	])('keeps the value %j, which an expression gives, as JSON', async (given, value) => {
		const service = twoOrders();
		await creating(1, { value: given }, service);
		expect(service.requests[0].body).toMatchObject({ value });
	});

	it('is not repeated when its answer is lost', async () => {
		const service = answering({ 'POST /v3/orders/1/metafields': { broken: 'ECONNRESET' } });
		await expect(creating(1, {}, service)).rejects.toMatchObject({
			description: expect.stringContaining(
				'It is not known whether metafield "approval" of order 1 was created.',
			),
		});
		expect(service.requests).toHaveLength(1);
	});

	it.each([
		['Namespace', { namespace: 'n'.repeat(65) }, 'has 65 characters, but at most 64 fit'],
		['Key', { key: 'k'.repeat(65) }, 'has 65 characters, but at most 64 fit'],
		['Value', { value: 'v'.repeat(65_536) }, 'has 65536 characters, but at most 65535 fit'],
		['Description', { options: { description: 'd'.repeat(256) } }, 'has 256 characters, but at most 255 fit'],
		['Namespace', { namespace: '' }, 'is empty'],
		['Key', { key: ' ' }, 'is empty'],
		['Value', { value: '' }, 'is empty'],
		['Value', { value: null }, 'is empty'],
		['Namespace', { namespace: { a: 1 } }, 'must be text, but it is an object'],
		['Key', { key: ['a'] }, 'must be text, but it is a list'],
		['Description', { options: { description: { a: 1 } } }, 'must be text, but it is an object'],
		['Permission Set', { options: { permissionSet: 'all' } }, 'has no choice "all"'],
	])('refuses a %s that BigCommerce cannot hold before anything is sent', async (label, more, fault) => {
		const service = twoOrders();
		await expect(creating(1, more, service)).rejects.toMatchObject({ message: `Item 1: ${label} ${fault}` });
		expect(service.requests).toEqual([]);
	});
});
