import type { Clock } from '../core';

import { GatewayFault } from './errors';

/** Refuses requests beyond a number per second, as the gateway is assumed to do (reference 3.9, 9.3). */
export class Throttle {
	private recent: number[] = [];

	constructor(
		private readonly clock: Clock,
		private readonly perSecond: () => number | null,
	) {}

	/** @throws GatewayFault 429 when the second already had as many requests as allowed */
	pass(): void {
		const limit = this.perSecond();
		if (limit === null) return;
		const now = this.clock.now();
		this.recent = this.recent.filter((time) => time > now - 1000);
		if (this.recent.length >= limit) {
			throw new GatewayFault(
				429,
				`Rate limit exceeded. Allowed are ${limit} requests per second.`,
				'policies.ratelimit.QuotaViolation',
				{ 'retry-after': '1' },
			);
		}
		this.recent.push(now);
	}
}
