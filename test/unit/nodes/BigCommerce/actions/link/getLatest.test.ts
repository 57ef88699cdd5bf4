import { LINK_NAMESPACE } from '../../../../../../nodes/BigCommerce/links/Links';
import { joined, LEASE_MS, linkOf, NOW, orderWithLink, putLink as put } from '../../../../support/links';
import { ModelStore } from '../../../../support/modelStore';
import { ok, ServiceDouble } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';

const GET_LATEST = { resource: 'link', operation: 'getLatest' };

const latest = async (store: ModelStore, entered: object = linkOf(7)) => {
	const [{ json }] = await runOperation({ ...GET_LATEST, items: [{ ...entered }], service: store.service });
	return json;
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('getting the latest round of a purpose', () => {
	describeThreeItems({
		...GET_LATEST,
		items: [linkOf(1), linkOf('x'), linkOf(3)],
		service: () => joined({ '1': orderWithLink('open', 0, '1'), '3': new ModelStore('3') }),
		outputs: [
			{ exists: true, running: true, round: 1, claimableRound: 2, state: 'open' },
			{
				exists: false,
				running: false,
				round: 0,
				claimableRound: 1,
				nextLinkKey: 'abc123:order:3:risk-review:1',
			},
		],
		refusal: 'Item 2: Object ID "x" does not fit the object type "Order"',
	});

	it('finds the highest round by number, not by text, and leaves other purposes out', async () => {
		const store = new ModelStore('7');
		put(store, 'risk-review', 2, 'closed');
		put(store, 'risk-review', 10, 'applied');
		put(store, 'risk-review', 9, 'open');
		put(store, 'sign-off', 30, 'open');
		expect(await latest(store)).toMatchObject({
			round: 10,
			running: false,
			claimableRound: 11,
			nextLinkKey: 'abc123:order:7:risk-review:11',
		});
	});

	it('offers the round of a stale claim again, and not that of a fresh one', async () => {
		const stale = new ModelStore('7');
		put(stale, 'risk-review', 3, 'claimed', LEASE_MS + 1);
		const fresh = new ModelStore('7');
		put(fresh, 'risk-review', 3, 'claimed', LEASE_MS - 1);
		expect(await latest(stale)).toMatchObject({ stale: true, round: 3, claimableRound: 3 });
		expect(await latest(fresh)).toMatchObject({ stale: false, round: 3, claimableRound: 4 });
	});

	it.each<[object]>([
		[{ data: [], meta: { pagination: { total: 1, total_pages: 1 } } }],
		[{ data: [], meta: {}, errors: [{ title: 'failed' }] }],
		[{ data: [{ id: 9 }], meta: {} }],
	])('does not say that there is none when the list cannot be read: %j', async (body) => {
		const service = new ServiceDouble(() => ok(body));
		const work = async () => await runOperation({ ...GET_LATEST, items: [linkOf(7)], service });
		await expect(passTime(work)).rejects.toThrow('Item 1: BigCommerce answered with');
	});

	it('passes over a metafield that holds no link record', async () => {
		const store = new ModelStore('7');
		store.put(LINK_NAMESPACE, 'risk-review:4', 'something else');
		put(store, 'risk-review', 1, 'open');
		expect(await latest(store)).toMatchObject({ round: 1 });
	});
});
