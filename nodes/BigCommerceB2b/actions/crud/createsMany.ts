import compact from 'lodash/compact';
import pick from 'lodash/pick';
import { givesIf, isNamed } from '../../../shared/answer';
import { batchOf } from '../../../shared/batch';
import { createOnce } from '../../../shared/createOnce';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { isDoubtful, type Reply } from '../../../shared/send';
import type { WritableRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { MOST_IN_BULK, unread } from '../../../BigCommerce/edition/transport/companyBulk';
import { isGood, list, rowsIn } from '../../../BigCommerce/edition/transport/envelope';
import { INFERRED } from '../../../BigCommerce/edition/transport/inferred';
import { create, creates, lookFor, numberIn, recordValues } from './creates';
import { readOne, type Made } from './picked';

/** A record of which several are made in one call. */
type InBulk = WritableRecord & Required<Pick<WritableRecord, 'bulk'>>;

const isOf = (row: Entered, shown: Given, fields: readonly string[]): boolean =>
	fields.every((name) => row[name] === undefined || isNamed(shown, name, String(row[name])));

/** Each row's own of what was made: by its key, and else by its place, where all of it is known. */
function inOrder(
	rows: readonly Entered[],
	made: readonly Given[],
	{ key }: InBulk['bulk'],
): Array<Given | undefined> {
	const left = [...made];
	const take = (at: number) => (at < 0 ? undefined : left.splice(at, 1)[0]);
	const own = rows.map((row) => take(left.findIndex((shown) => isOf(row, shown, key))));
	return own.map((shown) => shown ?? (made.length === rows.length ? left.shift() : undefined));
}

/**
 * Makes several in one call (BigCommerce reference 13.1). What was not answered is looked for, as far as something tells it from others, and never sent again (design page:
 * "Never repeat blindly").
 *
 * @returns for each row what was made, or the error where nobody knows; undefined when the call was refused and made nothing, so that each is sent alone
 * @throws NodeApiError for a refusal that is about none of them
 */
async function createSeveral(
	run: ItemRun,
	client: B2bClient,
	record: InBulk,
	rows: readonly Entered[],
): Promise<Array<Given | Error> | undefined> {
	const { path, words, bulk, same, idField = 'id', madeAs = idField } = record;
	// What several may have tells none of them, unless each was looked for before.
	const isFindable = same !== undefined && !same.isShared;
	const name = `${rows.length} ${words}`;
	const request = {
		method: 'POST',
		path: `${path}/bulk`,
		body: rows.map((row) => ({ ...row })),
		subject: `${rows.length} new ${words}`,
		gives: givesIf((reply) => {
			const made = rowsIn(reply.body, {});
			return (
				isGood(reply.body) &&
				list(reply) === undefined &&
				made.length === rows.length &&
				made.every((row) => isNamed(row, madeAs))
			);
		}),
		done: `${name} were created`,
	} as const;
	const result = await createOnce<Array<Given | Error>>(run.functions, {
		send: async () => await client.tryRequest(request),
		made: async (answer) => await made(answer),
		async lookUp() {
			const found = compact(await look());
			return found.length === rows.length ? found : undefined;
		},
		isFinal: () => !isFindable,
	});
	if ('made' in result) return result.made;
	const { refused } = result;
	const isInDoubt = isDoubtful(refused);
	const next = isInDoubt ? `Look whether the ${name} are there before you run this again.` : undefined;
	const error = client.refusal(refused, request, next);
	if (isInDoubt) return (await look()).map((row) => row ?? error);
	if (INFERRED.refusedRows.includes(refused.status)) return undefined;
	throw error;

	/** What cannot be read is made all the same: the others are told. */
	async function made(answer: Reply): Promise<Array<Given | Error>> {
		const told = rowsIn(answer.body, {}).filter(isRecord);
		if (bulk.isShown) return compact(inOrder(rows, told, bulk));
		const read = await Promise.all(
			told.map(async (row) => {
				const id = numberIn(row, madeAs);
				return (await readOne(run, client, record, id).catch(unread)) ?? id;
			}),
		);
		const lost = read.filter((each) => typeof each === 'number');
		const known = read.filter((each) => typeof each !== 'number');
		const error = client.failure(
			{ ...answer, body: undefined },
			{
				what: `B2B Edition made ${words} that could not be read`,
				next: `Look at those with these IDs before you run this again, they are all made: ${lost.join(', ')}.`,
			},
		);
		return inOrder(rows, known, bulk).map((shown) => shown ?? error);
	}

	async function look(): Promise<Array<Given | undefined>> {
		return await Promise.all(
			rows.map(async (row) => (isFindable ? await lookFor(run, client, record, row) : undefined)),
		);
	}
}

/** A Create Many. */
export function createsMany(record: InBulk): Made {
	const { key } = record.bulk;
	const alone = async (run: ItemRun, client: B2bClient) =>
		await create(run, client, record, recordValues(run, record));
	return {
		...creates(record),
		execute: alone,
		batch: batchOf<B2bClient, Entered>({
			most: MOST_IN_BULK,
			read: async (run) => await Promise.resolve(recordValues(run, record)),
			about: (row) => JSON.stringify(pick(row, key)).toLowerCase(),
			send: async (rows, client, [first]) => await createSeveral(first, client, record, rows),
			alone,
		}),
	};
}
