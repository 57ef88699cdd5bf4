import type { INodeParameters } from 'n8n-workflow';
import { byId, mapped } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';
import { cutAnswer } from './support/cutAnswer';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const NODE = 'bigCommerceB2b';

async function run(parameters: INodeParameters) {
	world.sandbox.context.exchanges.clear();
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { json: outputs.flat().at(0)?.json, error };
}

const writes = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method }) => method !== 'GET')
		.map(({ method, url, status }) => `${method} ${url.replace(/^.*\/io/, '')} ${status}`);

const company = (values: INodeParameters): INodeParameters => ({
	resource: 'company',
	operation: 'upsert',
	...mapped({
		companyName: 'Upsert Ltd',
		companyEmail: 'office@example.org',
		companyPhone: '512-555-0100',
		country: 'US',
		adminFirstName: 'Nora',
		adminLastName: 'Admin',
		adminEmail: 'admin@example.org',
		...values,
	}),
});

const address = (values: INodeParameters, companyId = 802, operation = 'upsert'): INodeParameters => ({
	resource: 'companyAddress',
	operation,
	companyId: byId(companyId),
	...mapped({
		externalId: 'ERP-701',
		firstName: 'Nora',
		lastName: 'Buyer',
		addressLine1: '1 Side Street',
		city: 'Austin',
		stateName: 'Texas',
		countryName: 'United States',
		...values,
	}),
});

const cut = (path: string) => cutAnswer(world, path);

describe('a company that is created or updated by the address of its administrator', () => {
	it('is made once, and changed after that', async () => {
		const { json } = await run(company({}));
		expect(json).toMatchObject({ created: true, companyName: 'Upsert Ltd', companyStatus: '0' });
		const again = await run(company({ companyName: 'Renamed Ltd', city: 'Austin' }));
		expect(again.json).toMatchObject({
			created: false,
			companyId: json?.companyId,
			companyName: 'Renamed Ltd',
		});
		expect(writes()).toEqual([`PUT /companies/${String(json?.companyId)} 200`]);
	});

	it('is not the one for which somebody only buys', async () => {
		await world.must(NODE, {
			resource: 'companyUser',
			operation: 'create',
			companyId: byId(802),
			firstName: 'Nora',
			lastName: 'Buyer',
			email: 'buyer@example.org',
			role: 2,
			channelIds: '[1]',
		});
		const { error } = await run(company({ adminEmail: 'buyer@example.org' }));
		expect(error?.message).toMatch(/The person with this adminEmail is in company 802 already/);
		expect(writes()).toEqual([]);
	});
});

describe('an address that is created or updated by its external ID', () => {
	it('is made once in its company, and changed after that', async () => {
		const { json } = await run(address({}));
		expect(json).toMatchObject({ created: true, companyId: 802, externalId: 'ERP-701' });
		const again = await run(address({ city: 'Dallas' }));
		expect(again.json).toMatchObject({ created: false, addressId: json?.addressId, city: 'Dallas' });
		expect(writes()).toEqual([`PUT /addresses/${String(json?.addressId)} 200`]);
		const other = await run(address({}, 801));
		expect(other.json).toMatchObject({ created: true, companyId: 801 });
	});

	it('is not chosen among several', async () => {
		for (const street of ['1 Side Street', '2 Side Street']) {
			await run(address({ addressLine1: street }, 802, 'create'));
		}
		const { error } = await run(address({}));
		expect(error?.message).toMatch(/Several company addresses have this externalId/);
		expect(writes()).toEqual([]);
	});

	it('is found after a lost answer, and is never one that stood before', async () => {
		const { json } = await run(address({}, 802, 'create'));
		cut('/addresses$');
		const later = await run(address({ addressLine1: '2 Side Street' }, 802, 'create'));
		expect(later.json).toMatchObject({ addressLine1: '2 Side Street', externalId: 'ERP-701' });
		expect(later.json?.addressId).not.toBe(json?.addressId);
	});
});
