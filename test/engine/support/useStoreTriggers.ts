import { expectContract, specsFor } from '../../contract';
import { PublishedTrigger } from './publishedTrigger';
import { openStore, type Store } from './store';

/** What the tests of one file share. */
export interface StoreTriggers {
	readonly store: Store;
	/** Opens a trigger that ends after its test. */
	open(trigger: Parameters<typeof PublishedTrigger.open>[0]): Promise<PublishedTrigger>;
}

/**
 * A store for the tests of one file, as new before each of them, with the triggers that they open. Every request is held against the vendor's descriptions.
 *
 * @param what is tried, as it is said where the descriptions are not there
 */
export function useStoreTriggers(what: string): StoreTriggers {
	const specs = specsFor(what);
	let store: Store;
	let triggers: PublishedTrigger[] = [];
	beforeAll(async () => {
		store = await openStore();
	});
	afterAll(async () => await store.close());
	beforeEach(async () => await store.reset());
	afterEach(async () => {
		await Promise.all(triggers.map(async (trigger) => await trigger.close()));
		triggers = [];
		if (specs) expectContract(store.context.exchanges.list(), { specs, responses: false });
	});
	return {
		get store() {
			return store;
		},
		async open(wanted) {
			const trigger = await PublishedTrigger.open(wanted);
			triggers.push(trigger);
			return trigger;
		},
	};
}
