import type { INode } from 'n8n-workflow';
import { apiError } from './errorText';
import { refusedSignIn } from './token';

/**
 * What to throw for what n8n's request helper threw: a refused sign-in in both halves and with the item, anything else as it is.
 *
 * @param itemIndex zero-based; left out where there is none
 */
export function signInError(node: INode, error: unknown, itemIndex?: number): unknown {
	const refused = refusedSignIn(error);
	if (!refused) return error;
	return apiError(node, refused.advice, { status: refused.httpStatus }, itemIndex);
}
