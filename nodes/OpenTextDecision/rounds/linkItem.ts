import type { RoundRecord } from '../../shared/decision/roundRecord';
import type { LinkKey } from '../../shared/linkKey';
import { flag, list, object, orNull, text, whole } from '../../shared/shape';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';

export const LINK = object({
	key: text,
	storeHash: text,
	objectType: text,
	objectId: text,
	part: orNull(text),
	purpose: text,
	round: whole,
	version: orNull(text),
	state: text,
	verdict: orNull(text),
});

/** What Ask adds to its item. */
export const ASKED = object({
	link: LINK,
	address: orNull(text),
	signingLink: text,
	missingFiles: list(text),
	reason: text,
});

/** What Finish adds to its item. */
export const FINISHED = object({
	link: LINK,
	heldBy: list(text),
	changed: list(text),
	movedTo: text,
	waitsFor: text,
	again: flag,
});

/** What Withdraw adds to its item. */
export const WITHDRAWN = object({ link: LINK, withdrawn: flag, reason: text });

/** What Note adds to its item. */
export const NOTED = object({ link: LINK, noted: flag, reason: text });

/** What Tell Again adds to its item. */
export const TOLD_AGAIN = object({ link: LINK, toldAgain: flag, reason: text });

/** What is told of a round wherever it is named. */
export interface Linked {
	key: LinkKey;
	record: Pick<RoundRecord, 'key' | 'state' | 'verdict' | 'version'>;
}

/** The round of a question, in the words of the nodes (decisions page, section 3). */
export const linkItem = ({ key, record }: Linked) => ({
	key: record.key,
	storeHash: key.storeHash,
	objectType: key.objectType,
	objectId: key.objectId,
	part: key.part ?? null,
	purpose: key.purpose,
	round: key.round,
	version: record.version ?? null,
	state: record.state,
	verdict: record.verdict ?? null,
});

/** What people were asked with, by its names. */
export const detailsOf = ({ record }: StoredRound) =>
	Object.fromEntries(record.question.details.map(({ name, value }) => [name, value]));
