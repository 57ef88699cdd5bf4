import omit from 'lodash/omit';
import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { lasting, newFields } from '../../../shared/record/written';
import { flag, object } from '../../../shared/shape';
import type { WritableRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { create, numberIn, recordValues } from './creates';
import { parentLocators, readOne, scopes, targetOf, type Made } from './picked';

/** A record that belongs to another one for good and is unique by what it is found again. */
type Keyed = WritableRecord & Required<Pick<WritableRecord, 'of' | 'same'>>;

/**
 * Creates one, or changes the one that has its key, and reads it as it stands (BigCommerce reference 13.4). What it belongs to cannot be changed (user.yaml, "Update User Details").
 *
 * @throws NodeOperationError when one with the key belongs elsewhere; NodeApiError when it is refused, or nobody knows how it ended
 */
async function upsert(run: ItemRun, client: B2bClient, record: Keyed) {
	const { one, words, of, same } = record;
	const values = recordValues(run, record);
	const wanted = String(values[same.field]);
	const rows = await client.list({
		...same.list,
		query: same.query(wanted),
		subject: `the list of ${words}`,
	});
	const found = rows.find((row) => isNamed(row, same.shown, wanted));
	if (!found) return { created: true, ...(await create(run, client, record, values)) };
	const home = numberIn(found, of.field);
	if (home !== values[of.field]) {
		throw run.refuse({
			what: `There is a ${one} with this ${same.field} already, in ${of.record.one} ${home}`,
			next: `Choose that ${of.record.one}, or delete the ${one} there first: B2B Edition moves none.`,
		});
	}
	const id = numberIn(found, same.id);
	const body = omit(lasting({ ...values }, record), of.field, same.field);
	await client.write({ ...targetOf(run, record, id), method: 'PUT', body }, id);
	return { created: false, ...(await readOne(run, client, record, id)) };
}

/** A Create or Update, by what one is found again. */
export const upserts = (record: Keyed): Made => ({
	effect: 'change',
	scopes,
	output: object({ created: flag, ...record.properties }),
	fields: [...parentLocators(record), locatorOf(record.of.record.locator), ...newFields(record)],
	execute: async (run, client) => await upsert(run, client, record),
});
