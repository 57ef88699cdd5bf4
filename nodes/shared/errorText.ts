import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import { readablePage } from './readablePage';
import type { Broken, Reply } from './send';

/** Both halves of what a user reads: what happened, and what to do next. */
export interface Advice {
	/** In the user's words, without the item number, which is put before it. */
	what: string;
	/** The next step. */
	next: string;
}

/** What a service said, as far as it may be shown. */
export interface VendorAnswer {
	/** HTTP status; 0 when the connection broke before an answer came. */
	status: number;
	/** The service's own words, if any. */
	message?: string;
}

/**
 * What happened to a request that no answer settled: the first half of an advice.
 *
 * @param service its name
 * @param name what the request was about: `order 7`
 */
export function unanswered(service: string, last: Reply | Broken, name: string): string {
	if ('neverSent' in last && last.instead) return `${service} answered with ${last.instead} for ${name}`;
	return last.status
		? `${service} could not answer for ${name} (status ${last.status})`
		: `The connection to ${service} broke at ${name}`;
}

/** For the statuses 414 and 431: what something is looked for by goes into the address (RFC 9110, section 15.5.15; RFC 6585, section 5). */
export const tooLong = (service: string, name: string): Advice => ({
	what: `What was asked of ${service} for ${name} is longer than it takes`,
	next: 'Shorten the texts by which it is looked for, filters above all.',
});

const SHOWN_LENGTH = 300;

/** So much is searched for what may not be shown: more than is shown, so that nothing is cut into something harmless. In characters. */
const SEARCHED_LENGTH = 2_000;

/** What may not reach an error text: bearer tokens, long opaque strings, e-mail addresses (design page, "How the code should read"). */
const HIDDEN: Array<[RegExp, string]> = [
	[/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [hidden]'],
	[/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
	[/\b[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\b/g, '[hidden]'],
	[/\b(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{28,}\b/g, '[hidden]'],
];

/**
 * Makes a service's text fit to be shown: what people read of it, no tokens, no e-mail addresses, at most 300 characters.
 *
 * @param text the raw text, which may be a web page
 */
export function redact(text: string): string {
	const read = readablePage(text).slice(0, SEARCHED_LENGTH);
	const shown = HIDDEN.reduce((rest, [pattern, by]) => rest.replace(pattern, by), read).trim();
	return shown.length > SHOWN_LENGTH ? `${shown.slice(0, SHOWN_LENGTH)}…` : shown;
}

/** A message is read at a glance; what somebody entered may be as long as a book. In characters. */
const MESSAGE_LENGTH = 500;

/** So much of its end stays: what is wrong with a value stands behind it as often as before it. */
const END_LENGTH = 150;

function numbered(what: string, itemIndex?: number): string {
	const shown =
		what.length > MESSAGE_LENGTH
			? `${what.slice(0, MESSAGE_LENGTH - END_LENGTH)}…${what.slice(-END_LENGTH)}`
			: what;
	return itemIndex === undefined ? shown : `Item ${itemIndex + 1}: ${shown}`;
}

/**
 * An error for input or state that the user can put right; nothing was sent or changed.
 *
 * @param node the node that speaks
 * @param advice what happened and the next step
 * @param itemIndex zero-based index of the item; left out where there is none
 */
export function operationError(node: INode, advice: Advice, itemIndex?: number): NodeOperationError {
	return new NodeOperationError(node, numbered(advice.what, itemIndex), {
		description: advice.next,
		itemIndex,
	});
}

/**
 * An error for a request that a service refused or never answered.
 *
 * @param node the node that speaks
 * @param advice what happened and the next step
 * @param answer what the service said
 * @param itemIndex zero-based index of the item; left out where there is none
 */
export function apiError(
	node: INode,
	advice: Advice,
	answer: VendorAnswer,
	itemIndex?: number,
): NodeApiError {
	const said = answer.message ? redact(answer.message) : undefined;
	const response: JsonObject = { status: answer.status, message: said ?? advice.what };
	return new NodeApiError(node, response, {
		message: numbered(advice.what, itemIndex),
		description: said ? `${advice.next} The service said: "${said}"` : advice.next,
		httpCode: answer.status ? String(answer.status) : undefined,
		itemIndex,
	});
}

/**
 * Puts a sentence behind the next step of an error: what was and was not done.
 *
 * @param error is changed
 */
export function addToAdvice(error: NodeApiError | NodeOperationError, sentence: string): void {
	const said = error.description ?? '';
	if (!said.includes(sentence)) error.description = [said, sentence].filter(Boolean).join(' ');
}

/**
 * The facts of an error that an item carries on when *Continue On Fail* is set. Only `error`, `message` and `details` may stand there: n8n sends an
 * item to the error output when it has no other keys (n8n-core 2.41, `handleNodeErrorOutput`).
 *
 * @param error what was thrown
 * @returns `error` (text) and `details` with `description` (next step) and `httpCode`, those that exist
 */
export function errorFacts(error: Error): IDataObject {
	const details: IDataObject = {};
	if ((error instanceof NodeApiError || error instanceof NodeOperationError) && error.description) {
		details.description = error.description;
	}
	if (error instanceof NodeApiError && error.httpCode) details.httpCode = error.httpCode;
	return { error: error.message, ...(Object.keys(details).length > 0 && { details }) };
}
