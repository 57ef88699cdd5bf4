import { goodReply } from '../../../shared/send';
import { flag, object, whole } from '../../../shared/shape';
import type { B2bRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import { done } from '../../../BigCommerce/edition/transport/envelope';
import { idOf, locators, readOne, scopes, targetOf, type Made } from './picked';

/** A Delete of one, which is looked for first. */
export const removes = (record: B2bRecord): Made => ({
	effect: 'change',
	scopes,
	output: object({ id: whole, deleted: flag }),
	fields: locators(record),
	async execute(run, client) {
		const id = idOf(run, record);
		const target = targetOf(run, record, id);
		await readOne(run, client, record, id);
		const request = { ...target, method: 'DELETE', gives: done } as const;
		const { last, repeatedAfterDoubt, write } = await client.tryRequest(request);
		// Not there any more: an earlier try did it.
		if (last.status === 404 && repeatedAfterDoubt) write?.settle(true);
		else if (!goodReply(last)) throw client.refusal(last, request);
		return { id, deleted: true };
	},
});
