import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

/** Pending when the sandbox starts. */
const COMPANY = { companyId: byId(801) };

const NODE = 'bigCommerceB2b';

const credit = async (operation: string, more: INodeParameters = {}) =>
	await world.must(NODE, { resource: 'companyCredit', operation, ...COMPANY, ...more });

async function approve(terms: INodeParameters) {
	const parameters = { resource: 'company', operation: 'approve', ...COMPANY, terms };
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { json: outputs.flat().at(0)?.json, error };
}

const set = async (status: number) =>
	await world.must(NODE, { resource: 'company', operation: 'setStatus', ...COMPANY, status });

const cut = (kind: 'resetAfter' | 'resetBefore', path: string) =>
	world.sandbox.context.faults.add({ service: 'bigcommerce', kind, method: 'PUT', path, times: 99 });

describe('the credit of a company that is approved', () => {
	it('is not filled up again by a second run, which says so: what was bought meanwhile counts', async () => {
		expect((await approve({ credit: 4000 })).json).toMatchObject({ creditSet: true, companyStatus: '1' });
		await credit('update', { updateFields: { availableCredit: 2500 } });
		expect((await approve({ credit: 4000 })).json).toMatchObject({ creditSet: false, companyStatus: '1' });
		expect(await credit('get')).toMatchObject({ creditEnabled: true, availableCredit: 2500 });
	});

	it('is not given back, or taken, against what people set since', async () => {
		await approve({ credit: 4000 });
		await credit('update', { updateFields: { creditEnabled: false } });
		expect((await approve({ credit: 4000 })).json).toMatchObject({ creditSet: false });
		expect(await credit('get')).toMatchObject({ creditEnabled: false });
		await credit('update', { updateFields: { creditEnabled: true } });
		expect((await approve({ credit: 0 })).json).toMatchObject({ creditSet: false });
		expect(await credit('get')).toMatchObject({ creditEnabled: true, availableCredit: 4000 });
	});

	it.each([
		['all of it was spent, and staff switched it off', { availableCredit: 0, creditEnabled: false }, 1],
		['a part is left, and staff closed the company', { availableCredit: 100 }, 3],
	])('is not given again where %s, which the output says with the next step', async (_, left, status) => {
		await approve({ credit: 4000 });
		await credit('update', { updateFields: left });
		await set(status);
		expect((await approve({ credit: 4000 })).json).toMatchObject({
			creditSet: false,
			creditReason: expect.stringMatching(/Company 801 is no longer pending.*Company Credit: Update/),
			companyStatus: '1',
		});
		expect(await credit('get')).toMatchObject(left);
	});

	it('is left to people where they had approved the company: nothing tells whether one was given', async () => {
		await set(1);
		expect((await approve({ credit: 4000 })).json).toMatchObject({ creditSet: false });
		expect((await approve({})).json).not.toHaveProperty('creditReason');
	});

	it('is set again where the run before ended behind it, and nobody could buy', async () => {
		cut('resetBefore', '/companies/801/status$');
		expect((await approve({ credit: 4000 })).error?.message).toMatch(/company 801/);
		world.sandbox.context.faults.clear();
		expect((await approve({ credit: 4000 })).json).toMatchObject({ creditSet: true, companyStatus: '1' });
		expect(await credit('get')).toMatchObject({ availableCredit: 4000 });
	});

	it('stays where the run before had approved the company and did not hear of it', async () => {
		cut('resetAfter', '/companies/801/status$');
		expect(String((await approve({ credit: 4000 })).error?.description)).toMatch(/It is not known whether/);
		world.sandbox.context.faults.clear();
		await credit('update', { updateFields: { availableCredit: 100 } });
		expect((await approve({ credit: 4000 })).json).toMatchObject({ creditSet: false });
		expect(await credit('get')).toMatchObject({ availableCredit: 100 });
	});
});
