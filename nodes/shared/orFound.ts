import { NodeApiError } from 'n8n-workflow';
import { lookFor } from './createOnce';
import type { Waiter } from './wait';

/** How long a list may take to show what was just made, in ms: long enough for four looks. */
const PATIENCE_MS = 8_000;

/** 409 says it; other refusals of what was sent say it in words, which come in the description. */
function isDuplicate(error: unknown): boolean {
	if (!(error instanceof NodeApiError)) return false;
	const { httpCode, description } = error;
	const isInWords = /already|exists?\b|duplicate|unique|in use|taken/i.test(String(description));
	return httpCode === '409' || (['400', '422'].includes(String(httpCode)) && isInWords);
}

/**
 * Sends one alone that a refused call for several may have made, although no list shows it yet. Refused as a duplicate, it is looked for before that is told.
 *
 * @param look gives it once it is shown, and nothing that stood before
 * @throws what `send` throws, where nothing is found
 */
export async function orFound<Made>(
	waiter: Waiter,
	send: () => Promise<Made>,
	look: () => Promise<Made | undefined>,
): Promise<Made> {
	return await send().catch(async (error: unknown) => {
		const found = isDuplicate(error)
			? await lookFor(waiter, look, { atOnce: true, patienceMs: PATIENCE_MS })
			: undefined;
		return found ?? (await Promise.reject(error));
	});
}
