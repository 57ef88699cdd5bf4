import { NodeApiError } from 'n8n-workflow';
import { isNamed } from '../../../shared/answer';
import { createOnce } from '../../../shared/createOnce';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { newFields, newValues } from '../../../shared/record/written';
import { goodReply, isDoubtful, type Reply } from '../../../shared/send';
import { object, whole } from '../../../shared/shape';
import type { WritableRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { dataIn, record as named } from '../../../BigCommerce/edition/transport/envelope';
import { idOf, parentLocators, placeOf, readOne, scopes, type Made } from './picked';

export const numberIn = (row: unknown, field: string): number =>
	Number(fieldsIn({ [field]: whole }, isRecord(row) ? row : {})[field]);

/** It was removed since the list showed it. */
const orGone = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError && error.httpCode === '404' ? undefined : await Promise.reject(error);

/** The rows that have the key of one that is sent; none where it has no key. */
export async function rowsLike(
	client: B2bClient,
	{ same, words }: WritableRecord,
	values: Entered,
): Promise<Given[]> {
	if (!same || values[same.field] === undefined) return [];
	const { field, list, query, shown } = same;
	const rows = await client.list({ ...list, query: query(values), subject: `the list of ${words}` });
	return rows.filter((row) => isNamed(row, shown, String(values[field])));
}

/**
 * Looks for one that was sent, among all.
 *
 * @param before what had its key before it was sent
 * @returns undefined when nothing is known of it
 */
export async function lookFor(
	run: ItemRun,
	client: B2bClient,
	record: WritableRecord,
	values: Entered,
	before: readonly Given[] = [],
): Promise<Given | undefined> {
	const { same } = record;
	if (!same) return undefined;
	const { id, also } = same;
	const stood = new Set(before.map((row) => numberIn(row, id)));
	for (const row of await rowsLike(client, record, values)) {
		const own = numberIn(row, id);
		const found = stood.has(own) ? undefined : await readOne(run, client, record, own).catch(orGone);
		if (isNamed(found, also, String(values[also]))) return found;
	}
	return undefined;
}

/**
 * Creates one, and reads it as it stands: the answer holds no more than its id (BigCommerce reference 13.2). One whose creation was not answered is looked for, as far as
 * something tells it from others, and never sent again (design page: "Never repeat blindly").
 *
 * @param at where it is made, if that is not where it is read
 * @param known what has its key now, where that was looked for
 * @throws NodeApiError when it is refused, or nobody knows how it ended
 */
export async function create(
	run: ItemRun,
	client: B2bClient,
	record: WritableRecord,
	body: Entered,
	{ at, known }: { at?: string; known?: readonly Given[] } = {},
): Promise<Given> {
	const { one, same, idField = 'id', madeAs = idField } = record;
	const { path, of } = placeOf(run, record);
	const request = {
		method: 'POST',
		path: at ?? path,
		body,
		subject: `the new ${one}${of}`,
		gives: named(madeAs),
		done: `the ${one} was created`,
	} as const;
	const read = async ({ body: answer }: Reply) => {
		const id = numberIn(dataIn(answer), madeAs);
		return await readOne(run, client, record, id);
	};
	const refusal = (last: Parameters<typeof isDoubtful>[0]) =>
		client.refusal(
			last,
			request,
			isDoubtful(last) ? `Look whether the ${one} is there before you run this item again.` : undefined,
		);
	const send = async () => await client.tryRequest(request);
	if (!same || body[same.field] === undefined) {
		const { last } = await send();
		const good = goodReply(last);
		if (!good) throw refusal(last);
		return await read(good);
	}
	const before = same.isShared ? (known ?? (await rowsLike(client, record, body))) : [];
	const lookUp = async () => await lookFor(run, client, record, body, before);
	const result = await createOnce(run.functions, { send, made: read, lookUp });
	if ('made' in result) return result.made;
	throw refusal(result.refused);
}

/** All that the item says of a new one. @throws NodeOperationError that names the field, when one is missing or does not fit */
export function recordValues(run: ItemRun, record: WritableRecord): Entered {
	const { of, derived } = record;
	const values = { ...newValues(run, record), ...(of && { [of.field]: idOf(run, of.record) }) };
	return { ...values, ...derived?.(values) };
}

/** A Create. */
export const creates = (record: WritableRecord): Made => ({
	effect: 'once',
	scopes,
	output: object(record.properties),
	fields: [
		...parentLocators(record),
		...(record.of ? [locatorOf(record.of.record.locator)] : []),
		...newFields(record),
	],
	execute: async (run, client) => await create(run, client, record, recordValues(run, record)),
});
