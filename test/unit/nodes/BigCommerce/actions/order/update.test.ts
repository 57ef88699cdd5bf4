import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../../../../../nodes/BigCommerce/actions';
import { isOwnWrite } from '../../../../../../nodes/BigCommerce/records/ownWrites';
import { byId, runOperation, WORKFLOW_ID } from '../../../../support/operationRun';
import { answering, ok, type ServiceDouble } from '../../../../support/serviceDouble';
import { read } from '../../../../support/orders';

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
	it("sends every field by BigCommerce's own name", async () => {
		const { sent } = await updating({
			customerMessage: 'm',
			externalOrderId: 'x',
			paymentMethod: 'p',
			replaceStaffNotes: 's',
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

	it("reads a date in Other Fields in the workflow's zone", async () => {
		const { sent } = await updating({ otherFields: '{"date_created": "2026-06-05 10:00"}' });
		expect(sent).toEqual([{ date_created: expect.stringMatching(/^Fri, 05 Jun 2026 \d\d:00:00 \+0000$/) }]);
	});

	it('lets the named field win over the same one in JSON', async () => {
		const { sent } = await updating({ statusId: 12, otherFields: '{"status_id": 5}' });
		expect(sent).toEqual([{ status_id: 12 }]);
	});

	it('adds a staff note and keeps the status in one request', async () => {
		expect((await updating({ appendToStaffNotes: ' approved ', statusId: 12 })).sent).toEqual([
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
		for (const updateFields of [{}, { replaceStaffNotes: '' }, { appendToStaffNotes: '  ' }]) {
			await expect(
				runOperation({ ...UPDATE, items: [{ ...byId(1), updateFields }], service: used }),
			).rejects.toMatchObject({
				message: 'Item 1: Nothing to change was given for order 1',
				description: 'Add at least one field under Update Fields. Nothing was sent.',
			});
		}
		expect(used.requests).toEqual([]);
	});

	it('replaces the staff notes first and appends then, when both are wanted', async () => {
		expect((await updating({ replaceStaffNotes: 'new', appendToStaffNotes: 'approved' })).sent).toEqual([
			{ staff_notes: 'new\napproved' },
		]);
	});

	it('calls no two fields so that one could be taken for the other: each begins with its own word', () => {
		const { fields } = resources.find(({ option }) => option.value === 'order')?.operations.update ?? {};
		const options = fields?.find(({ name }) => name === 'updateFields')?.options ?? [];
		const words = options.map(({ name }) => name.replace(/([A-Z]).*$/, ''));
		expect(new Set(words).size).toBe(words.length);
	});

	it.each<[INodeParameters, string]>([
		[{ statusId: '' }, 'Status must be a whole number of at least 0, but it is empty'],
		[{ statusId: null }, 'Status must be a whole number of at least 0, but it is empty'],
		[{ statusId: 'abc' }, 'Status must be a whole number of at least 0, but it is "abc"'],
		[{ statusId: 11.5 }, 'Status must be a whole number of at least 0, but it is "11.5"'],
		[{ statusId: -1 }, 'Status must be a whole number of at least 0, but it is "-1"'],
		[{ statusId: {} }, 'Status must be a whole number of at least 0, but it is an object'],
		[{ statusId: '0x0b' }, 'Status must be a whole number of at least 0, but it is "0x0b"'],
		[{ statusId: true }, 'Status must be a whole number of at least 0, but it is "true"'],
		[{ customerMessage: { by: 'Ada' } }, 'Customer Message must be text, but it is an object'],
		[{ appendToStaffNotes: ['a'] }, 'Append to Staff Notes must be text, but it is a list'],
		[{ otherFields: '[1]' }, 'Other Fields must be a JSON object'],
		[
			{ otherFields: '{"items_total": 9007199254740993}' },
			'Other Fields (JSON) holds the number 9007199254740993',
		],
		[
			{ otherFields: { staff_notes: { a: 1 } } },
			'staff_notes in Other Fields must be text, but it is an object',
		],
		[{ otherFields: { date_created: 'yesterday' } }, 'date_created in Other Fields must be a date and time'],
		[{ otherFields: { status_id: 'Shipped' } }, 'status_id in Other Fields must be a whole number'],
		[{ otherFields: '{"status_id": null}' }, 'status_id in Other Fields is empty'],
		[{ otherFields: '{"discount_amount": "1,5"}' }, 'discount_amount in Other Fields must be a number'],
	])('refuses %j by name before anything is sent', async (updateFields, message) => {
		const used = service();
		const fields = { paymentMethod: 'Card', ...updateFields };
		await expect(
			runOperation({ ...UPDATE, items: [{ ...byId(1), updateFields: fields }], service: used }),
		).rejects.toMatchObject({
			message: expect.stringContaining(`Item 1: ${message}`),
			description: expect.stringContaining('Nothing was sent.'),
		});
		expect(used.requests).toEqual([]);
	});

	it('says that it is not known whether the order was changed when the answer cannot be read', async () => {
		const used = answering({
			'GET /v2/orders/1': ok({ id: 1, status_id: 11 }),
			'PUT /v2/orders/1': ok('<html>maintenance</html>'),
		});
		await expect(
			runOperation({ ...UPDATE, items: [{ ...byId(1), updateFields: { statusId: 12 } }], service: used }),
		).rejects.toMatchObject({
			description: expect.stringMatching(/It is not known whether order 1 was changed\.$/),
		});
		expect(used.lines).toEqual(['GET /v2/orders/1', 'PUT /v2/orders/1']);
	});

	it('is remembered as a write of this workflow', async () => {
		const { json } = await updating({ statusId: 5, externalOrderId: 'own write' });
		const writer = { workflowId: WORKFLOW_ID, storeHash: 'abc123' };
		expect(isOwnWrite(writer, read(json))).toBe(true);
		expect(isOwnWrite({ ...writer, workflowId: 'another' }, read(json))).toBe(false);
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
