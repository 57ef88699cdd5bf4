import { runOperation } from '../../../../support/operationRun';
import { answering, v3 } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const picked = (mode: string, value: string) => ({ __rl: true, mode, value });

const price = (list: string, sku: string) => ({
	priceListId: picked('name', list),
	variantId: picked('sku', sku),
	currency: 'USD',
	newValues: { price: 7 },
});

const run = async (items: Array<ReturnType<typeof price>>, lists: object) => {
	const service = answering({
		'GET /v3/pricelists': ({ query }) =>
			v3(Object.entries(lists).flatMap(([name, id]) => (query.name === name ? [{ id, name }] : []))),
		'PUT /v3/pricelists/3/records': v3({}),
		'PUT /v3/pricelists/4/records': v3({}),
	});
	const work = async () =>
		await runOperation({
			resource: 'priceListRecord',
			operation: 'upsert',
			items,
			service,
			continueOnFail: true,
		});
	const { result } = await passTime(work);
	return { told: result.map(({ json }) => json.price_list_id ?? json.error), lines: service.lines };
};

describe('a record that others hang on', () => {
	it('is looked for once, however many items pick it by the same key', async () => {
		const items = [
			price('Contract', 'A'),
			price('Contract', 'B'),
			price('Sale', 'A'),
			price('Contract', 'C'),
		];
		const { told, lines } = await run(items, { Contract: 3, Sale: 4 });
		expect(told).toEqual([3, 3, 4, 3]);
		expect(lines.filter((line) => line === 'GET /v3/pricelists')).toHaveLength(2);
		expect(lines.filter((line) => line.startsWith('PUT'))).toHaveLength(2);
	});

	it('that is not there is told of each item by its own number', async () => {
		const { told } = await run([price('None', 'A'), price('None', 'B')], {});
		expect(told).toEqual([
			expect.stringMatching(/^Item 1: The store has no price list/),
			expect.stringMatching(/^Item 2: The store has no price list/),
		]);
	});

	it('is looked for again by another run', async () => {
		await run([price('Contract', 'A')], { Contract: 3 });
		expect((await run([price('Contract', 'A')], { Contract: 4 })).told).toEqual([4]);
	});
});
