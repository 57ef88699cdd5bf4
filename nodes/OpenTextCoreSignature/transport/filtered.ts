import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import type { ListRequest, SignatureClient } from './SignatureClient';

/** What a record says about a filter: `document__signrequest__who` is `who` of the `signrequest` of its `document`. Undefined when it says nothing. */
const toldOf = (record: IDataObject, filter: string): unknown =>
	filter
		.split('__')
		.reduce<unknown>((told, name) => (isRecord(told) ? Reflect.get(told, name) : undefined), record);

const same = (told: unknown, asked: unknown): boolean =>
	String(told).toLowerCase() === String(asked).toLowerCase();

/** A filter that the service does not know under this name would be ignored (reference 9, point 7), so a record that says something else is left out here. */
const passes = (record: IDataObject, filters: IDataObject): boolean =>
	Object.entries(filters).every(([name, asked]) => {
		const told = toldOf(record, name);
		return told === undefined || same(told, asked);
	});

/**
 * Records of a list in the service's own words and order.
 *
 * @param request the list; its query holds the filters by the names of their query parameters
 * @param limit how many at most; Infinity for all
 * @throws NodeApiError when the service does not answer
 */
export async function rowsPassing(
	client: SignatureClient,
	request: ListRequest,
	limit: number,
): Promise<IDataObject[]> {
	const { query: filters = {} } = request;
	const isFiltered = Object.keys(filters).length > 0;
	const found: IDataObject[] = [];
	for await (const rows of client.pages(request, isFiltered ? Number.POSITIVE_INFINITY : limit)) {
		found.push(...rows.filter((record) => passes(record, filters)));
		if (found.length >= limit) break;
	}
	return found.slice(0, limit);
}
