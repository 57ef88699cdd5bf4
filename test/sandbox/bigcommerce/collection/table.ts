import type { Scope } from '../access';
import type { ApiError } from '../errors';
import type { Field } from './field';
import type { Operator, Test } from './operators';
import type { StoredRecord, Surroundings, Values } from './record';

/** What happened to a record; the last word of the event's scope. */
export type Kind = 'created' | 'updated' | 'deleted';

/** One record that a call makes, changes or removes. */
export interface Change {
	table: CollectionTable;
	kind: Kind;
	record: StoredRecord;
	/** how it was; undefined for a new one */
	before?: StoredRecord;
}

/** Fields that no two records may have in common, in letters of either case; blank ones are free. */
export interface UniqueKey {
	by: readonly string[];
	/** only among the records of one parent */
	withinParent?: boolean;
	/** how a second one is refused; `omit`: the call succeeds without it, and its answer lacks it */
	clash: 'omit' | ((kind: Kind, field: string) => ApiError);
}

/** The calls that a resource offers. `many`: bodies are arrays at the path of the list. */
export interface Calls {
	list: true;
	/** V2's number of records beside the list */
	count?: true;
	get?: true;
	create?: 'one' | 'many';
	update?: ReadonlyArray<'one' | 'many'>;
	remove?: {
		/** the status for an id that is not there */
		one?: 204 | 404;
		many?: {
			/** parameters that say which */
			by: readonly string[];
			/** without any: nothing happens (204), the call is refused (422), or all are removed */
			unfiltered: 'nothing' | 'refused' | 'all';
			most?: number;
		};
	};
}

/** Records are removed by their ids, and never all of them. */
export const BY_IDS: NonNullable<Calls['remove']> = { many: { by: ['id:in'], unfiltered: 'refused' } };

/** What the official description has and this stand-in has not, each with the reason; using it is answered with 501. */
export interface LeftOut {
	parameters?: Readonly<Record<string, string>>;
	/** words of `include` */
	includes?: Readonly<Record<string, string>>;
	/** properties of bodies */
	properties?: Readonly<Record<string, string>>;
}

/** One resource of the vendor as a table: everything the stand-in does with it follows from here. */
export interface CollectionTable {
	/** under which its records are kept */
	name: string;
	/** what answers and bodies call the id, where that is not `id`; null: they have none */
	idName?: string | null;
	/** the table whose records it shows at another path */
	keptIn?: string;
	version: 'v2' | 'v3' | 'b2b';
	/** below the version; a resource that hangs on another has its id as `:parentId` */
	path: string;
	/** what the description calls the parent and the record in its paths */
	parameters?: { parent?: string; record?: string };
	scope: Scope;
	/** what its records belong to, and the field that names it where the path does not; they go when it goes */
	parent?: { collection: string; field?: string };
	fields: Readonly<Record<string, Field>>;
	unique?: readonly UniqueKey[];
	/** operators by field, or a filter of its own by the whole name of the parameter */
	filters?: Readonly<Record<string, readonly Operator[] | ((text: string, around: Surroundings) => Test)>>;
	/** `suffix`: `sort=name:desc`; `direction`: `sort=name&direction=desc` (BigCommerce reference 2.3) */
	sort?: { by: readonly string[]; style: 'suffix' | 'direction' };
	/** what `include` may name */
	includes?: readonly string[];
	/** offers `include_fields` and `exclude_fields` */
	selects?: boolean;
	paging: 'number' | 'cursor' | 'none';
	/** how a list is answered that has nothing in it; 200 unless the description says otherwise */
	emptyList?: 204;
	/** most records of one page, by what is included */
	pageSize?: (includes: ReadonlySet<string>) => number | undefined;
	calls: Calls;
	/** why a record cannot be removed; undefined where it can */
	heldBy?: (record: StoredRecord, around: Surroundings) => string | undefined;
	/** status of a creation; 200 unless the description says otherwise */
	createdStatus?: 201;
	/** most records of one call with an array; more are refused with 413 */
	mostPerCall?: number;
	/** status when one of an array to be changed is not there */
	unknownInBatch?: 404 | 422;
	/** a PUT with an array finds its records by these fields, and makes those that it does not find */
	upsertBy?: readonly string[];
	/** a body with faults is refused without `errors`, in one sentence */
	plainFaults?: boolean;
	/** what a refused array answers under `batch_errors`, made of the plain refusal */
	batchErrors?: (plain: object) => object[];
	/** pages by number have no links */
	plainPages?: boolean;
	/** pages by cursor do not link to themselves */
	plainCursors?: boolean;
	/** a caller without the scope is refused without `errors` */
	plainForbidden?: boolean;
	/** events of a change: scope below `store/` and data of the callback */
	events?: (change: Change) => Array<{ scope: string; data: Values }>;
	leftOut?: LeftOut;
}

/** Names a table; the words of its fields, calls and filters are checked by the compiler. */
export const defineCollection = (table: CollectionTable): CollectionTable => table;
