import { simplify } from '../../../shared/fields';
import { object } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import type { B2bRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import { idOf, locators, readOne, scopes, type Made } from './picked';

/** A Get. */
export const getsOne = (record: B2bRecord): Made => ({
	effect: 'read',
	scopes,
	output: object(record.properties),
	fields: [...locators(record), ...(record.simple ? [simplify] : [])],
	async execute(run, client) {
		const id = idOf(run, record);
		const found = await readOne(run, client, record, id);
		return record.simple && run.flag('simplify', true) ? simplified(found, record.simple) : found;
	},
});
