import { NodeApiError } from 'n8n-workflow';
import type { Unread } from '../../shared/unread';

/** Refusals that pass: the sign-in, too many requests. */
const PASSING = [401, 429];

/** Whether a request was refused in a way that no later try changes: its sender need not call again for it. */
export function isLasting(error: unknown): error is NodeApiError {
	const status = error instanceof NodeApiError ? Number(error.httpCode) : NaN;
	return status >= 400 && status < 500 && !PASSING.includes(status);
}

/** Whether to call again for something that did not work, or, as `readOrSay` at the last try, to do with what is known. */
export type ReadPart = <T>(read: () => Promise<T>) => Promise<{ value: T } | Unread>;

/**
 * As `readOrSay`, for what a callback is about: what may pass is thrown, since the service then calls again (reference 6.2).
 *
 * @returns what was read, or why it never can be
 */
export async function readOrCallAgain<T>(read: () => Promise<T>): Promise<{ value: T } | Unread> {
	try {
		return { value: await read() };
	} catch (error) {
		return isLasting(error) ? { unread: error.message } : await Promise.reject(error);
	}
}
