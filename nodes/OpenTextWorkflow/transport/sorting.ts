import { NodeApiError } from 'n8n-workflow';
import { INFERRED } from './inferred';

/**
 * Reads a list of the history in an order. Its sort names are inferred: when one is refused, the list comes unsorted (reference 7.4.5).
 *
 * @param by name to sort by
 * @param read reads the list with what is added to its query
 */
export async function sortedIfKnown<Rows>(
	by: string,
	direction: string,
	read: (extra: Record<string, string>) => Promise<Rows>,
): Promise<Rows> {
	const { sort, order } = INFERRED.historyPaging;
	return await read({ [sort]: by, [order]: direction }).catch(async (error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === '400') return await read({});
		return await Promise.reject(error);
	});
}
