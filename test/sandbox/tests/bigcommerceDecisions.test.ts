import { decisionsOf, type LinkMetafield } from '../bigcommerce/decisions';
import { openStore, type Store } from './bigcommerceHarness';

const now = (purpose: string, key: string, record: object): LinkMetafield => ({
	namespace: `opentext_link.${purpose}`,
	key,
	value: JSON.stringify(record),
});

const before = (key: string, record: object): LinkMetafield => ({
	namespace: 'opentext_link',
	key,
	value: JSON.stringify(record),
});

const RISK_OPEN = now('risk-review', 'order:100:1', { state: 'open', holds: true, effect: { id: 'case-1' } });

const SIGNED = now('order-sign-off', 'order:100:1', { state: 'decided', verdict: 'Go', holds: true });

describe('what was decided about an order, for the page', () => {
	it('is read from both formats, with purpose, part, round, state and what came of it', () => {
		expect(
			decisionsOf([
				now('return', 'order:100.7001:2', { state: 'applied', verdict: 'go', holds: false }),
				before('risk-review:1', {
					state: 'decided',
					effect: { system: 'OpenText Workflow', id: 'case-1' },
					decision: { outcome: 'approved', by: 'rita@example.com', reason: 'Known' },
				}),
				RISK_OPEN,
			]),
		).toMatchObject([
			{ purpose: 'return', part: '7001', round: 2, state: 'applied', verdict: 'go', holding: false },
			{
				purpose: 'risk-review',
				round: 1,
				state: 'decided',
				outcome: 'approved',
				by: 'rita@example.com',
				reason: 'Known',
				effectId: 'case-1',
			},
			{ purpose: 'risk-review', round: 1, state: 'open', holding: true },
		]);
	});

	it('holds those that were archived, each once though it stands beside its archive', () => {
		const decided = { outcome: 'approved', by: 'rita@example.com' };
		const done = { state: 'applied', verdict: 'go', holds: true, decided };
		const first = { ...done, key: 'sandbox1:order:100:risk-review:1' };
		const line = { ...done, key: 'sandbox1:order:100.7001:return:2' };
		const archive = {
			namespace: 'opentext_link._archive',
			key: 'archive:1',
			value: JSON.stringify({ format: 'archive', rounds: [first, line] }),
		};
		expect(decisionsOf([now('risk-review', 'order:100:1', first), archive])).toMatchObject([
			{ purpose: 'return', part: '7001', round: 2, outcome: 'approved', archived: true, holding: false },
			{ purpose: 'risk-review', round: 1, by: 'rita@example.com', archived: false },
		]);
	});

	it('passes over metafields that are no link', () => {
		const [other, key] = [
			{ ...RISK_OPEN, namespace: 'notes' },
			{ ...RISK_OPEN, key: 'mine' },
		];
		expect(decisionsOf([other, key])).toEqual([]);
	});

	it('shows a record that somebody broke as unreadable', () => {
		expect(decisionsOf([{ ...RISK_OPEN, value: '{' }])).toMatchObject([{ state: 'unreadable' }]);
	});

	it('says for whom a decision waits: for every other that still holds the order', () => {
		expect(decisionsOf([RISK_OPEN, SIGNED])).toMatchObject([
			{ purpose: 'order-sign-off', heldBy: ['risk-review'], holding: false },
			{ purpose: 'risk-review', heldBy: [], holding: true },
		]);
	});

	it.each([
		['that may go on', { state: 'decided', verdict: 'go', holds: true }],
		['that was withdrawn', { state: 'closed', verdict: 'withdrawn', holds: true }],
		['that was replaced by a new round', { state: 'closed', holds: true }],
		['whose claim was given back', { state: 'released', holds: true }],
		['that was asked without a hold', { state: 'open', holds: false }],
	])('waits for none %s', (_which, record) => {
		const [waiting] = decisionsOf([SIGNED, now('risk-review', 'order:100:1', record)]);
		expect(waiting).toMatchObject({ purpose: 'order-sign-off', heldBy: [] });
	});

	it('waits for one that says Stop until it is withdrawn', () => {
		const stopped = now('risk-review', 'order:100:1', { state: 'applied', verdict: 'stop', holds: true });
		const [waiting] = decisionsOf([SIGNED, stopped]);
		expect(waiting.heldBy).toEqual(['risk-review']);
	});
});

describe('the list of orders for the page', () => {
	let store: Store;

	beforeAll(async () => (store = await openStore()));
	afterAll(async () => await store.close());

	it('holds what was decided about each', async () => {
		const id = await store.place();
		const { namespace, key, value } = now('risk-review', `order:${id}:1`, { state: 'open', holds: true });
		await store.api('POST', `/v3/orders/${id}/metafields`, {
			permission_set: 'write',
			namespace,
			key,
			value,
		});
		const { data } = await store.control('GET', '/bigcommerce/orders');
		expect(data).toMatchObject([{ id, decisions: [{ purpose: 'risk-review', state: 'open' }] }]);
	});
});

describe('the age of claims', () => {
	it('is more by what was said, of claims only', async () => {
		const store = await openStore();
		const id = await store.place();
		const claimedAt = '2026-03-01T10:05:00.000Z';
		const values = [
			{ state: 'claimed', claimedAt, holder: 'a run' },
			{ state: 'open', claimedAt },
			'claimed',
		].map((value) => JSON.stringify(value));
		for (const [index, value] of values.entries()) {
			const fields = { permission_set: 'write', namespace: 'opentext_once', key: `refund.${index}`, value };
			await store.api('POST', `/v3/orders/${id}/metafields`, fields);
		}
		expect((await store.control('POST', '/bigcommerce/claims/age', { byMs: 300_000 })).data).toEqual({
			aged: 1,
		});
		const { data: listed } = await store.api('GET', `/v3/orders/${id}/metafields`);
		expect(listed.data.map(({ value }: { value: string }) => JSON.parse(value))).toEqual([
			{ state: 'claimed', claimedAt: '2026-03-01T10:00:00.000Z', holder: 'a run' },
			{ state: 'open', claimedAt },
			'claimed',
		]);
		await store.close();
	});
});
