import { givesIf, isNamed } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { goodReply, isDoubtful } from '../../shared/send';
import type { PlainBody } from '../../shared/serviceRequest';
import { hasErrors } from './dialect';
import { mayCreateAgain } from './metafields';
import type { OwnerType } from './owners';
import { isAboutRows } from './refusedRows';
import type { StoreClient, StoreRequest } from './StoreClient';

/** One call for several metafields of one kind of record. */
export interface MetafieldBatch {
	method: 'DELETE' | 'POST' | 'PUT';
	body: PlainBody & unknown[];
	/** What will be true: created, changed, removed. */
	done: string;
	/** Whether an answer's row is what the row at this place became. */
	isOf(row: unknown, at: number): boolean;
	/** What is in doubt is looked for one by one, so that no error need tell of it: the store takes no second one of the same name (BigCommerce reference 5.2). */
	isLookedFor?: boolean;
}

/** How it ended. */
export interface BatchEnding {
	/** What each row became, in their order; undefined for one that was refused. */
	rows: unknown[];
	/** An earlier try may have been carried out: what is refused now can be our own work. */
	repeatedAfterDoubt: boolean;
}

const rowsIn = (body: unknown): unknown[] => (isRecord(body) && Array.isArray(body.data) ? body.data : []);

/**
 * Sends it. Those that succeeded stand under `data`: with 200 all of them, with 422 some (BigCommerce reference 5.3).
 *
 * @throws NodeApiError for every refusal that is not about the rows, and when nobody knows how it ended
 */
export async function sendBatch(
	client: StoreClient,
	type: OwnerType,
	{ method, body, done, isOf, isLookedFor }: MetafieldBatch,
): Promise<BatchEnding> {
	const became = (answer: unknown) => body.map((_row, at) => rowsIn(answer).find((row) => isOf(row, at)));
	const name = `${body.length} metafields of several objects of type ${type.name.toLowerCase()}`;
	const request: StoreRequest = {
		method,
		path: `/v3${type.path}/metafields`,
		body,
		subject: { name, scope: type.scope },
		gives: givesIf(
			(reply) =>
				isRecord(reply.body) &&
				!hasErrors(reply.body) &&
				became(reply.body).every((row) => row !== undefined),
		),
		done: `${name} were ${done}`,
	};
	const outcome = await client.tryRequest(request);
	const { last, repeatedAfterDoubt } = outcome;
	if (isLookedFor && isDoubtful(last) && mayCreateAgain(outcome)) {
		return { rows: body.map(() => undefined), repeatedAfterDoubt };
	}
	const answer = goodReply(last) ?? (isAboutRows(last) ? last : undefined);
	if (!answer) throw client.refusal(last, request);
	return { rows: became(answer.body), repeatedAfterDoubt };
}

/** A metafield with this id. */
export const hasId = (row: unknown, id: number): boolean => isNamed(row, 'id', id);
