import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useWorld } from './support/useWorld';

const world = useWorld();

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/;

const MAIL = 'Mon, 02 Feb 2026 10:00:00 +0000';

const byId = (value: unknown): INodeParameters => ({ __rl: true, mode: 'id', value: String(value) });

const many = async (node: string, resource: string, more: INodeParameters = {}): Promise<IDataObject[]> => {
	const { outputs, error } = await world.run(node, {
		resource,
		operation: 'getAll',
		returnAll: true,
		simplify: false,
		...more,
	});
	if (error) throw error;
	return outputs.flat().map(({ json }) => json);
};

/** Whether a field holds a time in every row, and in one at least. */
const expectTimes = (rows: IDataObject[], name: string) => {
	expect(rows.length).toBeGreaterThan(0);
	for (const { [name]: value } of rows) expect(value).toMatch(ISO);
};

/** Bodies that were sent, by method. */
const sent = (method: string) =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter((exchange) => exchange.method === method)
		.map(({ requestBody }) => requestBody);

describe('times', () => {
	it('of orders and their parts, which V2 writes as e-mails do, come out as ISO 8601', async () => {
		await world.placeOrder();
		const orders = await many('bigCommerce', 'order');
		expectTimes(orders, 'date_created');
		expectTimes(orders, 'date_modified');
		expectTimes(await many('bigCommerce', 'customerGroup'), 'date_created');
	});

	it('of B2B Edition, which counts seconds, come out as ISO 8601', async () => {
		for (const resource of ['company', 'companyUser', 'invoice', 'quote']) {
			expectTimes(await many('bigCommerceB2b', resource), 'createdAt');
		}
		expectTimes(await many('bigCommerceB2b', 'quote'), 'expiredAt');
	});

	it('stay empty where there is none', async () => {
		await world.placeOrder();
		expect(await many('bigCommerce', 'order')).toMatchObject([{ date_shipped: '' }]);
	});

	it('that came in and go on are the user’s own', async () => {
		const id = await world.placeOrder();
		const { outputs } = await world.engine.run({
			node: 'bigCommerce',
			parameters: {
				resource: 'order',
				operation: 'get',
				simplify: false,
				keepInput: true,
				orderId: byId(id),
			},
			items: [{ date_created: MAIL }],
			credentials: world.credentials('bigCommerce'),
		});
		expect(outputs[0][0].json).toMatchObject({
			date_created: MAIL,
			order: { date_created: expect.stringMatching(ISO) },
		});
	});

	it('are taken as they came out, by filters and by changes', async () => {
		const id = await world.placeOrder();
		const [{ date_created: made }] = await many('bigCommerce', 'order');
		const since = await many('bigCommerce', 'order', { filters: { minDateCreated: String(made) } });
		expect(since.map((order) => order.id)).toContain(id);
		const [{ companyId, createdAt }] = await many('bigCommerceB2b', 'company');
		const after = await many('bigCommerceB2b', 'company', { filters: { minCreated: String(createdAt) } });
		expect(after.map((company) => company.companyId)).toContain(companyId);
		world.sandbox.context.exchanges.clear();
		const changed = await world.must('bigCommerce', {
			resource: 'order',
			operation: 'update',
			orderId: byId(id),
			updateFields: { otherFields: '{"date_created": "2026-02-02T10:00:00.000Z"}' },
		});
		expect(sent('PUT')).toEqual([{ date_created: MAIL }]);
		expect(changed).toMatchObject({ date_created: '2026-02-02T10:00:00.000Z' });
	});
});
