import { ModelStore, type Fate } from '../../../../support/modelStore';
import { byId, runOperation } from '../../../../support/operationRun';
import { content } from '../../../../support/orderMetafields';
import { answering, v3 } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const UPSERT = { resource: 'orderMetafield', operation: 'upsert' };

const upsert = async (store: ModelStore) =>
	await runOperation({ ...UPSERT, items: [{ ...byId(7), ...content('new') }], service: store.service });

const methods = (store: ModelStore) => store.service.requests.map(({ method }) => method);

describe('creating or updating an order metafield (recipe of reference 5.3)', () => {
	it('creates what is not there', async () => {
		const store = new ModelStore('7');
		await upsert(store);
		expect(methods(store)).toEqual(['GET', 'POST']);
		expect([...store.fields.values()]).toMatchObject([{ value: 'new' }]);
	});

	it('updates what is there', async () => {
		const store = new ModelStore('7');
		const { id } = store.put('returns', 'approval', 'old');
		const [{ json }] = await upsert(store);
		expect(methods(store)).toEqual(['GET', 'PUT']);
		expect(json).toMatchObject({ id, value: 'new' });
	});

	it('updates what somebody else created between look and creation', async () => {
		const store = new ModelStore('7', {
			turn: async ({ method }) => {
				if (method === 'POST' && !store.fields.size) store.put('returns', 'approval', 'theirs');
				await Promise.resolve();
			},
		});
		await upsert(store);
		expect([...store.fields.values()]).toMatchObject([{ value: 'new' }]);
		expect(methods(store)).toEqual(['GET', 'POST', 'GET', 'PUT']);
	});

	it('looks again when the answer of a creation is lost, and creates no second one', async () => {
		const fates: Fate[] = ['answered', 'answer lost'];
		const store = new ModelStore('7', { fate: () => fates.shift() ?? 'answered' });
		await upsert(store);
		expect(store.fields.size).toBe(1);
		expect(methods(store)).toEqual(['GET', 'POST', 'GET', 'PUT']);
	});

	describe('after a creation whose answer cannot be read', () => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		const unread = (fate: Fate) =>
			new ModelStore('7', { fate: ({ method }) => (method === 'POST' ? fate : 'answered') });

		it('finds it, and creates no second one', async () => {
			const store = unread('unreadable');
			await passTime(async () => await upsert(store));
			expect([...store.fields.values()]).toMatchObject([{ value: 'new' }]);
			expect(methods(store)).toEqual(['GET', 'POST', 'GET', 'PUT']);
		});

		it('says that it is not known when it cannot be found, and sends nothing more', async () => {
			const store = unread('unreadable, not carried out');
			await expect(passTime(async () => await upsert(store))).rejects.toMatchObject({
				description: expect.stringMatching(
					/Run this item again: it looks for it first.*It is not known whether/,
				),
			});
			expect(methods(store).filter((method) => method !== 'GET')).toEqual(['POST']);
		});
	});

	describe('a creation in doubt whose field is found, but cannot be changed then', () => {
		const found = async (value: string) => {
			const fields = [{ id: 1, resource_id: 7, namespace: 'returns', key: 'approval', value }];
			const service = answering({
				'GET /v3/orders/7/metafields': [v3([]), v3(fields)],
				'POST /v3/orders/7/metafields': { status: 504 },
				'PUT /v3/orders/7/metafields/1': { status: 400 },
			});
			return await runOperation({ ...UPSERT, items: [{ ...byId(7), ...content('new') }], service });
		};

		it("is known to be done when it holds the item's value", async () => {
			await expect(found('new')).rejects.toMatchObject({
				description: expect.stringMatching(/Already done: metafield "approval" of order 7 was created\.$/),
			});
		});

		it.each(['theirs', 'NEW', ''])('stays in doubt when it holds another value: "%s"', async (value) => {
			await expect(found(value)).rejects.toMatchObject({
				description: expect.stringMatching(
					/It is not known whether metafield "approval" of order 7 was created\.$/,
				),
			});
		});
	});

	it('ends with an error when the store never answers a creation', async () => {
		const store = new ModelStore('7', {
			fate: ({ method }) => (method === 'POST' ? 'never carried out' : 'answered'),
		});
		await expect(upsert(store)).rejects.toMatchObject({
			description: expect.stringMatching(
				/Run this item again.*It is not known whether metafield "approval" of order 7 was created\.$/,
			),
		});
		expect(methods(store).filter((method) => method === 'POST')).toHaveLength(3);
	});
});
