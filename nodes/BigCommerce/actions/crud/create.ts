import { isNamed } from '../../../shared/answer';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { asSent } from './asSent';
import { collectionOf, homeOf, idIn, stayingId } from './picked';
import { equalTo } from './same';
import { stoodBefore } from './standing';

/**
 * Creates one; whose ending is not known is looked for, as far as something tells it from others, and from one that stood before: by when it was made, or by what it holds where it does not say that.
 *
 * @param before what stood before and may equal it, where it was read already
 */
export async function create(
	run: ItemRun,
	client: StoreClient,
	record: StoreRecord,
	values: Entered,
	before?: readonly Given[],
): Promise<Given> {
	const { same, home, sent, idField = 'id' } = record;
	const listed = await collectionOf(run, client, record);
	const place = home ? homeOf(client, record, home, await stayingId(run, client, home.record)) : listed;
	const body = sent ? sent(values) : values;
	if (!same) return await place.create(run.functions, body);
	const { fields, filter } = same;
	const isOurs = equalTo(same, values);
	const sentAt = Date.now();
	const isNew = before
		? (row: Given) => !before.some((other) => isNamed(other, idField, idIn(row, idField)))
		: asSent(same, values);
	return await place.create(run.functions, body, async (inDoubt) => {
		const query = filter ? { [filter]: values[fields[0]] } : {};
		const equal = (await listed.find(query)).filter(isOurs);
		if (!inDoubt) return equal.length > 1 ? undefined : equal.at(0);
		const [only, ...others] = equal.filter((row) => isNew(row) && !stoodBefore(row, sentAt));
		return others.length ? undefined : only;
	});
}
