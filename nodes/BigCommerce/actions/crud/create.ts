import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, homeOf, stayingId } from './picked';
import { equalTo } from './same';
import { stoodBefore } from './standing';

/** Creates one; whose ending is not known is looked for, as far as something tells it from others, and from one that stood before where it says when it was made. */
export async function create(
	run: ItemRun,
	client: StoreClient,
	record: StoreRecord,
	values: Entered,
): Promise<Given> {
	const { same, home, sent } = record;
	const listed = await collectionOf(run, client, record);
	const place = home ? homeOf(client, record, home, await stayingId(run, client, home.record)) : listed;
	const body = sent ? sent(values) : values;
	if (!same) return await place.create(run.functions, body);
	const { fields, filter } = same;
	const isOurs = equalTo(same, values);
	const sentAt = Date.now();
	return await place.create(run.functions, body, async (inDoubt) => {
		const query = filter ? { [filter]: values[fields[0]] } : {};
		const equal = (await listed.find(query)).filter(isOurs);
		if (!inDoubt) return equal.length > 1 ? undefined : equal.at(0);
		const [only, ...others] = equal.filter((row) => !stoodBefore(row, sentAt));
		return others.length ? undefined : only;
	});
}
