import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import type { ItemRun } from '../../shared/itemRun';
import { isNamed } from '../../shared/answer';
import type { BatchRecord } from '../records/batchRecord';
import { BatchCollection } from '../transport/batchCollection';
import type { StoreClient } from '../transport/StoreClient';

export const collectionOf = (client: StoreClient, record: BatchRecord): BatchCollection =>
	new BatchCollection(client, record);

/** The records that have this key: a filter may find more, or find it in another case. */
export async function havingKey(
	client: StoreClient,
	record: BatchRecord,
	value: string,
): Promise<IDataObject[]> {
	const { field, filter } = record.locator.key;
	const found = await collectionOf(client, record).findBy(filter, value);
	return found.filter((row) => isNamed(row, field, value));
}

/** The id of the record that the item picks, looked up where it is picked by its own key. @throws NodeOperationError when none or several have it */
export async function idOf(run: ItemRun, client: StoreClient, record: BatchRecord): Promise<number> {
	const { name, label, key } = record.locator;
	const picked: unknown = run.functions.getNodeParameter(name, run.index, {});
	if (!isRecord(picked) || picked.mode !== key.mode) return run.id(name, label);
	const value = run.requiredText(name, label);
	const [only, ...others] = await havingKey(client, record, value);
	if (only && !others.length) return Number(only.id);
	throw run.refuse({
		what: only
			? `Several ${record.words} have this ${key.label.toLowerCase()}`
			: `The store has no ${record.one} with this ${key.label.toLowerCase()}`,
		next: only
			? `Choose the ${record.one} by ID.`
			: `Check the ${key.label.toLowerCase()}, or choose the ${record.one} from the list.`,
	});
}

/** Fields under one heading. */
export const collectionField = (
	displayName: string,
	name: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});
