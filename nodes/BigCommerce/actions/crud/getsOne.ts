import type { INodeProperties } from 'n8n-workflow';
import { simplify } from '../../../shared/fields';
import { object } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import type { Findable, StoreRecord } from '../../records/storeRecord';
import { collectionOf, idOf, leanQuery, locators, scopeOf, type Made } from './picked';
import { includeField, includedBy } from './includes';

/** A record that is read, whether it can be written or not. */
type Readable = Findable & Pick<StoreRecord, 'filters' | 'simple' | 'includes' | 'isLean' | 'sorted'>;

/** What can be included, while the record is not simplified. */
const includes = (record: Readable): INodeProperties[] =>
	record.includes
		? [{ ...includeField(record.includes), displayOptions: { show: { simplify: [false] } } }]
		: [];

/** A Get. */
export const getsOne = (record: Readable): Made => ({
	effect: 'read',
	scopes: scopeOf(record, 'read-only'),
	output: object(record.properties),
	fields: [...locators(record), ...(record.simple ? [simplify] : []), ...includes(record)],
	async execute(run, client) {
		const collection = await collectionOf(run, client, record);
		const id = await idOf(run, client, record);
		const { simple } = record;
		if (simple && run.flag('simplify', true)) {
			return simplified(await collection.get(id, leanQuery(record)), simple);
		}
		return await collection.get(id, record.includes && includedBy(run.list('include')));
	},
});
