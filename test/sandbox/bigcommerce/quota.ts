import type { FastifyReply } from 'fastify';

import type { Clock } from '../core/clock';
import { ApiError } from './errors';
import type { ReadSwitches } from './switches';

/** What an "unlimited" store reports; the sandbox never refuses below it (BigCommerce reference 2.7). */
const UNLIMITED = { requests: 1_000_000, windowMs: 30_000 };

/** Counts requests of the whole store in windows of the sandbox's clock. */
export class Quota {
	private windowStart = 0;

	private used = 0;

	constructor(
		private readonly clock: Clock,
		private readonly switches: ReadSwitches,
	) {}

	/**
	 * Counts one request and tells the caller where it stands in the four X-Rate-Limit headers.
	 * @throws ApiError 429 when the window's quota is used up; the request was not executed
	 */
	take(reply: FastifyReply): void {
		const { quota, quotaHeaders } = this.switches();
		const { requests, windowMs } = quota ?? UNLIMITED;
		const now = this.clock.now();
		if (now >= this.windowStart + windowMs) {
			this.windowStart = now;
			this.used = 0;
		}
		const resetMs = Math.ceil(this.windowStart + windowMs - now);
		const refused = this.used >= requests;
		if (!refused) this.used += 1;
		if (quotaHeaders) {
			reply.headers({
				'X-Rate-Limit-Time-Window-Ms': String(windowMs),
				'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
				'X-Rate-Limit-Requests-Quota': String(requests),
				'X-Rate-Limit-Requests-Left': String(Math.max(requests - this.used, 0)),
				...(refused && { 'X-Retry-After': String(Math.ceil(resetMs / 1000)) }),
			});
		}
		if (!refused) return;
		throw new ApiError(429, 'You have exceeded the API rate limit for this store.');
	}
}
