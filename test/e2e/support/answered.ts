import { waitFor } from '../harness';

/** What n8n itself answers, or nobody, when its event loop is full: the node has not seen the request then. */
const NOT_TAKEN: ReadonlySet<number> = new Set([0, 502, 503, 504]);

/**
 * Sends the same thing until the node has answered it, as a service would.
 *
 * @param deliver gives the statuses of what it sent, 0 where there was no answer
 * @returns the statuses of the first time that n8n took all of it
 */
export const answered = async (deliver: () => Promise<{ statuses: number[] }>): Promise<number[]> =>
	await waitFor(
		'n8n to take a delivery',
		async () => {
			const { statuses } = await deliver();
			return !statuses.some((status) => NOT_TAKEN.has(status)) && statuses;
		},
		{ everyMs: 1_000 },
	);
