import { runOperation } from '../../../../support/operationRun';
import { answering, v3, type Answer } from '../../../../support/serviceDouble';

const PATH = '/v3/customers/attribute-values';

const picked = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });

const item = (customer: number, value: string) => ({
	customerId: picked(customer),
	customerAttributeId: picked(1),
	value,
});

const shown = (customer: number, value: string) => ({
	id: customer * 10,
	customer_id: customer,
	attribute_id: 1,
	attribute_value: value,
	date_modified: '2026-11-22T10:00:00+00:00',
});

const setting = async (
	items: Array<ReturnType<typeof item>>,
	put: Answer | Answer[],
	found: object[] = [],
) => {
	const service = answering({ [`PUT ${PATH}`]: put, [`GET ${PATH}`]: v3(found) });
	const output = await runOperation({
		resource: 'customerAttributeValue',
		operation: 'upsert',
		items,
		service,
		continueOnFail: true,
	});
	return { service, output: output.map(({ json }) => json) };
};

describe('setting what customers have for an attribute (reference 6.3)', () => {
	it('sends those of several items in one call, and gives each its own', async () => {
		const answer = v3([shown(33, 'net 60'), shown(32, 'net 30')]);
		const { service, output } = await setting([item(32, 'net 30'), item(33, 'net 60')], answer);
		expect(service.requests.map(({ body }) => body)).toEqual([
			[
				{ customer_id: 32, attribute_id: 1, value: 'net 30' },
				{ customer_id: 33, attribute_id: 1, value: 'net 60' },
			],
		]);
		expect(output).toMatchObject([{ attribute_value: 'net 30' }, { attribute_value: 'net 60' }]);
	});

	it('never puts two values of one customer and attribute into one call: the last item counts', async () => {
		const { service } = await setting(
			[item(32, 'net 30'), item(32, 'net 60')],
			[v3([shown(32, 'net 30')]), v3([shown(32, 'net 60')])],
		);
		expect(service.lines).toEqual([`PUT ${PATH}`, `PUT ${PATH}`]);
	});

	it('reads again what an answer shows in part', async () => {
		const part = v3([{ customer_id: 32, attribute_id: 1, value: 'net 30' }]);
		const { service, output } = await setting([item(32, 'net 30')], part, [shown(32, 'net 30')]);
		expect(service.requests[1].query).toMatchObject({ 'customer_id:in': '32', 'attribute_id:in': '1' });
		expect(output).toEqual([shown(32, 'net 30')]);
	});

	it('names the item that the store refuses, and sets the others', async () => {
		const { output } = await setting(
			[item(32, 'net 30'), item(99, 'net 60')],
			[{ status: 422 }, v3([shown(32, 'net 30')]), { status: 422 }],
		);
		expect(output).toMatchObject([
			{ attribute_value: 'net 30' },
			{
				error: 'Item 2: BigCommerce found the values for attribute 1 of customer 99 missing or not valid',
			},
		]);
	});
});
