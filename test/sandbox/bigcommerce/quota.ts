import type { FastifyReply } from 'fastify';

import type { Clock } from '../core/clock';
import { ApiError } from './errors';
import { RequestWindow } from './requestWindow';
import type { ReadSwitches } from './switches';

/** What an "unlimited" store reports; the sandbox never refuses below it (BigCommerce reference 2.7). */
const UNLIMITED = { requests: 1_000_000, windowMs: 30_000 };

/** The quota of the store, and what an answer tells of it. */
export class Quota {
	private readonly window: RequestWindow;

	constructor(
		clock: Clock,
		private readonly switches: ReadSwitches,
	) {
		this.window = new RequestWindow(clock);
	}

	/**
	 * Counts one request and tells the caller where it stands in the four X-Rate-Limit headers.
	 * @throws ApiError 429 when the window's quota is used up; the request was not executed
	 */
	take(reply: FastifyReply): void {
		const { quota, quotaHeaders } = this.switches();
		const size = quota ?? UNLIMITED;
		const { isRefused, left, resetMs } = this.window.count(size);
		if (quotaHeaders) {
			reply.headers({
				'X-Rate-Limit-Time-Window-Ms': String(size.windowMs),
				'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
				'X-Rate-Limit-Requests-Quota': String(size.requests),
				'X-Rate-Limit-Requests-Left': String(left),
				...(isRefused && { 'X-Retry-After': String(Math.ceil(resetMs / 1000)) }),
			});
		}
		if (isRefused) throw new ApiError(429, 'You have exceeded the API rate limit for this store.');
	}
}
