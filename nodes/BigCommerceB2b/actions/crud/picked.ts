import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import type { B2bList, B2bRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import { SCOPE } from '../../../BigCommerce/edition/transport/b2bErrors';
import type { B2bClient, B2bTarget } from '../../../BigCommerce/edition/transport/B2bClient';

/** An operation without its name. */
export type Made = Omit<Operation<B2bClient>, 'option'>;

/** There is one right for all of it (BigCommerce reference 1.3). */
export const scopes = [SCOPE];

/** The locator of the record that another one hangs on, if it does. */
export const parentLocators = ({ below }: Pick<B2bList, 'below'>): INodeProperties[] =>
	below ? [locatorOf(below.locator)] : [];

/** What picks one record. */
export const locators = (record: B2bRecord): INodeProperties[] => [
	...parentLocators(record),
	locatorOf(record.locator),
];

/** The id of the record that the item picks. @throws NodeOperationError when it is no id */
export const idOf = (run: ItemRun, { locator: { name, label } }: B2bRecord): number => run.id(name, label);

/** Where the records are among which the item works. `of` is what they hang on, for texts. */
export function placeOf(run: ItemRun, { path, below }: B2bList): { path: string; of: string } {
	if (!below) return { path, of: '' };
	const id = idOf(run, below);
	return { path: path.replace('{id}', String(id)), of: ` of ${below.one} ${id}` };
}

/** One record. */
export function targetOf(run: ItemRun, record: B2bRecord, id: string | number): B2bTarget {
	const { path, of } = placeOf(run, record);
	const { one, idField } = record;
	return { path: `${path}/${id}`, subject: `${one} ${id}${of}`, idField };
}

/** One record as it stands, with its id. */
export async function readOne(
	run: ItemRun,
	client: B2bClient,
	record: B2bRecord,
	id: number,
): Promise<Given> {
	const target = { ...targetOf(run, record, id), query: record.query?.() };
	const { namedBy, idField = 'id' } = record;
	if (!namedBy) return await client.get(target, id);
	return { [idField]: id, ...(await client.get({ ...target, idField: namedBy })) };
}
