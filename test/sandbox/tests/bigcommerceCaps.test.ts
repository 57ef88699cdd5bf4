import { capOf } from '../../../nodes/BigCommerce/transport/endpointCaps';
import { eventually, openStore } from './bigcommerceHarness';

type Store = Awaited<ReturnType<typeof openStore>>;

const METHODS = ['DELETE', 'GET', 'POST', 'PUT'] as const;

/** BigCommerce reference 2.7, row by row, with the descriptions that its rows stand for; `:id` is a number. */
const PUBLISHED: ReadonlyArray<readonly [call: string, atOnce: number]> = [
	['PUT /v3/customers', 3],
	['POST /v3/customers/attributes', 3],
	['PUT /v3/customers/attributes', 3],
	['PUT /v3/customers/attribute-values', 3],
	['POST /v3/customers/addresses', 10],
	['PUT /v3/customers/addresses', 3],
	['PUT /v3/customers/form-field-values', 10],
	['GET /v2/customer_groups', 40],
	['POST /v2/customer_groups', 40],
	['DELETE /v2/customer_groups/:id', 40],
	['GET /v3/catalog/categories', 40],
	['GET /v3/catalog/categories/:id', 40],
	['PUT /v3/catalog/categories/:id', 40],
	['DELETE /v3/catalog/categories/:id', 40],
	['GET /v3/catalog/trees/:id/categories', 1],
	['GET /v3/promotions', 40],
	['POST /v3/promotions', 40],
	['DELETE /v3/promotions', 40],
	['GET /v3/promotions/:id', 40],
	['PUT /v3/promotions/:id', 40],
	['DELETE /v3/promotions/:id', 40],
	['GET /v3/promotions/codes', 40],
	['DELETE /v3/promotions/codes', 40],
	['POST /v3/promotions/:id/codes', 40],
	['DELETE /v3/promotions/:id/codes', 40],
	['DELETE /v3/promotions/:id/codes/:id', 40],
	['GET /v3/promotions/:id/codes', 10],
	['POST /v3/promotions/:id/codegen', 10],
	['DELETE /v3/pricelists/:id', 1],
	['POST /v3/pricelists/records', 10],
	['PUT /v3/pricelists/records', 1],
	['PUT /v3/pricelists/:id/records', 2],
	['POST /v3/pricelists/:id/records', 10],
	['GET /v3/pricelists/:id/records', 10],
	['GET /v3/pricelists/:id/records/:id', 40],
	['GET /v3/pricelists/:id/records/:id/USD', 50],
	['PUT /v3/pricelists/:id/records/:id/USD', 40],
	['DELETE /v3/pricelists/:id/records/:id/USD', 25],
	['POST /v3/pricelists/assignments', 25],
	['PUT /v3/pricelists/:id/assignments', 25],
	['GET /v3/inventory/locations', 50],
	['POST /v3/inventory/locations', 50],
	['PUT /v3/inventory/locations', 50],
];

/** Of these the vendor says that one waits for the other; no description says that a second one is refused. */
const IN_TURN = [
	'PUT /v3/inventory/adjustments/absolute',
	'POST /v3/inventory/adjustments/relative',
	'POST /v3/orders/:id/payment_actions/refunds',
];

/** @throws Error for a method that the API does not have */
function read(call: string): { method: (typeof METHODS)[number]; path: string } {
	const [said, path] = call.split(' ');
	const method = METHODS.find((each) => each === said);
	if (!method) throw new Error(`${said} is no method`);
	return { method, path: path.replaceAll(':id', '1') };
}

describe('calls of which only so many run side by side', () => {
	let store: Store;

	beforeAll(async () => {
		store = await openStore();
	});

	afterAll(async () => await store.close());

	const held = async (): Promise<unknown[]> => (await store.control('GET', '/faults')).data;

	it.each(PUBLISHED)(
		'%s: %i are taken, one more is refused without a quota, and then one again',
		async (call, atOnce) => {
			const { method, path } = read(call);
			const hangUp = new AbortController();
			const body = method.startsWith('P') ? {} : undefined;
			const send = async (signal?: AbortSignal) => await store.api(method, path, body, { signal });
			await store.control('POST', '/faults', {
				...{ service: 'bigcommerce', kind: 'silentBefore', times: atOnce, method },
				path: `${path}$`,
			});
			const waiting = Array.from({ length: atOnce }, async () => await send(hangUp.signal));
			const ends = Promise.allSettled(waiting);
			await eventually(async () => (await held()).length === 0);
			const { status, headers } = await send();
			expect(status).toBe(429);
			expect(Object.keys(headers).filter((name) => name.startsWith('x-rate'))).toEqual([]);
			hangUp.abort();
			expect((await ends).map(({ status: end }) => end)).toEqual(Array(atOnce).fill('rejected'));
			await eventually(async () => (await send()).status !== 429);
		},
	);

	it.each(PUBLISHED)('%s: the node keeps to %i', (call, atOnce) => {
		const { method, path } = read(call);
		const ours = capOf(method, path)?.atOnce ?? Number.POSITIVE_INFINITY;
		expect(ours).toBeLessThanOrEqual(atOnce);
	});

	it.each(IN_TURN)('%s: the node sends one after the other', (call) => {
		const { method, path } = read(call);
		expect(capOf(method, path)?.atOnce).toBe(1);
	});
});
