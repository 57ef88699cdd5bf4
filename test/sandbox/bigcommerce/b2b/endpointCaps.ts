import type { FastifyRequest } from 'fastify';

import type { Clock } from '../../core/clock';
import { ApiError } from '../errors';
import { RequestWindow } from '../requestWindow';

/** "The default rate limit for this endpoint is 15 calls/min per store" (company.yaml), by call; `:id` is one part of a path. */
export const PER_MINUTE: Readonly<Record<string, number>> = {
	'GET /companies/:id/hierarchy': 15,
	'POST /companies/:id/attachments': 15,
};

/** What counts the calls that have a limit of their own. */
export function minuteCaps(clock: Clock): (request: FastifyRequest) => void {
	const rows = Object.entries(PER_MINUTE).map(([call, requests]) => ({
		requests,
		matches: new RegExp(`^${call.replaceAll(':id', '[^/]+')}$`),
		window: new RequestWindow(clock),
	}));
	/** @throws ApiError 429 when they are used up; nothing of the request was carried out */
	return ({ method, url }) => {
		const call = `${method} ${url.split('?')[0].replace(/^.*\/v3\/io/, '')}`;
		const row = rows.find(({ matches }) => matches.test(call));
		if (row?.window.count({ requests: row.requests, windowMs: 60_000 }).isRefused) {
			throw new ApiError(429, 'Request was throttled.');
		}
	};
}
