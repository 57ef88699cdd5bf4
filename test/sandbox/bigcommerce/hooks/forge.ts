import { z } from 'zod';

import type { BigCommerceState } from '../state';
import { notFound } from '../errors';
import { callbackBody, covers } from './callback';
import type { Deliveries } from './deliveries';
import { callbackHeaders, post, TIMEOUT_MS } from './send';

/** A delivery made on purpose: forged, altered or repeated. */
export const forgedDelivery = z
	.object({
		orderId: z.number().int(),
		scope: z.string().min(1),
		copies: z.number().int().positive().max(1000).default(1),
		/** overrides of single headers, by name; null removes one */
		headers: z.record(z.string().nullable()).default({}),
		/** raw text instead of the callback; it is signed */
		body: z.string().optional(),
		/** alters what was signed, or the signature itself */
		tamper: z.enum(['body', 'signature']).optional(),
		/** copies are genuine deliveries: they are in the log, and repeated on the vendor's schedule until they are answered with 2xx */
		redeliver: z.boolean().default(false),
		/** after which a copy counts as not answered */
		timeoutMs: z.number().positive().default(TIMEOUT_MS),
	})
	.strict();

export type ForgedDelivery = z.output<typeof forgedDelivery>;

const withOverrides = (headers: Record<string, string>, overrides: Record<string, string | null>) => {
	const replaced = new Set(Object.keys(overrides).map((name) => name.toLowerCase()));
	const kept = Object.entries(headers).filter(([name]) => !replaced.has(name.toLowerCase()));
	const added = Object.entries(overrides).filter((entry): entry is [string, string] => entry[1] !== null);
	return Object.fromEntries([...kept, ...added]);
};

const TAMPER: Record<
	'none' | 'body' | 'signature',
	(body: string, headers: Record<string, string>) => { body: string; headers: Record<string, string> }
> = {
	none: (body, headers) => ({ body, headers }),
	body: (body, headers) => ({ body: `${body} `, headers }),
	signature: (body, headers) => ({
		body,
		headers: { ...headers, 'webhook-signature': `v1,${'A'.repeat(43)}=` },
	}),
};

/**
 * Sends `copies` of one delivery at once to every active hook that covers the scope. Without `body` it is the last
 * delivery of that order and scope, so that it is a true repetition, or a new one when there was none.
 * @returns the HTTP statuses of the first attempts, 0 where there was no answer
 * @throws ApiError 404 when no hook covers the scope
 */
export async function forge(
	state: BigCommerceState,
	deliveries: Deliveries,
	wish: ForgedDelivery,
): Promise<number[]> {
	const { orderId, scope, copies, tamper = 'none', redeliver, timeoutMs } = wish;
	const hooks = Object.values(state.hooks).filter((hook) => hook.is_active && covers(hook.scope, scope));
	if (hooks.length === 0) throw notFound();
	const earlier = state.deliveries.findLast(
		(delivery) => delivery.orderId === orderId && delivery.scope === scope,
	);
	const body =
		wish.body ??
		earlier?.body ??
		callbackBody(scope, { type: 'order', id: orderId }, Date.now(), state.switches);
	const id = earlier?.id ?? `msg_forged_${orderId}`;
	const sent = hooks.flatMap((hook) => {
		const signed = callbackHeaders(hook, id, body, state.switches);
		const forged = TAMPER[tamper](body, signed);
		const headers = withOverrides(forged.headers, wish.headers);
		return Array.from({ length: copies }, async () => {
			const status = await post(hook.destination, headers, forged.body, undefined, timeoutMs);
			if (redeliver) deliveries.adopt(hook, { id, scope, orderId, body }, status);
			return status;
		});
	});
	return await Promise.all(sent);
}
