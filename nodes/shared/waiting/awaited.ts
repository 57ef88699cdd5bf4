import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { canonical } from '../canonical';
import { RecentMemory } from '../recentMemory';

/** In what n8n keeps for a node of one execution, under this name. */
const AWAITED = 'awaited';

/** What an execution waits for, as its resume address names it. */
export type Awaited = Readonly<Record<string, string>>;

const DAY_MS = 24 * 3_600_000;

/** What executions of this process wait for now. */
const rounds = new RecentMemory<string>(7 * DAY_MS);

/** Waits that a call has ended, for longer than another call of the same may still be looked into. */
const ended = new RecentMemory(2 * 60_000);

/**
 * Notes what this round of the node waits for. In a loop one execution waits again and again, always at the same address but for what it names, and the address of an earlier round
 * stays good: without the note, what was asked first and answered late would end the wait for what was asked last.
 */
export function noteAwaited(
	functions: Pick<IExecuteFunctions, 'getContext' | 'getExecutionId'>,
	awaited: Awaited,
): void {
	const round = canonical(awaited);
	const execution = functions.getExecutionId();
	functions.getContext('node')[AWAITED] = round;
	rounds.set(execution, round);
	ended.forget(`${execution} ${round}`);
}

/**
 * Ends the wait, once. A call is looked into for a while, and n8n goes on from how the execution stood when it came: a second call of the same, or one that is done only when the
 * execution waits for something else by now, would run all that follows a second time (n8n 2.41, `waiting-webhooks` and `active-executions`).
 *
 * @returns false when it is not this call that ends it, as far as this process knows
 */
export function endWait(functions: IWebhookFunctions, named: Awaited): boolean {
	const round = canonical(named);
	const execution = functions.getExecutionId();
	const key = `${execution} ${round}`;
	if ((rounds.get(execution) ?? round) !== round || ended.has(key)) return false;
	ended.set(key, true);
	return true;
}

/** The name of a node inside an expression, which braces would end. */
const quoted = (name: string): string =>
	JSON.stringify(name).replace(/[{}]/g, (brace) => `\\u00${brace.charCodeAt(0).toString(16)}`);

/** Whether an execution that is called waits for just this now. */
export const isAwaited = (functions: IWebhookFunctions, named: Awaited): boolean =>
	functions.evaluateExpression(`{{ $node[${quoted(functions.getNode().name)}].context.${AWAITED} }}`) ===
	canonical(named);
