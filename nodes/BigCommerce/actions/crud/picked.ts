import pick from 'lodash/pick';
import without from 'lodash/without';
import type { INodeProperties } from 'n8n-workflow';
import { isNamed } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation, Scope } from '../../../shared/operation';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { locatorOf, picked } from '../../../shared/record/locator';
import type { Query } from '../../../shared/serviceRequest';
import { whole } from '../../../shared/shape';
import type { StoreList } from '../../records/storeList';
import type { Findable, StoreRecord } from '../../records/storeRecord';
import { Collection } from '../../transport/collection';
import { INFERRED } from '../../transport/inferred';
import type { StoreClient } from '../../transport/StoreClient';

/** An operation without its name. */
export type Made = Omit<Operation<StoreClient>, 'option'>;

/** What an API account needs for a record; nothing where every account may do it. */
export const scopeOf = ({ scope: name }: Pick<StoreList, 'scope'>, access: Scope['access']): Scope[] =>
	name ? [{ name, access }] : [];

/** The locator of the record that another one hangs on, if it does. */
export const parentLocators = ({ below }: Pick<Findable, 'below'>): INodeProperties[] =>
	below ? [locatorOf(below.locator)] : [];

/** The locator of the record that a new one is made below of. */
export const homeLocators = ({ below, home }: StoreRecord): INodeProperties[] =>
	parentLocators({ below: below ?? home?.record });

/** What picks one record. */
export const locators = (record: Findable): INodeProperties[] => [
	...parentLocators(record),
	locatorOf(record.locator),
];

const placeOf = ({ properties, ...record }: Findable) => ({
	...pick(record, [
		...(['path', 'scope', 'one', 'words', 'inArrays', 'omitsEqual', 'hasNoIdFilter'] as const),
		...(['idField', 'byIds', 'isUnpaged', 'isSilent', 'isMadeByPut', 'addsTo'] as const),
		...(['mayBeBare', 'showsRemoved', 'rightFor', 'told'] as const),
	]),
	isDated: INFERRED.neverSent in properties,
});

/** The records among which the item works: all of the store's, or those of the record that the item names as well. */
export async function collectionOf(run: ItemRun, client: StoreClient, record: Findable): Promise<Collection> {
	const { path, below } = record;
	const place = placeOf(record);
	if (!below) return new Collection(client, place);
	const parent = await stayingId(run, client, below);
	return new Collection(client, {
		...place,
		path: path.replace('{id}', String(parent)),
		of: `${below.one} ${parent}`,
	});
}

/** Where one is made or removed that is listed elsewhere. @param parent the id of what it is below of */
export const homeOf = (
	client: StoreClient,
	record: StoreRecord,
	{ record: above, path }: NonNullable<StoreRecord['home']>,
	parent: number,
): Collection =>
	new Collection(client, {
		...placeOf(record),
		inArrays: false,
		path: path.replace('{id}', String(parent)),
		of: `${above.one} ${parent}`,
	});

/** The number in one field of a record: its own id, or that of what it is below of. */
export const idIn = (row: Given, field = 'id'): number => Number(fieldsIn({ [field]: whole }, row)[field]);

/** The records that have this key: a filter may find more, or find it in another case. */
export async function havingKey(
	collection: Collection,
	{ field, filter }: { field: string; filter?: string },
	value: string,
): Promise<Given[]> {
	const found = await collection.find(filter ? { [filter]: value } : {});
	return found.filter((row) => isNamed(row, field, value));
}

/** The key by which the item picks its record: those of all items are looked for together. */
export function keyOf(run: ItemRun, { locator }: Findable): string | undefined {
	const { by, value } = picked(run, locator);
	return locator.key && by === locator.key.mode ? value : undefined;
}

/** The id of the record that the item picks. @throws NodeOperationError when none or several have its key */
export const idOf = async (run: ItemRun, client: StoreClient, record: Findable): Promise<number> =>
	(await foundOf(run, client, record)).id;

/** The id of the record that the item picks, and the record as it was looked up where it is picked by its own key. @throws NodeOperationError when none or several have it */
export async function foundOf(
	run: ItemRun,
	client: StoreClient,
	record: Findable,
): Promise<{ id: number; seen?: Given }> {
	const { name, label, key } = record.locator;
	const chosen: unknown = run.functions.getNodeParameter(name, run.index, {});
	if (!key || !isRecord(chosen) || chosen.mode !== key.mode) return { id: run.id(name, label) };
	const value = run.requiredText(name, label);
	const collection = await collectionOf(run, client, record);
	const [only, ...others] = await havingKey(collection, key, value);
	if (only && !others.length) return { id: idIn(only, record.idField), seen: only };
	const word = inText(key.label);
	throw run.refuse({
		what: only
			? `Several ${record.words} have this ${word}`
			: `The store has no ${record.one} with this ${word}`,
		next: only
			? `Choose the ${record.one} by ID.`
			: `Check the ${word}, or choose the ${record.one} from the list.`,
	});
}

/** The ids of records that stay as they are, by n8n's functions of the run, and by what picks them. */
const STAYING = new WeakMap<object, Map<string, Promise<number>>>();

/**
 * The id of a record that the item picks and the operation leaves as it is: what others hang on. Items of a run that pick it by the same key look for it once.
 *
 * @throws NodeOperationError when none or several have its key
 */
export async function stayingId(run: ItemRun, client: StoreClient, record: Findable): Promise<number> {
	const key = keyOf(run, record);
	if (key === undefined || record.below) return await idOf(run, client, record);
	const ids = STAYING.get(run.functions) ?? new Map<string, Promise<number>>();
	STAYING.set(run.functions, ids);
	const name = `${record.path} ${key}`;
	// What went wrong names the item that looked: each looks for itself.
	const known = await ids.get(name)?.catch(() => undefined);
	if (known !== undefined) return known;
	const id = idOf(run, client, record);
	ids.set(name, id);
	return await id;
}

/** A name of the editor in the middle of a sentence: e-mail address, but SKU. */
export const inText = (label: string): string =>
	label === label.toUpperCase() ? label : label.toLowerCase();

/** What the store is asked for while a record is simplified; the id always comes, and cannot be asked for. */
export const leanQuery = ({
	isLean,
	simple,
	idField = 'id',
}: Pick<StoreRecord, 'isLean' | 'simple' | 'idField'>): Query =>
	isLean && simple ? { include_fields: without(simple, idField).join(',') } : {};
