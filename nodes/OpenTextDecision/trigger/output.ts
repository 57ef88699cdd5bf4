import { flag, list, object, orNull, text, whole } from '../../shared/shape';
import { LINK } from '../rounds/linkItem';

/** An item of the Decided output, as the editor shows it before there is one: about an order, with what only one of the two ways of asking tells (decisions page, section 3). */
export const output = object({
	link: LINK,
	outcome: text,
	reason: orNull(text),
	decidedBy: orNull(text),
	decidedAt: orNull(text),
	people: list(object({ who: text, step: text, at: orNull(text) })),
	deciders: whole,
	requesterDecided: flag,
	details: object(),
	variables: object(),
	document: object(),
	answers: object(),
	answerRows: list(object()),
	unchanged: flag,
	changed: list(text),
	heldBy: list(text),
	clear: flag,
	again: whole,
	order: object(),
});
