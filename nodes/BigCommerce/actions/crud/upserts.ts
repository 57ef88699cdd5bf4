import type { IDataObject } from 'n8n-workflow';
import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { flag, object } from '../../../shared/shape';
import type { Row } from '../../transport/collection';
import type { StoreClient } from '../../transport/StoreClient';
import { create } from './create';
import { sharing } from './keysAtOnce';
import { onlyOne } from './onlyOne';
import { collectionOf, havingKey, homeLocators, idIn, inText, scopeOf, type Made } from './picked';
import { tellLeft } from '../../../shared/record/tellLeft';
import { lasting, newFields, newValues } from '../../../shared/record/written';
import { upsertSeveral, type Keyed } from './upsertsSeveral';

/** What the item says, with its key. @throws NodeOperationError when that is missing */
function keyedValues(run: ItemRun, record: Keyed): Entered {
	const { key } = record.locator;
	const values = newValues(run, record);
	if (values[key.field] !== undefined) return values;
	throw run.refuse({
		what: `${key.label} is missing: by it is decided whether the ${record.one} exists`,
		next: `Add the ${inText(key.label)}, or use Create.`,
	});
}

async function upsert(run: ItemRun, client: StoreClient, record: Keyed): Promise<IDataObject> {
	const { key } = record.locator;
	const values = keyedValues(run, record);
	const collection = await collectionOf(run, client, record);
	const found = await havingKey(collection, key, String(values[key.field]));
	const only = onlyOne(run, found, { words: record.words, called: inText(key.label) });
	if (!only) return { created: true, ...(await create(run, client, record, values, found)) };
	tellLeft(run.functions, record, values);
	const row: Row = { ...lasting({ ...values }, record), id: idIn(only, record.idField) };
	const [changed] = (await collection.change([row])) ?? [];
	return { created: false, ...changed };
}

/** A Create or Update, by the record's own key: of as many at once as the store changes in one call. */
export function upserts(record: Keyed): Made {
	const { most, locator } = record;
	const { field } = locator.key;
	const alone = async (run: ItemRun, client: StoreClient) => await upsert(run, client, record);
	return {
		effect: 'change',
		scopes: scopeOf(record, 'modify'),
		output: object({ created: flag, ...record.properties }),
		fields: [...homeLocators(record), ...newFields(record)],
		execute: alone,
		...(most && {
			batch: batchOf<StoreClient, Entered>({
				most,
				together: sharing(record),
				read: async (run) => await Promise.resolve(keyedValues(run, record)),
				about: ({ [field]: value }) => String(value).toLowerCase(),
				send: async (rows, client, [first]) => await upsertSeveral(first, client, record, rows),
				alone,
			}),
		}),
	};
}
