import { newRecord } from './newRecord';
import type { StoredCollection, StoredRecord } from './record';
import type { CollectionTable } from './table';

/** What a collection holds when the sandbox starts, by its name; fields that are left out have their initial value. */
export type Seeds = Readonly<Record<string, ReadonlyArray<Pick<StoredRecord, 'id' | 'parentId' | 'values'>>>>;

/** When the seeds were made: before every test. */
const SEEDED_AT = Date.UTC(2026, 0, 5, 9);

const MINUTE_MS = 60_000;

/** The collections of a store that starts: their seeds, each a minute younger than the one before. */
export const seedCollections = (
	tables: readonly CollectionTable[],
	seeds: Seeds,
): Record<string, StoredCollection> =>
	Object.fromEntries(
		tables.map((table) => {
			const records = (seeds[table.name] ?? []).map((seed, index) => {
				const at = SEEDED_AT + index * MINUTE_MS;
				return newRecord(table, {
					createdAt: at,
					modifiedAt: at,
					...seed,
					values: structuredClone(seed.values),
				});
			});
			const lastId = Math.max(0, ...records.map(({ id }) => id));
			return [table.name, { lastId, records: Object.fromEntries(records.map((each) => [each.id, each])) }];
		}),
	);
