import type { Call } from '../storeSandbox';

/** One row of a list as it is answered. */
export type Row = Record<string, unknown>;

/** What a list was asked for before, from which the value of a parameter may come. */
export interface Known {
	rows: readonly Row[];
	/** of its first and last row, where it has any */
	cursors: { first: string; last: string };
}

/** Only these rows of the whole list, by their places in it; or something else than the list shows without the parameter. */
export type Shows = readonly number[] | 'other';

/** One value of a query parameter, what the list shows then, and what else is asked. */
export type Tried = readonly [value: string | ((known: Known) => unknown), shows: Shows, beside?: string];

/** What a case prepares the store with. */
export interface Stage {
	make(method: Call['method'], path: string, status: number, body?: unknown): Promise<unknown>;
	/** below `/_sandbox` */
	control(path: string, body?: unknown): Promise<unknown>;
}

/** A list that has a route of its own, not one made from a table of fields: what proves each of its query parameters. */
export interface ListCase {
	/** as it is registered, below the store */
	route: string;
	/** makes the rows of the list, and gives its path */
	prepare(stage: Stage): Promise<string>;
	/** the list that the values of parameters come from, where it is another one */
	source?: string;
	/** query under which everything is shown */
	whole?: string;
	parameters?: Readonly<Record<string, readonly Tried[]>>;
	/** several resources share one code, and the description of this one has only some of these parameters */
	isShared?: true;
	/** what the description has and the sandbox has not, each with the reason */
	leftOut?: {
		parameters?: Readonly<Record<string, string>>;
		/** words of a parameter, by its name */
		words?: Readonly<Record<string, string>>;
		properties?: Readonly<Record<string, string>>;
	};
}

/** A property of the row at a place. */
export const of =
	(name: string, at: number) =>
	({ rows }: Known): unknown =>
		rows[at][name];

/** The second page of one row each, of a list of at least two. */
export const PAGES: ListCase['parameters'] = { page: [['2', [1], 'limit=1']], limit: [['1', [0]]] };

/** The pages of a list of one row. */
export const ONE_PAGE: ListCase['parameters'] = { page: [['2', []]], limit: [['1', [0]]] };

/** Beyond the first of two rows, and before the last. */
export const CURSORS: ListCase['parameters'] = {
	after: [[({ cursors }) => cursors.first, [1]]],
	before: [[({ cursors }) => cursors.last, [0]]],
};

export const HOUR_MS = 3_600_000;
