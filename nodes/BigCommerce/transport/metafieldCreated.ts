import type { IDataObject } from 'n8n-workflow';
import { givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';

/** The metafield of an answer to a creation: alone, or the one of an array (reference 5.1, 5.3). */
export function createdIn(body: unknown): IDataObject | undefined {
	const data = isRecord(body) ? body.data : undefined;
	const [only]: unknown[] = Array.isArray(data) ? data : [data];
	return isRecord(only) ? only : undefined;
}

/** What a creation answers. */
export const givesCreated: Gives = givesIf(({ body }) => isNamed(createdIn(body), 'id'));
