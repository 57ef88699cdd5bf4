import type { FastifyReply } from 'fastify';

import type { Clock } from '../../core/clock';
import { ApiError } from '../errors';
import { RequestWindow } from '../requestWindow';
import type { ReadSwitches } from '../switches';

/** BigCommerce reference 13.1; nothing is refused below it unless a switch says so. */
const MINUTE = { requests: 150, windowMs: 60_000 };

const MANY = 1_000_000;

/** The quota of the edition, and what an answer tells of it. */
export class B2bQuota {
	private readonly window: RequestWindow;

	constructor(
		clock: Clock,
		private readonly switches: ReadSwitches,
	) {
		this.window = new RequestWindow(clock);
	}

	/** Counts one request and tells the caller where it stands. @throws ApiError 429 when the window's quota is used up */
	take(reply: FastifyReply): void {
		const { b2bQuota, b2bResetsIn } = this.switches();
		const isUnlimited = b2bQuota === null;
		const size = b2bQuota ?? MINUTE;
		const { isRefused, left, resetMs } = this.window.count(size, { isUnlimited });
		reply.headers({
			'X-Requests-Allocated': `${size.requests} times/${size.windowMs / 1000} s`,
			'X-Requests-Window-Length': String(size.windowMs / 1000),
			'X-Requests-Remaining': String(isUnlimited ? MANY : left),
			'X-Request-Window-Resets-After': String(
				b2bResetsIn === 'seconds' ? Math.ceil(resetMs / 1000) : resetMs,
			),
		});
		if (isRefused) throw new ApiError(429, 'Request was throttled.');
	}
}
