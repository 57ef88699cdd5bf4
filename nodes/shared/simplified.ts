import type { IDataObject } from 'n8n-workflow';

/**
 * The short form of a record: only the fields that people work by, at most ten (n8n's UX guide on Simplify).
 *
 * @param record the whole record; it is not changed
 * @param names the fields to keep, in the order in which they are shown
 */
export const simplified = (record: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(names.filter((name) => name in record).map((name) => [name, record[name]]));
