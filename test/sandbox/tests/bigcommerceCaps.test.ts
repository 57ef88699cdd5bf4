import { capOf } from '../../../nodes/BigCommerce/transport/endpointCaps';
import { CAPS } from '../bigcommerce/endpointCaps';
import { openStore } from './bigcommerceHarness';

type Store = Awaited<ReturnType<typeof openStore>>;

const METHODS = ['DELETE', 'GET', 'POST', 'PUT'] as const;

describe('calls of which only so many run side by side', () => {
	let store: Store;

	beforeAll(async () => {
		store = await openStore();
	});

	afterAll(async () => await store.close());

	it('refuses one too many with 429 and without headers of a quota, and takes the next when one has ended', async () => {
		const send = async () => await store.api('PUT', '/v3/customers', [{ id: 1, first_name: 'Ada' }]);
		await store.control('POST', '/faults', {
			service: 'bigcommerce',
			kind: 'delay',
			delayMs: 400,
			times: 3,
			method: 'PUT',
		});
		const answers = await Promise.all([1, 2, 3, 4].map(send));
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(1);
		expect(Object.keys(refused[0].headers).filter((name) => name.startsWith('x-rate'))).toEqual([]);
		expect((await send()).status).not.toBe(429);
	});

	it.each(Object.entries(CAPS))('%s: the node keeps to it', (call, atOnce) => {
		const [said, path] = call.split(' ');
		const methods = METHODS.filter((method) => method === said);
		expect(methods).toHaveLength(1);
		const ours = capOf(methods[0], path.replaceAll(':id', '1'))?.atOnce ?? Number.POSITIVE_INFINITY;
		expect(ours).toBeLessThanOrEqual(atOnce);
	});
});
