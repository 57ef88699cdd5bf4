import type { FastifyReply } from 'fastify';

import type { Clock } from '../../core/clock';
import { ApiError } from '../errors';
import type { ReadSwitches } from '../switches';

/** BigCommerce reference 13.1; nothing is refused below it unless a switch says so. */
const MINUTE = { requests: 150, windowMs: 60_000 };

const MANY = 1_000_000;

/** Counts requests of the whole store in windows of the sandbox's clock. */
export class B2bQuota {
	private windowStart = 0;

	private used = 0;

	constructor(
		private readonly clock: Clock,
		private readonly switches: ReadSwitches,
	) {}

	/** Counts one request and tells the caller where it stands. @throws ApiError 429 when the window's quota is used up */
	take(reply: FastifyReply): void {
		const { b2bQuota, b2bResetsIn } = this.switches();
		const { requests, windowMs } = b2bQuota ?? MINUTE;
		const now = this.clock.now();
		if (now >= this.windowStart + windowMs) {
			this.windowStart = now;
			this.used = 0;
		}
		const resetMs = Math.ceil(this.windowStart + windowMs - now);
		const isRefused = b2bQuota !== null && this.used >= requests;
		if (!isRefused) this.used += 1;
		const left = b2bQuota === null ? MANY : Math.max(requests - this.used, 0);
		reply.headers({
			'X-Requests-Allocated': `${requests} times/${windowMs / 1000} s`,
			'X-Requests-Window-Length': String(windowMs / 1000),
			'X-Requests-Remaining': String(left),
			'X-Request-Window-Resets-After': String(
				b2bResetsIn === 'seconds' ? Math.ceil(resetMs / 1000) : resetMs,
			),
		});
		if (isRefused) throw new ApiError(429, 'Request was throttled.');
	}
}
