import type { Given } from '../../../../shared/record/given';
import type { B2bClient } from '../../transport/B2bClient';
import type { B2bRecord } from '../b2bRecord';

/** What reading one record needs to know of it. */
export type Readable = Pick<B2bRecord, 'idField' | 'namedBy' | 'one' | 'path' | 'query'>;

/** One record that hangs on no other, with its id. @param made when it was made, where that is known @throws NodeApiError when it does not exist */
export async function readRecord(
	client: B2bClient,
	{ path, one, query, namedBy, idField = 'id' }: Readable,
	id: string,
	made?: Date,
): Promise<Given> {
	const target = { path: `${path}/${id}`, subject: `${one} ${id}`, query: query?.(made) };
	if (!namedBy) return await client.get({ ...target, idField }, Number(id));
	return { [idField]: Number(id), ...(await client.get({ ...target, idField: namedBy })) };
}
