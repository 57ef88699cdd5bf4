import fc from 'fast-check';
import { Link, LINK_NAMESPACE, type Claim } from '../../../nodes/BigCommerce/links/Links';
import { OWNER_TYPES } from '../../../nodes/BigCommerce/transport/owners';
import { StoreClient } from '../../../nodes/BigCommerce/transport/StoreClient';
import {
	advance,
	claimRecord,
	parseLink,
	serializeLink,
	type LinkRecord,
	type LinkState,
} from '../../../nodes/shared/linkRecord';
import { executeFunctions } from './contexts';
import { ModelStore, type ModelOptions } from './modelStore';
import { passTime } from './time';

export const KEY = {
	storeHash: 'abc123',
	objectType: 'order',
	objectId: '7',
	purpose: 'risk-review',
	round: 1,
};
export const FIELD_KEY = 'risk-review:1';
export const [orderType] = OWNER_TYPES.filter(({ value }) => value === 'order');
export const LEASE_MS = 60_000;
export const NOW = Date.parse('2026-11-22T10:00:00.000Z');

export const linkIn = (store: ModelStore) =>
	new Link(
		new StoreClient(executeFunctions({ service: store.service }), { itemIndex: 0 }),
		{ type: orderType, id: '7' },
		KEY,
	);

export const details = {
	key: 'abc123:order:7:risk-review:1',
	holder: '1:before',
	run: '1',
	leaseMs: LEASE_MS,
};

export const inState = (record: LinkRecord, state: LinkState): LinkRecord => {
	const result = advance(record, { state, run: '1' }, NOW);
	if ('refused' in result) throw new Error(result.refused);
	return result.record;
};

/** What may lie in the store before anybody claims, and whether it may be taken over. */
export const BEFORE = {
	nothing: { record: undefined, free: true },
	'a fresh claim': { record: claimRecord(details, NOW), free: false },
	'a stale claim': { record: claimRecord(details, NOW - LEASE_MS - 1), free: true },
	'a claim that was given back': { record: inState(claimRecord(details, NOW), 'released'), free: true },
	'an open link': { record: inState(claimRecord(details, NOW - 10 * LEASE_MS), 'open'), free: false },
	'a closed link': { record: inState(claimRecord(details, NOW - 10 * LEASE_MS), 'closed'), free: false },
} as const;

export type Before = keyof typeof BEFORE;
export const befores = fc.constantFrom<Before[]>(
	'nothing',
	'a fresh claim',
	'a stale claim',
	'a claim that was given back',
	'an open link',
	'a closed link',
);

export const storeWith = (before: Before, options: ModelOptions = {}) => {
	const store = new ModelStore('7', options);
	const { record } = BEFORE[before];
	if (record) store.put(LINK_NAMESPACE, FIELD_KEY, serializeLink(record));
	return store;
};

/** The one record in the store. Several would break the rule of unique keys. */
export const standing = (store: ModelStore): LinkRecord | undefined => {
	expect(store.fields.size).toBeLessThanOrEqual(1);
	const [field] = store.fields.values();
	return field && parseLink(field.value);
};

export type Ending = { claim: Claim } | { error: unknown };

/** Lets so many claim at once, in the order that `turn` of the store gives. */
export const claimAtOnce = async (store: ModelStore, claimers: number): Promise<Ending[]> => {
	const { result } = await passTime(
		async () =>
			await Promise.all(
				Array.from({ length: claimers }, async (_claimer, index): Promise<Ending> => {
					try {
						return { claim: await linkIn(store).claim(`run ${index}`, LEASE_MS) };
					} catch (error) {
						return { error };
					}
				}),
			),
	);
	return result;
};

export const claimsOf = (endings: Ending[]) =>
	endings.flatMap((ending) => ('claim' in ending ? [ending.claim] : []));
export const winnersOf = (endings: Ending[]) => claimsOf(endings).filter(({ claimed }) => claimed);
