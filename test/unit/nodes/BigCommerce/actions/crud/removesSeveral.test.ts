import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runOperation } from '../../../../support/operationRun';
import { ServiceDouble, v3 } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const picked = (mode: string, value: string) => ({ __rl: true, mode, value });

const numbers = (count: number) => Array.from({ length: count }, (_one, at) => at + 1);

/** A store of records that filters find, and that removes those that are named. */
class Store {
	/** A call for several is refused this often, and removes its first one. */
	refusals = 0;

	constructor(public rows: IDataObject[]) {}

	readonly service = new ServiceDouble(({ method, query, path }) => {
		const own = /\/(\d+)$/.exec(path)?.[1];
		if (method === 'DELETE') {
			const ids = own ? [own] : String(query['id:in']).split(',');
			const isRefused = !own && this.refusals-- > 0;
			this.remove(isRefused ? ids.slice(0, 1) : ids);
			return isRefused ? { status: 422, body: { status: 422, title: 'Held', errors: {} } } : { status: 204 };
		}
		const found = this.rows.filter((row) => this.fits(row, query));
		if (!own) return v3(found);
		const one = this.rows.find(({ id }) => String(id) === own);
		return one ? v3(one) : { status: 404, body: { status: 404, title: 'Not found' } };
	});

	get lines(): string[] {
		return this.service.requests.map(({ method, query }) =>
			[method, ...Object.keys(query).filter((name) => /code|sku|id/.test(name))].join(' '),
		);
	}

	private fits(row: IDataObject, query: Record<string, unknown>): boolean {
		return ['id:in', 'sku:in', 'sku', 'code']
			.filter((filter) => filter in query)
			.every((filter) =>
				(filter.endsWith(':in') ? String(query[filter]).split(',') : [String(query[filter])]).includes(
					String(row[filter.replace(':in', '')]),
				),
			);
	}

	private remove(ids: string[]): void {
		this.rows = this.rows.filter(({ id }) => !ids.includes(String(id)));
	}
}

const run = async (store: Store, resource: string, items: INodeParameters[]) => {
	const { service } = store;
	const work = async () =>
		await runOperation({ resource, operation: 'delete', items, service, continueOnFail: true });
	return (await passTime(work)).result.map(({ json }) => json.id ?? json.error);
};

describe('removing products by their SKUs', () => {
	const product = (id: number) => ({ id, sku: `MUG-GREY-${String(id).padStart(20, '0')}` });

	const at = (mode: string, value: string) => ({ productId: picked(mode, value) });

	it('asks for no more of them in one address than servers take', async () => {
		const store = new Store(numbers(250).map(product));
		const items = numbers(250).map((id) => at('sku', product(id).sku));
		expect(await run(store, 'product', items)).toEqual(numbers(250));
		const looks = store.service.requests.filter(({ method }) => method === 'GET');
		const lengths = looks.map(({ query }) => encodeURIComponent(String(query['sku:in'])).length);
		expect(looks.length).toBeLessThan(6);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(2_000);
		expect(store.rows).toEqual([]);
	});

	it('asks for one whose SKU has a comma by itself, and for the others together', async () => {
		const store = new Store([...numbers(3).map(product), { id: 4, sku: 'MUG,GREY' }]);
		const skus = [product(1).sku, 'MUG,GREY', product(3).sku];
		const items = skus.map((sku) => at('sku', sku));
		expect(await run(store, 'product', items)).toEqual([1, 4, 3]);
		expect(store.lines).toEqual(['GET sku:in', 'GET sku', 'DELETE id:in']);
		expect(store.rows).toEqual([product(2)]);
	});

	it('never names one twice that is picked by its ID and by its SKU', async () => {
		const store = new Store([product(5), product(6)]);
		const items = [at('id', '5'), at('sku', product(5).sku)];
		const [first, second] = await run(store, 'product', items);
		expect([first, second]).toEqual([5, expect.stringMatching(/^Item 2: The store has no product/)]);
		expect(store.lines.filter((line) => line.startsWith('DELETE'))).toEqual(['DELETE']);
		expect(store.rows).toEqual([product(6)]);
	});
});

describe('removing coupon codes that are picked by their codes', () => {
	const code = (id: number) => ({ id, code: `TRADE-${id}` });

	const at = (mode: string, value: string, promotion = '60') => ({
		promotionId: picked('id', promotion),
		couponCodeId: picked(mode, value),
	});

	const byCode = (id: number) => at('code', code(id).code);

	it('reads no list of all codes', async () => {
		const store = new Store(numbers(9).map(code));
		expect(await run(store, 'couponCode', [byCode(1), byCode(2)])).toEqual([1, 2]);
		expect(store.lines).toEqual(['GET code', 'GET code', 'DELETE id:in']);
	});

	it('reads it for those that are picked by ID', async () => {
		const store = new Store(numbers(9).map(code));
		expect(await run(store, 'couponCode', [byCode(1), at('id', '2')])).toEqual([1, 2]);
		expect(store.lines).toEqual(['GET code', 'GET', 'DELETE id:in']);
	});

	it('looks after a refusal which of them are gone', async () => {
		const store = new Store(numbers(9).map(code));
		store.refusals = 1;
		expect(await run(store, 'couponCode', [byCode(1), byCode(2)])).toEqual([1, 2]);
		expect(store.lines.slice(2)).toEqual(['DELETE id:in', 'GET', 'GET code', 'DELETE']);
	});

	it('says that one is gone which an earlier item removed', async () => {
		const store = new Store(numbers(9).map(code));
		const gone = (item: number) => expect.stringMatching(new RegExp(`^Item ${item}: The store has no`));
		const items = [byCode(1), byCode(2), byCode(1), byCode(2)];
		expect(await run(store, 'couponCode', items)).toEqual([1, 2, gone(3), gone(4)]);
	});
});
