import { NodeConnectionTypes } from 'n8n-workflow';
import type { SigningOutcome } from '../transport/statuses';

/**
 * The outputs of Send and Wait, in this order. When the time is up, n8n passes the input on through the first one without asking the node, so the first must be the
 * one after which nothing was decided (guide, section 9).
 */
const NAMES = ['Timed Out', 'Signed', 'Declined'];

/** By which output a request leaves. One that was cancelled, expired or could not be sent was neither signed nor declined. */
const OUTPUT_OF: Readonly<Record<SigningOutcome, number>> = {
	pending: 0,
	cancelled: 0,
	expired: 0,
	failed: 0,
	signed: 1,
	declined: 2,
};

export const outputOf = (outcome: SigningOutcome): number => OUTPUT_OF[outcome];

/** n8n works it out in the editor, from its text alone. */
const outputsFor = (parameters: { operation?: string }, names: string[], type: string) =>
	parameters.operation === 'sendAndWait' ? names.map((displayName) => ({ type, displayName })) : [type];

/** The outputs of the node: one, or those of Send and Wait. */
export const outputs: `={{${string}}}` = `={{(${String(outputsFor)})($parameter, ${JSON.stringify(NAMES)}, "${NodeConnectionTypes.Main}")}}`;
