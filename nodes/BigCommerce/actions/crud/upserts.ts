import type { StoreLocator, StoreRecord } from '../../records/storeRecord';
import type { Row } from '../../transport/collection';
import { flag, object } from '../../../shared/shape';
import { create } from './creates';
import { collectionOf, havingKey, homeLocators, idIn, inText, scopeOf, type Made } from './picked';
import { lasting, newFields, newValues } from '../../../shared/record/written';

/** A record that has a key of its own. */
type Keyed = StoreRecord & { locator: Required<Pick<StoreLocator, 'key'>> };

/** A Create or Update, by the record's own key. */
export const upserts = (record: Keyed): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object({ created: flag, ...record.properties }),
	fields: [...homeLocators(record), ...newFields(record)],
	async execute(run, client) {
		const { key } = record.locator;
		const values = newValues(run, record);
		const { [key.field]: value } = values;
		if (value === undefined) {
			throw run.refuse({
				what: `${key.label} is missing: by it is decided whether the ${record.one} exists`,
				next: `Add the ${inText(key.label)}, or use Create.`,
			});
		}
		const collection = await collectionOf(run, client, record);
		const [only, ...others] = await havingKey(collection, key, String(value));
		if (others.length) {
			throw run.refuse({
				what: `Several ${record.words} have this ${inText(key.label)}`,
				next: 'Use Update, and choose the one by ID.',
			});
		}
		if (!only) return { created: true, ...(await create(run, client, record, values)) };
		const row: Row = { ...lasting(values, record), id: idIn(only, record.idField) };
		const [changed] = (await collection.change([row])) ?? [];
		return { created: false, ...changed };
	},
});
