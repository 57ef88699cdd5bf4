import type { SigningOutcome } from '../transport/statuses';

/**
 * The outputs of Send and Wait, in this order. When the time is up, n8n passes the input on through the first one without asking the node, so the first must be the
 * one after which nothing was decided (guide, section 9).
 */
export const OUTPUTS = ['Timed Out', 'Signed', 'Declined'] as const;

/** By which output a request leaves. One that was cancelled, expired or could not be sent was neither signed nor declined. */
const OUTPUT_OF: Readonly<Record<SigningOutcome, (typeof OUTPUTS)[number]>> = {
	pending: 'Timed Out',
	cancelled: 'Timed Out',
	expired: 'Timed Out',
	failed: 'Timed Out',
	signed: 'Signed',
	declined: 'Declined',
};

/** Its number, counted from 0. */
export const outputOf = (outcome: SigningOutcome): number => OUTPUTS.indexOf(OUTPUT_OF[outcome]);
