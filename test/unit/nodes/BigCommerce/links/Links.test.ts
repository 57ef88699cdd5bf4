import fc from 'fast-check';
import { Link, LINK_NAMESPACE, type Claim } from '../../../../../nodes/BigCommerce/links/Links';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { claimRecord, parseLink, serializeLink } from '../../../../../nodes/shared/linkRecord';
import { executeFunctions } from '../../../support/contexts';
import { ModelStore, type Fate } from '../../../support/modelStore';
import { ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { runs } from '../../../support/runs';
import {
	KEY,
	FIELD_KEY,
	LEASE_MS,
	NOW,
	linkIn,
	details,
	inState,
	BEFORE,
	befores,
	storeWith,
	standing,
	claimAtOnce,
	winnersOf,
	type Before,
	orderType,
} from '../../../support/linkClaims';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('claiming', () => {
	const claim = async (store: ModelStore, run = '77') =>
		(await passTime(async () => await linkIn(store).claim(run, LEASE_MS))).result;

	it('creates a metafield that a replaced API account can still change', async () => {
		const store = storeWith('nothing');
		const { claimed, takenOver, link } = await claim(store);
		expect({ claimed, takenOver }).toEqual({ claimed: true, takenOver: false });
		expect(store.service.requests.at(-1)?.body).toMatchObject({
			namespace: 'opentext_link',
			key: 'risk-review:1',
			permission_set: 'write',
		});
		expect(link.record).toMatchObject({
			version: 1,
			key: 'abc123:order:7:risk-review:1',
			state: 'claimed',
			claimedAt: '2026-11-22T10:00:00.000Z',
			leaseMs: LEASE_MS,
		});
	});

	it('is refused by the store when somebody else creates the metafield between look and claim', async () => {
		const store = storeWith('nothing', {
			turn: async ({ method }) => {
				if (method === 'POST' && store.fields.size === 0) {
					store.put(LINK_NAMESPACE, FIELD_KEY, serializeLink(claimRecord(details, NOW)));
				}
				await Promise.resolve();
			},
		});
		expect(await claim(store)).toMatchObject({ claimed: false, link: { record: { holder: '1:before' } } });
	});

	it('recognises its own claim when only the answer was lost, and creates no second one', async () => {
		const fates: Fate[] = ['answered', 'answer lost'];
		const store = storeWith('nothing', { fate: () => fates.shift() ?? 'answered' });
		expect(await claim(store)).toMatchObject({ claimed: true, takenOver: false });
		expect(store.service.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(store.fields.size).toBe(1);
	});

	it('keeps the history of what it takes over', async () => {
		const { takenOver, link } = await claim(storeWith('a stale claim'));
		expect(takenOver).toBe(true);
		expect(link.record?.history.map(({ note }) => note)).toEqual([undefined, 'taken over from 1:before']);
	});

	it('cannot know of a takeover when it arrives in the gap of one: so the other system is asked in any case', async () => {
		let inTheGap: Promise<Claim> | undefined;
		const store = storeWith('a stale claim', {
			turn: async ({ method }) => {
				// The taker has removed the stale claim and is about to create its own.
				if (method === 'POST' && !inTheGap) await (inTheGap = linkIn(store).claim('in the gap', LEASE_MS));
			},
		});
		expect((await claim(store)).claimed).toBe(false);
		expect(await inTheGap).toMatchObject({ claimed: true, takenOver: false });
	});

	it('removes a stale claim by its id only', async () => {
		const store = storeWith('a stale claim');
		const [{ id }] = store.fields.values();
		await claim(store);
		expect(store.service.lines).toContain(`DELETE /v3/orders/7/metafields/${id}`);
	});

	it('leaves a metafield of that name that is no link record alone', async () => {
		const store = new ModelStore('7');
		store.put(LINK_NAMESPACE, FIELD_KEY, 'written by somebody else');
		const { claimed, link } = await claim(store);
		expect({ claimed, record: link.record }).toEqual({ claimed: false, record: undefined });
		expect([...store.fields.values()][0].value).toBe('written by somebody else');
	});

	it('does not win twice in one run: each claim is a claim of its own', async () => {
		const store = storeWith('nothing');
		expect((await claim(store, '77')).claimed).toBe(true);
		expect((await claim(store, '77')).claimed).toBe(false);
	});

	it('ends with an error when the store never answers a creation', async () => {
		const store = storeWith('nothing', {
			fate: ({ method }) => (method === 'POST' ? 'never carried out' : 'answered'),
		});
		await expect(claim(store)).rejects.toMatchObject({
			message: 'Item 1: The connection to BigCommerce broke at metafields of order 7',
			description: expect.stringContaining('Run this item again: it looks for it first'),
		});
		expect(store.fields.size).toBe(0);
	});

	const posts = (store: ModelStore) =>
		store.service.requests.filter(({ method }) => method === 'POST').length;

	const unreadablePost = (
		before: Before,
		fate: Fate,
		onPost: (store: ModelStore) => void = () => undefined,
	) => {
		const store = storeWith(before, {
			turn: async ({ method }) => {
				await Promise.resolve();
				if (method === 'POST') onPost(store);
			},
			fate: ({ method }) => (method === 'POST' ? fate : 'answered'),
		});
		return store;
	};

	it('after an answer that cannot be read finds its own claim, and sends no second one', async () => {
		const store = unreadablePost('nothing', 'unreadable');
		expect(await claim(store)).toMatchObject({ claimed: true, takenOver: false });
		expect(posts(store)).toBe(1);
	});

	it("after an answer that cannot be read finds another's claim, and is not claimed", async () => {
		const store = unreadablePost('nothing', 'unreadable', (own) =>
			own.put(LINK_NAMESPACE, FIELD_KEY, serializeLink(claimRecord(details, NOW))),
		);
		expect(await claim(store)).toMatchObject({ claimed: false, link: { record: { holder: '1:before' } } });
		expect(posts(store)).toBe(1);
	});

	it('after an answer that cannot be read waits for a claim that shows late', async () => {
		const store = unreadablePost('nothing', 'unreadable, not carried out');
		let looks = 0;
		let claimed = '';
		let createdAt = Number.POSITIVE_INFINITY;
		const { answer } = store;
		const late = new ServiceDouble(async (request) => {
			if (request.method === 'POST') {
				claimed = String(Reflect.get(Object(request.body), 'value'));
				createdAt = Date.now() + 3_000;
			}
			if (request.method === 'GET') looks += 1;
			if (Date.now() >= createdAt && !store.fields.size) store.put(LINK_NAMESPACE, FIELD_KEY, claimed);
			return await answer(request);
		});
		const client = new StoreClient(executeFunctions({ service: late }), { itemIndex: 0 });
		const link = new Link(client, { type: orderType, id: '7' }, KEY);
		const { result } = await passTime(async () => await link.claim('77', LEASE_MS));
		expect(result.claimed).toBe(true);
		expect(looks).toBeGreaterThan(2);
		expect(late.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it.each<Before>(['nothing', 'a stale claim', 'a claim that was given back'])(
		'after an answer that cannot be read and nothing to be found says that it is not known, over %s',
		async (before) => {
			const store = unreadablePost(before, 'unreadable, not carried out');
			await expect(claim(store)).rejects.toMatchObject({
				message: 'Item 1: BigCommerce answered with a web page for metafields of order 7',
				description: expect.stringContaining('Run this item again: it looks for it first'),
			});
			expect(posts(store)).toBe(1);
		},
	);

	it('never sends a second creation after an answer that cannot be read, nor lets two win, whatever else is lost', async () => {
		const fates = fc.array(
			fc.constantFrom<Fate[]>(
				'answered',
				'answer lost',
				'never carried out',
				'unreadable',
				'unreadable, not carried out',
			),
			{ maxLength: 10 },
		);
		await fc.assert(
			fc.asyncProperty(befores, fates, fc.integer({ min: 1, max: 3 }), async (before, script, claimers) => {
				jest.setSystemTime(NOW);
				const left = [...script];
				const unreadByHolder = new Map<string, number>();
				const store = storeWith(before, {
					fate: ({ method, body }) => {
						const fate = left.shift() ?? 'answered';
						if (method !== 'POST') return fate;
						const { holder = '' } = parseLink(String(Reflect.get(Object(body), 'value'))) ?? {};
						expect(unreadByHolder.has(holder)).toBe(false);
						if (fate.startsWith('unreadable')) unreadByHolder.set(holder, 1);
						return fate;
					},
				});
				const endings = await claimAtOnce(store, claimers);
				const winners = winnersOf(endings);
				expect(winners.length).toBeLessThanOrEqual(1);
				if (!BEFORE[before].free) expect(winners).toEqual([]);
				for (const { link } of winners) expect(standing(store)?.holder).toBe(link.record?.holder);
			}),
			runs(100),
		);
	});

	it('fails when the links cannot be read, and claims nothing', async () => {
		const store = storeWith('nothing', {
			fate: ({ method }) => (method === 'GET' ? 'unreadable' : 'answered'),
		});
		await expect(claim(store)).rejects.toThrow(/BigCommerce answered with a web page for order 7/);
		expect(posts(store)).toBe(0);
	});

	it('ends with an error when a duplicate is refused that cannot be read', async () => {
		const store = new ModelStore('7');
		store.put(LINK_NAMESPACE, FIELD_KEY, 'x');
		const [hidden] = store.fields.values();
		const service = store.service;
		const link = new Link(
			new StoreClient(
				executeFunctions({
					service: Object.assign(service, {
						send: async (credential: string, options: Parameters<typeof service.send>[1]) =>
							options.method === 'GET'
								? { statusCode: 200, headers: {}, body: { data: [], meta: {} } }
								: await Promise.resolve({ statusCode: 409, headers: {}, body: { title: credential } }),
					}),
				}),
				{ itemIndex: 0 },
			),
			{ type: orderType, id: '7' },
			KEY,
		);
		await expect(link.claim('77', LEASE_MS)).rejects.toMatchObject({ httpCode: '409' });
		expect(store.fields.get(hidden.id)?.value).toBe('x');
	});
});

describe('finding and recording', () => {
	it('finds nothing where nobody claimed', async () => {
		expect(await linkIn(storeWith('nothing')).find()).toBeUndefined();
	});

	it('prefers a link that still holds over one that may be taken over', async () => {
		const store = storeWith('a stale claim');
		const open = store.put(
			LINK_NAMESPACE,
			FIELD_KEY,
			serializeLink(inState(claimRecord(details, NOW), 'open')),
		);
		expect(await linkIn(store).find()).toMatchObject({ metafieldId: open.id });
	});

	const found = async (store: ModelStore) => {
		const link = await linkIn(store).find();
		if (!link?.record) throw new Error('no link');
		return { ...link, record: link.record };
	};

	it('writes a step once: the state that stands is no change', async () => {
		const store = storeWith('a fresh claim');
		const first = await linkIn(store).take(await found(store), { state: 'open', run: '77' });
		const second = await linkIn(store).take(await found(store), { state: 'open', run: '78' });
		expect([first, second]).toMatchObject([{ changed: true }, { changed: false }]);
		expect(store.service.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
		expect(standing(store)?.state).toBe('open');
	});

	it('writes nothing when a step is refused', async () => {
		const store = storeWith('a closed link');
		expect(await linkIn(store).take(await found(store), { state: 'open', run: '77' })).toHaveProperty(
			'refused',
		);
		expect(store.service.requests.every(({ method }) => method === 'GET')).toBe(true);
	});
});
