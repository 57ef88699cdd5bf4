import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Given } from '../../shared/record/given';
import type { Outcome, Reply } from '../../shared/send';
import { removed } from './dialect';
import type { EventRight } from './eventScopes';
import type { ScopeName } from './scopes';

/** Where the records are, and what they are called. */
export interface Place {
	path: string;
	scope?: ScopeName;
	/** What an API account needs for a row, where that depends on what the row says. */
	rightFor?(row: Given): EventRight | undefined;
	/** One of them: customer. */
	one: string;
	/** Several of them: customers. */
	words: string;
	/** There is no call for one of them (BigCommerce reference 6.1). */
	inArrays?: boolean;
	/** The list cannot be asked for ids, so that one is looked for among all of them (reference 6.3). */
	hasNoIdFilter?: boolean;
	/** By what one names itself; left out: `id`. */
	idField?: string;
	/** By which filter the list finds them by their ids; left out: `id:in`. */
	byIds?: string;
	/** The list comes whole, and takes neither page nor limit. */
	isUnpaged?: boolean;
	/** A new one is a row without an id in a PUT (reference 7.4). */
	isMadeByPut?: boolean;
	/** A write answers nothing of the record: it is read again (reference 7.4, 8.3). */
	isSilent?: boolean;
	/** Lists of which a change adds the rows that have no id: such a change is never sent again in doubt. */
	addsTo?: readonly string[];
	/** Guides show one of them without the envelope (reference 12.1). */
	mayBeBare?: boolean;
	/** A removal answers what is gone (reference 12.1). */
	showsRemoved?: boolean;
	/** One of them as people may see it; left out: as it came. */
	told?(row: Given): IDataObject;
	/** They show when they were changed, so that an answer to a change is known not to be all of one (inferred). */
	isDated?: boolean;
	/** One that would equal another is passed over without an error: the answer lacks it (reference 6.2). */
	omitsEqual?: boolean;
	/** Whatever else is changed, they are only read. */
	onlyRead?: boolean;
	/** What they hang on, for texts: `product 111`. */
	of?: string;
}

/** What an answer holds, one record or several; V2 has no envelope (reference 2.1). */
export function rowsOf({ path, mayBeBare }: Place, body: unknown): Given[] {
	const bare = mayBeBare && isRecord(body) && !('data' in body) ? body : undefined;
	const inside = isRecord(body) ? (bare ?? body.data) : undefined;
	const data = path.startsWith('/v2/') ? body : inside;
	return isRecord(data) ? [data] : areRows(data) ? data.filter(isRecord) : [];
}

/** A good answer that holds nothing: all that was sent was passed over (reference 6.2). */
export const isEmptyList = (body: unknown): boolean =>
	isRecord(body) && Array.isArray(body.data) && body.data.length === 0;

/** Saved, but a part of it failed, and the answer tells which (reference 2.5, 6.5, 7.1). */
export const PARTLY = 207;

/** What was sent comes back, each with its id. */
export const givesRows = (place: Place, ids: ReadonlyArray<number | undefined>): Gives =>
	givesIf(({ status, body }) => {
		const { idField = 'id', omitsEqual } = place;
		const rows = rowsOf(place, body);
		if (status === PARTLY && isRecord(body)) return true;
		if (omitsEqual && (rows.length || isEmptyList(body))) {
			return rows.every((row) => ids.some((id) => isNamed(row, idField, id)));
		}
		return ids.every((id) => rows.some((row) => isNamed(row, idField, id)));
	});

/** What a write answers that says no more than that it is done (reference 8.3). */
const NOTES = ['transaction_id', 'meta', 'total'] as const;

/** A number of the change, or how many records it was carried out for, is all that comes back. */
export const givesNote: Gives = givesIf(({ body }) => isRecord(body) && NOTES.some((name) => name in body));

/** One record, or no more than that it is done. */
export const givesRowOrNote =
	(place: Place): Gives =>
	(reply) =>
		givesNote(reply) && givesRows(place, [undefined])(reply);

/** Each of several new ones, some where the store passes over what would equal another, or no more than that it is done. */
export const givesNewRows =
	(place: Place, count: number): Gives =>
	(reply) => {
		const { idField = 'id', isSilent, omitsEqual } = place;
		const given = givesIf(({ status, body }) => {
			if (status === PARTLY && isRecord(body)) return true;
			const rows = rowsOf(place, body);
			const isWhole = omitsEqual ? rows.length <= count : rows.length === count;
			return isWhole && (rows.length > 0 || isEmptyList(body)) && rows.every((row) => isNamed(row, idField));
		});
		return (isSilent ? givesNote(reply) : 'nothing') && given(reply);
	};

/** The record that is gone, or nothing. */
export const givesRemoved =
	(place: Place, id: number): Gives =>
	(reply) =>
		removed(reply) && givesRows(place, [id])(reply);

/** Whether all of it was carried out. */
export const isDone = (last: Outcome['last']): last is Reply =>
	'headers' in last && last.status < 300 && last.status !== PARTLY;
