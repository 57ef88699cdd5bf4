import upperFirst from 'lodash/upperFirst';
import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../shared/record/given';
import { formatLinkKey, type LinkKey } from '../../shared/linkKey';
import type { RoundRecord } from '../../shared/decision/roundRecord';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { shownObject } from '../records/shownObject';
import { detailsOf, linkItem } from '../rounds/linkItem';
import type { AskedBy } from '../ways';
import type { Happening, Standing } from '../ways/way';

const DAY_MS = 24 * 60 * 60_000;

/** What goes on until somebody acts is told once a day, everything else once. */
const DAILY: ReadonlySet<string> = new Set(['overdue', 'stuck']);

/**
 * What was not told yet.
 *
 * @param said when each was told last
 * @param now in ms since 1970
 */
export const unsaid = (
	happened: readonly Happening[],
	said: Readonly<Record<string, string>> = {},
	now: number,
): Happening[] =>
	happened.filter(({ id, event }, at) => {
		const last = said[id];
		const isDue = last === undefined || (DAILY.has(event) && now >= Date.parse(last) + DAY_MS);
		return isDue && happened.findIndex((other) => other.id === id) === at;
	});

/** That nobody has decided in time; another text each day, so that a note behind it is written each day. @param now in ms since 1970 */
export function overdue({ deadline }: Pick<RoundRecord, 'deadline'>, now: number): Happening[] {
	if (deadline === undefined || now < Date.parse(deadline)) return [];
	const days = Math.floor((now - Date.parse(deadline)) / DAY_MS);
	const since =
		days < 1 ? 'the deadline has passed' : `${days} ${days === 1 ? 'day' : 'days'} past the deadline`;
	return [{ id: 'overdue', event: 'overdue', text: `Nobody has decided yet, ${since}` }];
}

const ASKED_IN: Readonly<Record<AskedBy, { service: string; what: string }>> = {
	case: { service: 'OpenText Workflow Service', what: 'case' },
	signature: { service: 'OpenText Core Signature', what: 'document' },
};

/**
 * That a record says it was decided, and the service does not: anybody who may write metafields can have written it, so that it is not told as a decision. Where the service removed
 * what it once knew, a person has to look.
 *
 * @param found undefined when the service does not know the question, or not any more
 */
export function unproven(askedBy: AskedBy, found: Standing | undefined): Happening {
	const { service, what } = ASKED_IN[askedBy];
	const text = found
		? `Its record says that it was decided, but its ${what} in ${service} is not finished; the decision is told once it is`
		: `Its record says that it was decided, but ${service} does not know its ${what}, or not any more, so that nobody can prove what people decided. Find out what they decided, then finish it by its link key, or withdraw it and ask again`;
	return { id: 'unproven', event: 'stuck', text };
}

/** A service may show late what was just put to people. */
const SHOWN_LATE_MS = 60 * 60_000;

/** That a question is open of which its service knows nothing, or not any more: nobody can answer it, and no event would ever tell. @param now in ms since 1970 */
export function unknown({ question, claimedAt }: RoundRecord, now: number): Happening[] {
	if (now < Date.parse(claimedAt) + SHOWN_LATE_MS) return [];
	const { service, what } = ASKED_IN[question.askedBy];
	const text = `${service} does not know its ${what}, or not any more, so that nobody can decide there. Find out whether people have decided, then withdraw it and ask again`;
	return [{ id: 'unknown', event: 'stuck', text }];
}

/** An item of the Progress output (decisions page, section 3). */
export const progressItem = (
	round: StoredRound,
	{ event, step, text }: Happening,
	object: Given | null,
): IDataObject => ({
	event,
	step: step ?? null,
	// A record of the first format kept no name.
	text: `${round.record.question.name || round.key.purpose}: ${text}.`,
	link: linkItem(round),
	details: detailsOf(round),
	[round.key.objectType]: shownObject(round.key.objectType, object),
});

/** The same for an object that is gone, of which only the link key is known. @param text where something else is gone */
export const goneItem = (key: LinkKey, text?: string): IDataObject => ({
	event: 'objectGone',
	step: null,
	text:
		text === undefined
			? `${upperFirst(key.objectType)} ${key.objectId} is gone, nobody is asked about it any more (${key.purpose}, round ${key.round}).`
			: `${key.purpose}: ${text}.`,
	link: linkItem({ key, record: { key: formatLinkKey(key), state: 'closed', verdict: 'withdrawn' } }),
	details: {},
	[key.objectType]: null,
});
