import type { IDataObject } from 'n8n-workflow';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const ACCOUNT = 20135;

const byItem = (name: string) => ({ __rl: true, mode: 'id', value: `={{ $json.${name} }}` });

const run = async (operation: string, items: IDataObject[], onError?: 'continueRegularOutput') => {
	world.sandbox.context.exchanges.clear();
	const { outputs, error } = await leap(
		async () =>
			await world.engine.run({
				node: 'bigCommerceB2b',
				parameters: {
					resource: 'salesStaff',
					operation,
					salesStaffId: byItem('account'),
					companyId: byItem('company'),
				},
				items,
				credentials: world.credentials('bigCommerceB2b'),
				onError,
			}),
	);
	return { items: outputs.flat(), error };
};

const sent = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.map(({ method, url, status }) => `${method} ${url.replace(/^.*\/io/, '')} ${status}`);

const of = (...companies: number[]) => companies.map((company) => ({ account: ACCOUNT, company }));

const assigned = () =>
	Object.keys(
		Object(world.sandbox.bigCommerce.kept().collections.salesStaff.records[ACCOUNT].values.companies),
	).map(Number);

const COMPANY = {
	companyName: 'Third Company',
	companyEmail: 'third@example.org',
	companyPhone: '512-555-0100',
	country: 'US',
	adminFirstName: 'Nora',
	adminLastName: 'Admin',
	adminEmail: 'nora@example.org',
};

const CALL = `PUT /sales-staffs/${ACCOUNT}`;

describe('companies of a sales staff account', () => {
	it('are assigned and unassigned in one call, each paired with its item', async () => {
		const { companyId: third } = await world.must('bigCommerceB2b', {
			resource: 'company',
			operation: 'create',
			fields: { mappingMode: 'defineBelow', value: COMPANY },
		});
		const { items, error } = await run('assign', of(801, 802, Number(third)));
		expect(error).toBeUndefined();
		expect(sent()).toEqual([`${CALL} 200`, `GET /sales-staffs/${ACCOUNT} 200`]);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			[0, 1, 2].map((item) => [ACCOUNT, { item }]),
		);
		expect(assigned()).toEqual(expect.arrayContaining([801, 802, third]));
		await run('unassign', of(801, Number(third)));
		expect(sent()).toHaveLength(2);
		expect(assigned()).toContain(802);
		expect(assigned()).not.toContain(801);
		expect(assigned()).not.toContain(third);
	});

	it('are assigned but for the one that is refused, which is named', async () => {
		const { items } = await run('assign', of(801, 999_999, 802), 'continueRegularOutput');
		expect(sent().filter((call) => call.endsWith(' 422'))).toEqual([`${CALL} 422`, `${CALL} 422`]);
		expect(items.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([
			[ACCOUNT, { item: 0 }],
			[expect.stringMatching(/^Item 2: .*company 999999 of sales staff account/), { item: 1 }],
			[ACCOUNT, { item: 2 }],
		]);
		expect(assigned()).toEqual(expect.arrayContaining([801, 802]));
	});

	it('are assigned with the same call once more when the answer was lost', async () => {
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'PUT',
			path: '/sales-staffs/',
			times: 1,
		});
		const { error } = await run('assign', of(801, 802));
		expect(error).toBeUndefined();
		expect(assigned()).toEqual(expect.arrayContaining([801, 802]));
	});
});
