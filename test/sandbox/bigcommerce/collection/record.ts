import type { Switches } from '../switches';

/** The fields of a record by their names, as they were written. */
export type Values = Record<string, unknown>;

/** One record of a collection as the sandbox keeps it. Times are sandbox time in ms, whole seconds. */
export interface StoredRecord {
	id: number;
	createdAt: number;
	modifiedAt: number;
	/** of what it belongs to: an address's customer, an image's product */
	parentId?: number;
	values: Values;
}

/** The records of one collection, and the last id that was given out. */
export interface StoredCollection {
	lastId: number;
	records: Record<string, StoredRecord>;
}

/** What a field may look at when it is read: the records of other collections, by ascending id. */
export interface Surroundings {
	/** sandbox time in ms */
	now(): number;
	switches(): Readonly<Switches>;
	/** those of one parent where an id is given */
	records(collection: string, parentId?: number): StoredRecord[];
	/** records of a collection as its own calls show them, sub-resources left out */
	shown(collection: string, parentId: number): Values[];
}
