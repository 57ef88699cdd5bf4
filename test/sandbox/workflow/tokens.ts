import { randomBytes } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { type Clock, OPENTEXT_CLIENT_ID, OPENTEXT_CLIENT_SECRET, TENANT_ID, USER_PASSWORD } from '../core';

import { findUser } from './directory';
import { GatewayFault, TokenError } from './errors';

/** The one application of the tenant, with its confidential client (reference 2.3). */
export const SUBSCRIPTION_ID = 'sandbox-subscription';

/** Who is behind a token: a person, or the application itself (reference 2.3). */
export interface Caller {
	/** e-mail address of the person, or the client id of the application */
	userId: string;
	subscriptionId: string;
}

interface IssuedToken {
	caller: Caller;
	expiresAt: number;
}

export interface TokenRequest {
	grant_type?: string;
	client_id?: string;
	client_secret?: string;
	username?: string;
	password?: string;
}

const GRANTS: Record<string, (request: TokenRequest) => string> = {
	client_credentials: () => OPENTEXT_CLIENT_ID,
	password: ({ username, password }) => {
		const user = findUser(username ?? '');
		if (user === undefined || password !== USER_PASSWORD) {
			throw new TokenError(401, 'invalid_grant', 'User name or password is wrong.');
		}
		return user.email;
	},
};

/** Client id and secret of an HTTP Basic header (reference 2.1). */
function basicClient(header: string | undefined): Pick<TokenRequest, 'client_id' | 'client_secret'> {
	const [, encoded] = /^Basic (.+)$/i.exec(header ?? '') ?? [];
	if (encoded === undefined) return {};
	const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret.join(':')) };
}

/** The tokens of the tenant. They live in memory: after a restart every client needs a new one. */
export class Tokens {
	private readonly issued = new Map<string, IssuedToken>();

	private readonly callers = new WeakMap<FastifyRequest, Caller>();

	constructor(
		private readonly clock: Clock,
		private readonly lifetimeSeconds: () => number,
	) {}

	/**
	 * Answers a token request (reference 2.1, 2.2).
	 * @throws TokenError 401 for a wrong tenant, client or user, 400 for another grant
	 */
	issue(tenantId: string, body: TokenRequest, authorization: string | undefined) {
		const request = { ...body, ...basicClient(authorization) };
		const isClient =
			request.client_id === OPENTEXT_CLIENT_ID && request.client_secret === OPENTEXT_CLIENT_SECRET;
		if (tenantId !== TENANT_ID || !isClient) {
			throw new TokenError(401, 'invalid_client', 'Client authentication failed.');
		}
		const { grant_type: grant = '' } = request;
		if (!Object.hasOwn(GRANTS, grant)) {
			throw new TokenError(400, 'unsupported_grant_type', `Grant type '${grant}' is not supported.`);
		}
		const caller = { userId: GRANTS[grant](request), subscriptionId: SUBSCRIPTION_ID };
		const expiresIn = this.lifetimeSeconds();
		const token = randomBytes(24).toString('base64url');
		this.issued.set(token, { caller, expiresAt: this.clock.now() + expiresIn * 1000 });
		return { access_token: token, token_type: 'Bearer', expires_in: expiresIn };
	}

	/**
	 * Finds out who sends a request, once, before its route runs.
	 * @throws GatewayFault 401 when the bearer token is missing, unknown or expired (reference 2.4, 9.3)
	 */
	check(request: FastifyRequest): void {
		const [, token] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
		const found = this.issued.get(token ?? '');
		if (found === undefined) {
			throw new GatewayFault(401, 'Invalid access token', 'oauth.v2.InvalidAccessToken');
		}
		if (found.expiresAt <= this.clock.now()) {
			throw new GatewayFault(401, 'Access Token expired', 'keymanagement.service.access_token_expired');
		}
		this.callers.set(request, found.caller);
	}

	/** The caller of a request that was checked. */
	callerOf(request: FastifyRequest): Caller {
		const caller = this.callers.get(request);
		if (caller === undefined) throw new Error('This route does not check the token');
		return caller;
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
