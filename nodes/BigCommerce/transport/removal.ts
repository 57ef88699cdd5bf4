import { unlessRowsRefused } from './refusedRows';
import type { StoreClient, StoreRequest } from './StoreClient';

/**
 * Removes several in one call that its filters name.
 *
 * @returns false when the store refused some of it: the others may be gone (BigCommerce reference 10.3)
 * @throws NodeApiError for every other refusal, and when nobody knows how it ended
 */
export async function removeNamed(
	client: StoreClient,
	named: Omit<StoreRequest, 'method'>,
): Promise<boolean> {
	const request: StoreRequest = { ...named, method: 'DELETE' };
	const { last } = await client.tryRequest(request);
	return unlessRowsRefused(client, request, last, true) !== undefined;
}
