import compact from 'lodash/compact';
import isEqual from 'lodash/isEqual';
import omit from 'lodash/omit';
import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { tellLeft } from '../../../shared/record/tellLeft';
import { lasting, newFields } from '../../../shared/record/written';
import { flag, object } from '../../../shared/shape';
import { askedByKey, type Keyed } from '../../../BigCommerce/edition/records/b2bRecord';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { create, numberIn, recordValues, rowsLike } from './creates';
import { parentLocators, readOne, scopes, targetOf, type Made } from './picked';

/** What has the key where the record would be made. @throws NodeOperationError when it is something else, or more than one */
function own(run: ItemRun, record: Keyed, values: Entered, rows: readonly Given[]): Given | undefined {
	const { one, words, of, same } = record;
	const { field, id, isShared, only } = same;
	const isHome = (row: Given) => !of || numberIn(row, of.field) === values[of.field];
	const [found, other] = isShared ? rows.filter(isHome) : rows;
	if (!found) return undefined;
	if (other) {
		throw run.refuse({
			what: `Several ${words} have this ${field}`,
			next: `Choose the ${one} that you mean by its ID with Update.`,
		});
	}
	if (of && !isHome(found)) {
		throw run.refuse({
			what: `There is a ${one} with this ${field} already, in ${of.record.one} ${numberIn(found, of.field)}`,
			next: `Choose that ${of.record.one}, or delete the ${one} there first: B2B Edition moves none.`,
		});
	}
	if (only && !isNamed(found, only.field, only.is)) {
		throw run.refuse({
			what: `The person with this ${field} is in ${one} ${numberIn(found, id)} already, and no ${only.called} of it`,
			next: `Enter the address of an ${only.called}, or choose the ${one} by its ID with Update.`,
		});
	}
	return found;
}

/**
 * Creates one, or changes the one that has its key, and reads it as it stands (BigCommerce reference 13.2, 13.4). What it belongs to cannot be changed (user.yaml, "Update User Details").
 *
 * @throws NodeOperationError when one with the key belongs elsewhere; NodeApiError when it is refused, or nobody knows how it ended
 */
async function upsert(run: ItemRun, client: B2bClient, record: Keyed) {
	const { of, same } = record;
	const values = recordValues(run, record);
	const rows = await rowsLike(client, record, values);
	const found = own(run, record, values, rows);
	if (!found) return { created: true, ...(await create(run, client, record, values, { known: rows })) };
	tellLeft(run.functions, record, values);
	const id = numberIn(found, same.id);
	// Values of extra fields can be filled in and not taken away; a change of a company takes no empty list (company.yaml, "Update a Company").
	const unsaid = isEqual(values.extraFields, []) ? 'extraFields' : undefined;
	const body = omit(lasting({ ...values }, record), compact([of?.field, same.field, unsaid]));
	await client.write({ ...targetOf(run, record, id), method: 'PUT', body }, id);
	return { created: false, ...(await readOne(run, client, record, id)) };
}

/** A Create or Update, by what one is found again. */
export function upserts(record: Keyed): Made {
	const asked = askedByKey(record);
	return {
		effect: 'change',
		scopes,
		output: object({ created: flag, ...record.properties }),
		fields: [
			...parentLocators(record),
			...(record.of ? [locatorOf(record.of.record.locator)] : []),
			...newFields(asked),
		],
		execute: async (run, client) => await upsert(run, client, asked),
	};
}
