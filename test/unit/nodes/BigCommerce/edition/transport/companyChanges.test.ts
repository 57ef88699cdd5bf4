import { B2bClient } from '../../../../../../nodes/BigCommerce/edition/transport/B2bClient';
import {
	changeCompanies,
	showsChange,
} from '../../../../../../nodes/BigCommerce/edition/transport/companyChanges';
import { executeFunctions } from '../../../../support/contexts';
import { CREDENTIAL } from '../../../../support/node';
import { ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const ROWS = [
	{ id: 801, values: { city: 'Austin' } },
	{ id: 802, values: { companyName: 'Other' } },
];

const change = async (answer: Answer, rows = ROWS) => {
	const service = new ServiceDouble(() => answer);
	const client = new B2bClient(executeFunctions({ service, credential: CREDENTIAL }));
	const { result } = await passTime(async () => await changeCompanies(client, rows));
	return { result, bodies: service.requests.map(({ body }) => body) };
};

const refusal = (code: number) => ({ code, data: {}, meta: { message: 'Refused' } });

describe('companies that are changed in one call (company.yaml, PUT /companies/bulk)', () => {
	it('are named each by its companyId beside its own values', async () => {
		const { result, bodies } = await change(
			ok({ code: 200, data: { companyId: 801 }, meta: { message: 'SUCCESS' } }),
		);
		expect(result).toBe(true);
		expect(bodies).toEqual([
			[
				{ companyId: 801, city: 'Austin' },
				{ companyId: 802, companyName: 'Other' },
			],
		]);
	});

	it('are not sent together with an external ID, which the call does not take', async () => {
		const rows = [...ROWS, { id: 803, values: { city: 'Waco', uuid: 'x' } }];
		expect(await change(ok({ code: 200 }), rows)).toEqual({ result: false, bodies: [] });
	});

	it.each([
		...[400, 404, 409, 413, 422].map((status) => [`${status}`, { status, body: refusal(status) }] as const),
		['a refusal in a good answer', ok(refusal(400))] as const,
		['a web page', ok('<html></html>')] as const,
	])('are to be sent each alone after %s', async (_what, answer) => {
		const { result, bodies } = await change(answer);
		expect(result).toBe(false);
		expect(bodies).toHaveLength(1);
	});

	it('are all refused where it is about none of them', async () => {
		await expect(change({ status: 403, body: {} })).rejects.toThrow(/may not work with 2 companies/);
	});

	it('are in doubt when no answer comes, however often they are sent', async () => {
		await expect(change({ broken: 'ECONNRESET' })).rejects.toThrow(/2 companies/);
	});

	it('show what was sent, as far as they show it', () => {
		const shown = { companyId: 801, companyName: 'Other', companyPhone: '1' };
		expect(showsChange(shown, { companyName: 'Other', city: 'Waco' })).toBe(true);
		expect(showsChange(shown, { companyName: 'Other', companyPhone: '2' })).toBe(false);
	});
});
