import type { Given } from '../../shared/record/given';
import { goodReply, type Outcome } from '../../shared/send';
import { isWhole, recordOf } from './dialect';
import { createdIn } from './metafieldCreated';
import type { PlainRequest, StoreClient, StoreRequest } from './StoreClient';
import { explain } from './storeErrors';

/** How a change of a metafield ended; `foreign`: it was refused, as one is that another API account made (BigCommerce reference 5.3). */
export type ChangeResult = { changed: Given } | { foreign: Error };

const REFUSED = 403;

/** The error for a refusal. With 403 the store means a missing scope, or that another account made the metafield (reference 2.5, 5.3): nothing tells which. */
export function refusedChange(client: StoreClient, last: Outcome['last'], request: StoreRequest): Error {
	if (last.status !== REFUSED) return client.refusal(last, request);
	const { next } = explain(last, request.subject, request.method);
	const whose = `If it has that scope, another API account made the metafield: only that one may ${request.method === 'DELETE' ? 'remove it' : 'change it, unless its Permission Set shares it for writing'}.`;
	return client.refusal(last, request, `${next} ${whose}`);
}

/** @throws NodeApiError for every refusal but that of a metafield of another account, and when nobody knows how it ended */
export async function tryChange(client: StoreClient, plain: PlainRequest, id: number): Promise<ChangeResult> {
	const request: StoreRequest = { ...plain, gives: recordOf(plain.path, id) };
	const { last } = await client.tryRequest(request);
	const good = goodReply(last);
	if (good) return { changed: createdIn(good.body) ?? {} };
	const error = refusedChange(client, last, request);
	if (last.status === REFUSED) return { foreign: error };
	throw error;
}

/** The whole of one of which a change may have shown a part. */
export const wholeOf = async (
	metafields: { get(id: number): Promise<Given> },
	id: number,
	shown: Given,
): Promise<Given> => (isWhole(shown) ? shown : await metafields.get(id));
