import type { INodeParameters } from 'n8n-workflow';
import { byId, describeThreeItems, runOperation } from '../../../../support/operationRun';
import { answering, ok, type ServiceDouble } from '../../../../support/serviceDouble';

const UPDATE = { resource: 'order', operation: 'update' };

/** A store with orders 1 and 3 in status 11. */
const service = (): ServiceDouble => {
	const orders: Record<string, object> = {
		'1': { id: 1, status_id: 11, staff_notes: '' },
		'3': { id: 3, status_id: 11, staff_notes: '' },
	};
	const routes = (id: string) => ({
		[`GET /v2/orders/${id}`]: () => ok(orders[id]),
		[`PUT /v2/orders/${id}`]: ({ body }: { body: unknown }) => {
			orders[id] = { ...orders[id], ...(typeof body === 'object' ? body : {}) };
			return ok(orders[id]);
		},
	});
	return answering({ ...routes('1'), ...routes('3') });
};

const updating = async (updateFields: INodeParameters) => {
	const used = service();
	const [{ json }] = await runOperation({ ...UPDATE, items: [{ ...byId(1), updateFields }], service: used });
	return { json, sent: used.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body) };
};

describe('updating an order', () => {
	describeThreeItems({
		...UPDATE,
		items: [
			{ ...byId(1), updateFields: { statusId: 12 } },
			{ ...byId(2), updateFields: { statusId: 5 } },
			{ ...byId(3), updateFields: { externalOrderId: 'X-3' } },
		],
		service,
		outputs: [
			{ id: 1, status_id: 12 },
			{ id: 3, status_id: 11, external_order_id: 'X-3' },
		],
		refusal: 'Item 2: BigCommerce knows no order 2 in this store',
	});

	it("sends every field by BigCommerce's own name", async () => {
		const { sent } = await updating({
			customerMessage: 'm',
			externalOrderId: 'x',
			paymentMethod: 'p',
			staffNotes: 's',
			statusId: '12',
			otherFields: '{"geoip_country": "Austria"}',
		});
		expect(sent).toEqual([
			{
				customer_message: 'm',
				external_order_id: 'x',
				payment_method: 'p',
				staff_notes: 's',
				status_id: 12,
				geoip_country: 'Austria',
			},
		]);
	});

	it('lets the named field win over the same one in JSON', async () => {
		const { sent } = await updating({ statusId: 12, otherFields: '{"status_id": 5}' });
		expect(sent).toEqual([{ status_id: 12 }]);
	});

	it('adds a staff note and keeps the status in one request', async () => {
		expect((await updating({ staffNote: ' approved ', statusId: 12 })).sent).toEqual([
			{ status_id: 12, staff_notes: 'approved' },
		]);
	});

	it('sends nothing when the order is so already', async () => {
		const { sent, json } = await updating({ statusId: 11 });
		expect(sent).toEqual([]);
		expect(json).toMatchObject({ id: 1, status_id: 11 });
	});

	it('asks for something to change before anything is sent', async () => {
		const used = service();
		for (const updateFields of [{}, { staffNotes: '' }, { staffNote: '  ' }]) {
			await expect(
				runOperation({ ...UPDATE, items: [{ ...byId(1), updateFields }], service: used }),
			).rejects.toMatchObject({
				message: 'Item 1: Nothing to change was given for order 1',
				description: 'Add at least one field under Update Fields.',
			});
		}
		expect(used.requests).toEqual([]);
	});

	it('refuses other fields that are no JSON, and a status that is no number, before anything is sent', async () => {
		const used = service();
		for (const updateFields of [{ otherFields: '{' }, { statusId: 'soon' }]) {
			await expect(
				runOperation({ ...UPDATE, items: [{ ...byId(1), updateFields }], service: used }),
			).rejects.toMatchObject({ message: expect.stringMatching(/^Item 1: (Other Fields|Status)/) });
		}
		expect(used.requests).toEqual([]);
	});
});
