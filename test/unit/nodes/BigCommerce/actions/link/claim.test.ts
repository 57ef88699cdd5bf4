import { ModelStore } from '../../../../support/modelStore';
import { HOLDER, joined, LEASE_MS, linkOf, NOW, orderWithLink } from '../../../../support/links';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';
import { ok, ServiceDouble } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const CLAIM = { resource: 'link', operation: 'claim' };

const claiming = async (store: ModelStore, more: object = {}) => {
	const [{ json }] = await runOperation({
		...CLAIM,
		items: [{ ...linkOf(7), ...more }],
		service: store.service,
	});
	return json;
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('claiming a link', () => {
	describeThreeItems({
		...CLAIM,
		items: [linkOf(1), linkOf(2), linkOf(3)],
		service: () => joined({ '1': new ModelStore('1'), '3': orderWithLink('open', 0, '3') }),
		outputs: [
			{ claimed: true, linkKey: 'abc123:order:1:risk-review:1' },
			{ claimed: false, linkKey: 'abc123:order:3:risk-review:1', state: 'open' },
		],
		refusal: 'Item 2: BigCommerce knows no order 2 in this store',
	});

	it('gives the whole record of the new claim', async () => {
		expect(await claiming(new ModelStore('7'), { leaseMinutes: 5, round: 2 })).toMatchObject({
			claimed: true,
			takenOver: false,
			linkKey: 'abc123:order:7:risk-review:2',
			state: 'claimed',
			stale: false,
			objectType: 'order',
			objectId: '7',
			purpose: 'risk-review',
			round: 2,
			leaseMs: 300_000,
			history: [{ state: 'claimed', run: '77' }],
		});
	});

	it("gives the holder's record when the claim is refused", async () => {
		expect(await claiming(orderWithLink('claimed'))).toMatchObject({
			claimed: false,
			takenOver: false,
			holder: HOLDER,
			stale: false,
		});
	});

	it('takes over when the lease is over, and says so', async () => {
		expect(await claiming(orderWithLink('claimed', LEASE_MS + 1))).toMatchObject({
			claimed: true,
			takenOver: true,
		});
	});

	it('tells what was done when the claim that came after it is refused', async () => {
		const store = orderWithLink('claimed', LEASE_MS + 1);
		const service = new ServiceDouble(async (request) =>
			request.method === 'POST' ? { status: 403 } : await store.answer(request),
		);
		await expect(runOperation({ ...CLAIM, items: [linkOf(7)], service })).rejects.toMatchObject({
			message: 'Item 1: The API account may not change metafields of order 7',
			description: expect.stringMatching(
				/"Orders: modify".*Already done: metafield 1 of order 7 was removed\.$/,
			),
		});
	});

	it.each<[object]>([
		[{ data: [], meta: { pagination: { total: 1, total_pages: 1 } } }],
		[{ data: [], meta: { pagination: { total: 600, total_pages: 3 } } }],
		[{ data: [], meta: { pagination: { count: 1 } } }],
		[{ data: [], meta: {}, errors: { resource_id: 'failed' } }],
		[{ data: [{ id: 9 }], meta: {} }],
		[{ data: [{}], meta: {} }],
	])('creates nothing when it cannot be read whether the link is there: %j', async (body) => {
		const service = new ServiceDouble(() => ok(body));
		const work = async () => await runOperation({ ...CLAIM, items: [linkOf(7)], service });
		await expect(passTime(work)).rejects.toMatchObject({
			message: expect.stringContaining('Item 1: BigCommerce answered with'),
			description: expect.stringContaining('Nothing was changed.'),
		});
		expect(service.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	it.each<[object, string]>([
		[{ objectId: 'abc' }, 'Object ID "abc" does not fit the object type "Order"'],
		[{ objectId: '7/metafields' }, 'Object ID "7/metafields" does not fit the object type "Order"'],
		[{ objectId: '' }, 'Object ID is empty'],
		[{ objectType: 'cart', objectId: '7' }, 'Object ID "7" does not fit the object type "Cart"'],
		[{ purpose: '' }, 'Purpose is empty'],
		[
			{ purpose: 'risk review' },
			'Purpose must be 1 to 57 letters, digits, hyphens or underscores, but it is "risk review"',
		],
		[{ round: 0 }, 'Round must be a whole number from 1 to 999999, but it is 0'],
		[{ leaseMinutes: 0 }, 'Lease must be more than 0 minutes, but it is 0'],
		[{ leaseMinutes: '' }, 'Lease (Minutes) must be a number, but it is empty'],
		[{ leaseMinutes: 'long' }, 'Lease (Minutes) must be a number, but it is "long"'],
		[{ round: 1.5 }, 'Round must be a whole number from 1 to 999999, but it is 1.5'],
		[{ round: null }, 'Round must be a number, but it is empty'],
		[{ purpose: { a: 1 } }, 'Purpose must be text, but it is an object'],
		[{ leaseMinutes: -3 }, 'Lease must be more than 0 minutes, but it is -3'],
	])('refuses %j before anything is sent', async (more, fault) => {
		const store = new ModelStore('7');
		await expect(claiming(store, more)).rejects.toMatchObject({ message: `Item 1: ${fault}` });
		expect(store.service.requests).toEqual([]);
	});
});
