import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { askedChange, changedValues } from '../../../shared/record/changed';
import { object } from '../../../shared/shape';
import type { B2bRecord, WritableRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { idOf, locators, readOne, scopes, targetOf, type Made } from './picked';

/** Changes one, and reads it as it stands: the answer may hold no more than its id (BigCommerce reference 13.2). */
export async function change(
	run: ItemRun,
	client: B2bClient,
	record: B2bRecord,
	body: Entered,
): Promise<Given> {
	const id = idOf(run, record);
	await client.write({ ...targetOf(run, record, id), method: 'PUT', body }, id);
	return await readOne(run, client, record, id);
}

/** An Update. */
export const changes = (record: WritableRecord): Made => ({
	effect: 'change',
	scopes,
	output: object(record.properties),
	fields: [...locators(record), ...askedChange(record)],
	execute: async (run, client) => await change(run, client, record, changedValues(run, record)),
});
