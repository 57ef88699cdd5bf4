import { readOnly } from '../collection/field';
import type { Field } from '../collection/field';
import type { Test } from '../collection/operators';
import type { StoredRecord, Values } from '../collection/record';
import type { CollectionTable } from '../collection/table';
import { ApiError } from '../errors';
import type { CollectionBook } from '../collection/book';

/** One resource of B2B Edition as a table: what is kept, and in which words its calls answer (BigCommerce reference 13). */
export interface B2bTable extends CollectionTable {
	version: 'b2b';
	/** a field that the list shows only with `isIncludeExtraFields=1` */
	extra?: string;
	/** what asks for it, where that is something else (BigCommerce reference 13.5) */
	extraAsked?: readonly [parameter: string, value: string];
	/** answers as quotes do: the message beside the code, rows and pagination inside `data` */
	isSaid?: boolean;
	/** what the answer to a creation holds */
	made(record: StoredRecord): Values;
	/** what the answer to a change holds; left out: the whole record */
	changed?(record: StoredRecord): unknown;
	/** how a row of the list differs from the record alone */
	listed?(shown: Values): Values;
	/** one alone is answered with nothing said of it, and a change with the message beside the code, as orders do */
	isBare?: true;
	/** how the record alone is answered; left out: as it is */
	alone?(shown: Values): unknown;
	/** makes one with all that comes with it; left out: the record alone */
	create?(book: CollectionBook, body: unknown): StoredRecord;
	/** what the answer to a removal holds; left out: nothing */
	removedAs?(record: StoredRecord): Values;
	/** refuses to remove one. @throws ApiError */
	checkRemoval?(book: CollectionBook, record: StoredRecord): void;
}

/** The parameter that asks for the extra fields of a list, and its value. */
export const extraAskedOf = ({ extraAsked = ['isIncludeExtraFields', '1'] }: B2bTable) => extraAsked;

export const defineB2bTable = (table: B2bTable): B2bTable => table;

/** Unix seconds. */
export const seconds = (ms: number) => Math.floor(ms / 1000);

/** Unix seconds; some write them as text (reference 13.2). */
export const createdSeconds = (shown: (value: number) => unknown = (value) => value): Field =>
	readOnly('number', { read: ({ createdAt }) => shown(seconds(createdAt)) });

export const updatedSeconds = (shown: (value: number) => unknown = (value) => value): Field =>
	readOnly('number', { read: ({ modifiedAt }) => shown(seconds(modifiedAt)) });

const time =
	(of: (record: StoredRecord) => number, fits: (at: number, bound: number) => boolean) =>
	(text: string): Test =>
	(record) =>
		fits(seconds(of(record)), Number(text));

const created = ({ createdAt }: StoredRecord) => createdAt;
const modified = ({ modifiedAt }: StoredRecord) => modifiedAt;

/** The four filters by time, in Unix seconds: of companies and sales staff the earliest and the latest that is given (company.yaml, sales_staff.yaml). */
export const TIME_FILTERS = {
	minCreated: time(created, (at, bound) => at >= bound),
	maxCreated: time(created, (at, bound) => at <= bound),
	minModified: time(modified, (at, bound) => at >= bound),
	maxModified: time(modified, (at, bound) => at <= bound),
};

/** The same of all others, which give what lies after and before (user.yaml, address.yaml, order.yaml, quote.yaml). */
export const OPEN_TIME_FILTERS = {
	minCreated: time(created, (at, bound) => at > bound),
	maxCreated: time(created, (at, bound) => at < bound),
	minModified: time(modified, (at, bound) => at > bound),
	maxModified: time(modified, (at, bound) => at < bound),
};

/** A filter by one value of a record. */
export const by =
	(of: (record: StoredRecord) => unknown) =>
	(text: string): Test =>
	(record) =>
		String(of(record)) === text;

/** A filter that takes only what fits its form; else the call is refused (BigCommerce reference 13.1). */
export const fitting =
	(name: string, form: RegExp, filter: (text: string) => Test) =>
	(text: string): Test => {
		if (form.test(text)) return filter(text);
		throw new ApiError(422, 'Parameter Error', { [name]: `"${text}" is not a valid choice.` });
	};

/** A filter by a part of some values. */
export const having =
	(...names: string[]) =>
	(text: string): Test =>
	({ values }) =>
		names.some((name) => String(values[name]).toLowerCase().includes(text.toLowerCase()));
