import { NodeApiError } from 'n8n-workflow';

const NOT_FOUND = '404';

/**
 * Reads something that may be gone.
 *
 * @returns undefined when the store does not have it
 * @throws whatever else comes of it
 */
export const orGone = async <Found>(read: () => Promise<Found>): Promise<Found | undefined> =>
	await read().catch(async (error: unknown) =>
		error instanceof NodeApiError && error.httpCode === NOT_FOUND ? undefined : await Promise.reject(error),
	);
