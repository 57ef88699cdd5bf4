import { z } from 'zod';

import type { StoredMetafield } from '../state';

const claim = z.object({ state: z.literal('claimed'), claimedAt: z.string().datetime() }).passthrough();

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/**
 * Makes what runs have claimed so much older, ms, as if they had died long ago: a claim holds for minutes by the clock of n8n, which nobody
 * can move in the real n8n.
 *
 * @returns how many claims there are
 */
export function ageClaims(metafields: StoredMetafield[], byMs: number): number {
	const claims = metafields.flatMap((metafield) => {
		const { data } = claim.safeParse(parsed(metafield.value));
		return data ? [{ metafield, data }] : [];
	});
	for (const { metafield, data } of claims) {
		const claimedAt = new Date(Date.parse(data.claimedAt) - byMs).toISOString();
		metafield.value = JSON.stringify({ ...data, claimedAt });
	}
	return claims.length;
}
