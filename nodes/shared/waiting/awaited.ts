import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { canonical } from '../canonical';

/** In what n8n keeps for a node of one execution, under this name. */
const AWAITED = 'awaited';

/** What an execution waits for, as its resume address names it. */
export type Awaited = Readonly<Record<string, string>>;

/**
 * Notes what this round of the node waits for. In a loop one execution waits again and again, always at the same address but for what it names, and the address of an earlier round
 * stays good: without the note, what was asked first and answered late would end the wait for what was asked last.
 */
export function noteAwaited(functions: Pick<IExecuteFunctions, 'getContext'>, awaited: Awaited): void {
	functions.getContext('node')[AWAITED] = canonical(awaited);
}

/** The name of a node inside an expression, which braces would end. */
const quoted = (name: string): string =>
	JSON.stringify(name).replace(/[{}]/g, (brace) => `\\u00${brace.charCodeAt(0).toString(16)}`);

/** Whether an execution that is called waits for just this now. */
export const isAwaited = (functions: IWebhookFunctions, named: Awaited): boolean =>
	functions.evaluateExpression(`{{ $node[${quoted(functions.getNode().name)}].context.${AWAITED} }}`) ===
	canonical(named);
