import { runOperation } from '../../../../support/operationRun';
import { answering, ok, v3, type Answer } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const PATH = '/v3/pricelists/3/records';

const picked = (mode: string, value: string) => ({ __rl: true, mode, value });

const item = (sku: string, currency = 'USD') => ({
	priceListId: picked('id', '3'),
	variantId: picked('sku', sku),
	currency,
	newValues: { price: 7 },
});

const fault = (sku: string, currency = 'USD') => ({
	data: { price_list_id: 3, sku, currency },
	field_errors: { price: `${sku} is wrong` },
});

const errors = (...faults: object[]) => ({ batch_errors: faults });

/** What came of each, and which SKUs each call had. */
const run = async (answers: Answer[], items: Array<ReturnType<typeof item>>) => {
	const service = answering({ [`PUT ${PATH}`]: answers });
	const work = async () =>
		await runOperation({
			resource: 'priceListRecord',
			operation: 'upsert',
			items,
			service,
			continueOnFail: true,
		});
	const { result } = await passTime(work);
	return {
		told: result.map(({ json }) => json.sku ?? `${String(json.error)} ${JSON.stringify(json.details)}`),
		calls: service.requests.map(({ body }) =>
			(body as Array<{ sku: string; currency: string }>).map(({ sku }) => sku).join(' '),
		),
	};
};

const DONE = v3({});

const refusal = (body: object): Answer => ({ status: 422, body });

const items = ['A', 'B', 'C', 'D'].map((sku) => item(sku));

describe('prices that share a call', () => {
	it.each([
		['a refusal', refusal(errors(fault('B')))],
		['a good status', ok({ data: {}, ...errors(fault('B')) })],
		['a good status without data', ok(errors(fault('B')))],
		['part of a success', { status: 207, body: errors(fault('B')) }],
	])('are set together without the one that %s names', async (_what, answer) => {
		const { told, calls } = await run([answer, DONE], items);
		expect(calls).toEqual(['A B C D', 'A C D']);
		expect(told).toEqual([
			'A',
			expect.stringMatching(/^Item 2: .*variant B in USD.*B is wrong.*Nothing was changed\./s),
			'C',
			'D',
		]);
	});

	it('are refused each with what was said of it', async () => {
		const { told, calls } = await run(
			[refusal(errors(fault('A'), fault('B'), fault('C'), fault('D')))],
			items,
		);
		expect(calls).toEqual(['A B C D']);
		expect(told).toEqual(
			['A', 'B', 'C', 'D'].map((sku, at) =>
				expect.stringMatching(new RegExp(`^Item ${at + 1}: .*${sku} is wrong.*Nothing was changed`, 's')),
			),
		);
		expect(told[0]).not.toContain('B is wrong');
	});

	it('are named again as long as others are wrong, the last one alone', async () => {
		const { told, calls } = await run(
			[refusal(errors(fault('A'))), refusal(errors(fault('B'), fault('C'))), DONE],
			items,
		);
		expect(calls).toEqual(['A B C D', 'B C D', 'D']);
		expect(told.slice(3)).toEqual(['D']);
	});

	it('go one by one where nobody is named, or not in which currency', async () => {
		const unnamed = { data: { sku: 'B' }, field_errors: {} };
		const { told, calls } = await run(
			[refusal(errors(unnamed)), DONE],
			[item('A'), item('B', 'EUR'), item('B')],
		);
		expect(calls).toEqual(['A B B', 'A', 'B', 'B']);
		expect(told).toEqual(['A', 'B', 'B']);
	});

	it('go one by one where a good answer names nobody', async () => {
		const { calls } = await run([ok({ data: {}, ...errors({ field_errors: {} }) }), DONE], items.slice(0, 2));
		expect(calls).toEqual(['A B', 'A', 'B']);
	});

	it('are not known where the second call is refused as a whole, and the one that was named keeps its error', async () => {
		const { told } = await run([refusal(errors(fault('B'))), { status: 403, body: {} }], items);
		expect(told[1]).toMatch(/B is wrong.*Nothing was changed/s);
		for (const text of [told[0], told[2], told[3]]) {
			expect(text).not.toContain('B is wrong');
			expect(text).toMatch(/It is not known whether 4 prices in price list 3 were set\./);
		}
	});

	it('are not known where the errors of a good answer cannot be read', async () => {
		const { told, calls } = await run([ok({ data: {}, batch_errors: ['B'] })], items.slice(0, 2));
		expect(calls).toEqual(['A B']);
		expect(told[0]).toMatch(/It is not known whether 2 prices/);
	});

	it('are sent again where no answer came, and nobody knows after the last', async () => {
		const { told, calls } = await run([{ broken: 'ECONNRESET' }, DONE], items.slice(0, 2));
		expect([told, calls]).toEqual([
			['A', 'B'],
			['A B', 'A B'],
		]);
		const never = await run([{ broken: 'ECONNRESET' }], items.slice(0, 2));
		expect(never.told[1]).toMatch(/It is not known whether 2 prices/);
	});
});
