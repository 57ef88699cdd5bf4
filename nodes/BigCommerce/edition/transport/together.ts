import { goodReply } from '../../../shared/send';
import type { Sent } from '../../../shared/serviceRequest';
import type { B2bClient, B2bTarget } from './B2bClient';
import { INFERRED } from './inferred';

/**
 * Changes several in one call that may be sent again.
 *
 * @returns whether they are changed; false where each is to be sent alone: the call was refused for some of them, or was answered with what says nothing. The same values may then be
 * sent twice, also where some of them were taken
 * @throws NodeApiError for a refusal that is about none of them, or when no answer came
 */
export async function changeTogether(client: B2bClient, request: B2bTarget & Sent): Promise<boolean> {
	const { last } = await client.tryRequest(request);
	if (goodReply(last)) return true;
	const isUnclear = 'instead' in last && last.instead !== undefined;
	if (isUnclear || INFERRED.refusedRows.includes(last.status)) return false;
	throw client.refusal(last, request);
}
