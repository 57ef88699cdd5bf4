import type { StoredRecord } from './record';
import type { CollectionTable } from './table';

/** A record with the initial value of every field that it was not given. */
export const newRecord = ({ fields }: CollectionTable, given: StoredRecord): StoredRecord => ({
	...given,
	values: {
		...structuredClone(
			Object.fromEntries(Object.entries(fields).map(([name, { initial }]) => [name, initial])),
		),
		...given.values,
	},
});
