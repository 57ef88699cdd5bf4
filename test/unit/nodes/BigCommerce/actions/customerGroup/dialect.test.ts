import { storeDates } from '../../../../../../nodes/BigCommerce/records/dates';
import { runOperation } from '../../../../support/operationRun';
import { answering, ok } from '../../../../support/serviceDouble';

const GROUP = { id: 2, name: 'Wholesale', date_modified: 'Tue, 20 Nov 2012 00:00:00 +0000' };

const PICKED = { customerGroupId: { __rl: true, mode: 'name', value: 'Wholesale' } };

describe('customer groups, which V2 alone has: a record stands without an envelope (reference 2.1, 6.5)', () => {
	it('are created and shown', async () => {
		const service = answering({ 'POST /v2/customer_groups': ok(GROUP) });
		const items = [{ name: 'Wholesale', additionalFields: { isDefault: true } }];
		const output = await runOperation({ resource: 'customerGroup', operation: 'create', items, service });
		expect(service.requests[0].body).toEqual({ name: 'Wholesale', is_default: true });
		expect(output).toMatchObject([{ json: storeDates(GROUP) }]);
	});

	it('are found by name in a bare list, and changed', async () => {
		const service = answering({
			'GET /v2/customer_groups': ok([GROUP, { ...GROUP, id: 3, name: 'Wholesale 2' }]),
			'PUT /v2/customer_groups/2': ok(GROUP),
		});
		const items = [{ ...PICKED, updateFields: { isDefault: false } }];
		expect(
			await runOperation({ resource: 'customerGroup', operation: 'update', items, service }),
		).toMatchObject([{ json: storeDates(GROUP) }]);
		expect(service.requests[1].body).toEqual({ is_default: false });
	});

	it('are created by Create or Update where the list is empty, which is a 204', async () => {
		const service = answering({
			'GET /v2/customer_groups': { status: 204 },
			'POST /v2/customer_groups': ok(GROUP),
		});
		expect(
			await runOperation({
				resource: 'customerGroup',
				operation: 'upsert',
				items: [{ name: 'Wholesale' }],
				service,
			}),
		).toMatchObject([{ json: { ...storeDates(GROUP), created: true } }]);
	});

	it('that were saved in part are told as such (207)', async () => {
		const answer = { status: 207, body: { status: 207, message: 'The sitewide discount was not saved' } };
		const service = answering({ 'POST /v2/customer_groups': answer });
		await expect(
			runOperation({ resource: 'customerGroup', operation: 'create', items: [{ name: 'W' }], service }),
		).rejects.toMatchObject({
			message: 'Item 1: BigCommerce saved the new customer group, but not all that was sent for it',
		});
	});
});
