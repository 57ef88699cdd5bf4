import { randomBytes } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import {
	type Clock,
	OPENTEXT_CLIENT_ID,
	OPENTEXT_CLIENT_SECRET,
	SIGNATURE_SUBSCRIPTION,
	TENANT_ID,
	USER_PASSWORD,
} from '../core';

import { notAuthenticated, Refusal, throttled } from './errors';
import { type Identity, sameAddress, SERVICE_CLIENT, USERS } from './site';
import type { Switches } from './switches';

/** The two generations of token end points (Core Signature reference 2.2). */
export type Generation = 'otds' | 'gateway';

export type TokenRequest = Record<string, string | undefined>;

interface Issued {
	identity: Identity;
	expiresAt: number;
	/** times of the requests of the last minute */
	recent: number[];
}

const refused = (status: number, error: string, description: string) =>
	new Refusal(status, { error, error_description: description });

/** How each generation refuses a client (reference 2.4, 8.1). */
const WRONG_CLIENT: Record<Generation, () => Refusal> = {
	otds: () => refused(401, 'invalid_client', 'Client authentication failed.'),
	gateway: () =>
		new Refusal(401, {
			fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } },
		}),
};

const GRANTS: Record<string, (request: TokenRequest) => Identity> = {
	client_credentials: () => SERVICE_CLIENT,
	password: ({ username = '', password }) => {
		const user = USERS.find(({ email }) => sameAddress(email, username));
		if (user === undefined || password !== USER_PASSWORD) {
			throw refused(400, 'invalid_grant', 'User name or password is wrong.');
		}
		return user;
	},
};

/** Client id and secret of an HTTP Basic header (reference 2.3). */
function basicClient(header = ''): TokenRequest {
	const [, encoded] = /^Basic (.+)$/i.exec(header) ?? [];
	if (encoded === undefined) return {};
	const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret.join(':')) };
}

/** The tokens of the site. They live in memory: after a restart every client needs a new one. */
export class Tokens {
	private readonly issued = new Map<string, Issued>();

	private readonly callers = new WeakMap<FastifyRequest, Identity>();

	constructor(
		private readonly clock: Clock,
		private readonly switches: () => Switches,
	) {}

	/**
	 * Answers a token request (reference 2.3, 2.4).
	 * @throws Refusal 401 for a wrong site or client, in the shape of the generation; 400 for a wrong user, grant or subscription
	 */
	issue(generation: Generation, site: string, body: TokenRequest, authorization?: string) {
		const request = { ...body, ...basicClient(authorization) };
		const isClient =
			request.client_id === OPENTEXT_CLIENT_ID && request.client_secret === OPENTEXT_CLIENT_SECRET;
		if (site !== TENANT_ID || !isClient) throw WRONG_CLIENT[generation]();
		const { grant_type: grant = '' } = request;
		if (!Object.hasOwn(GRANTS, grant)) {
			throw refused(400, 'unsupported_grant_type', `Grant type '${grant}' is not supported.`);
		}
		const identity = GRANTS[grant](request);
		const { subscriptionRequiredOnOtds, tokenLifetimeSeconds } = this.switches();
		const named = request.subscription === `subscription:${SIGNATURE_SUBSCRIPTION}`;
		if (generation === 'otds' && subscriptionRequiredOnOtds && !named) {
			throw refused(400, 'invalid_request', 'The subscription is missing or unknown.');
		}
		const token = randomBytes(24).toString('base64url');
		const expiresAt = this.clock.now() + tokenLifetimeSeconds * 1000;
		this.issued.set(token, { identity, expiresAt, recent: [] });
		return { access_token: token, token_type: 'Bearer', expires_in: tokenLifetimeSeconds };
	}

	/**
	 * Finds out who sends a request, before its route runs.
	 * @throws Refusal 401 without a living token (reference 3.3), 429 beyond the number of requests per minute
	 */
	check(request: FastifyRequest): void {
		const { authorization } = request.headers;
		if (authorization === undefined) {
			throw notAuthenticated('Authentication credentials were not provided.');
		}
		const [, token = ''] = /^Bearer (.+)$/i.exec(authorization) ?? [];
		const found = this.issued.get(token);
		const now = this.clock.now();
		if (found === undefined || found.expiresAt <= now) throw notAuthenticated('Invalid token');
		const limit = this.switches().throttlePerMinute;
		found.recent = limit === null ? [] : found.recent.filter((time) => time > now - 60_000);
		if (limit !== null) {
			if (found.recent.length >= limit) {
				throw throttled(Math.max(Math.ceil((found.recent[0] + 60_000 - now) / 1000), 1));
			}
			found.recent.push(now);
		}
		this.callers.set(request, found.identity);
	}

	/** The identity behind a request that was checked. */
	identityOf(request: FastifyRequest): Identity {
		const identity = this.callers.get(request);
		if (identity === undefined) throw new Error('This route does not check the token');
		return identity;
	}

	/** Every token given out so far is expired from now on. */
	expireAll(): void {
		for (const token of this.issued.values()) token.expiresAt = this.clock.now();
	}

	/** Every token given out so far is unknown from now on. */
	forgetAll(): void {
		this.issued.clear();
	}
}
