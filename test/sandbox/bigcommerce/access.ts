import type { FastifyRequest } from 'fastify';

import {
	ACCESS_TOKEN,
	CLIENT_ID,
	CLIENT_SECRET,
	LIMITED_CLIENT_ID,
	LIMITED_CLIENT_SECRET,
	READ_ONLY_CLIENT_ID,
	READ_ONLY_CLIENT_SECRET,
	READ_ONLY_TOKEN,
	SECOND_ACCESS_TOKEN,
	SECOND_CLIENT_ID,
	SECOND_CLIENT_SECRET,
	STORE_HASH,
	TOKEN_WITHOUT_ORDERS,
} from '../core/fixtures';
import { ApiError } from './errors';

/** OAuth scopes that the sandbox knows: BigCommerce reference 1.3. */
export type Scope =
	| 'store_v2_orders'
	| 'store_v2_transactions'
	| 'store_v2_customers'
	| 'store_v2_products'
	| 'store_v2_information'
	| 'store_v2_marketing'
	| 'store_cart'
	| 'store_channel_listings'
	| 'store_channel_settings'
	| 'store_inventory'
	| 'store_locations'
	/** no name of a parameter is published for it (BigCommerce reference 1.3) */
	| 'b2b_edition';

/** The two variants of every scope: the read-only one allows GET and HEAD (BigCommerce reference 1.3). */
export type Access = 'modify' | 'read-only';

/** An API account of the store. */
export interface Account {
	clientId: string;
	clientSecret: string;
	scopes: ReadonlyMap<Scope, Access>;
}

const ALL_SCOPES: readonly Scope[] = [
	'store_v2_orders',
	'store_v2_transactions',
	'store_v2_customers',
	'store_v2_products',
	'store_v2_information',
	'store_v2_marketing',
	'store_cart',
	'store_channel_listings',
	'store_channel_settings',
	'store_inventory',
	'store_locations',
	'b2b_edition',
];

const withAccess = (access: Access, scopes: readonly Scope[]): ReadonlyMap<Scope, Access> =>
	new Map(scopes.map((scope) => [scope, access]));

const ACCOUNTS: Readonly<Record<string, Account>> = {
	[ACCESS_TOKEN]: {
		clientId: CLIENT_ID,
		clientSecret: CLIENT_SECRET,
		scopes: withAccess('modify', ALL_SCOPES),
	},
	[SECOND_ACCESS_TOKEN]: {
		clientId: SECOND_CLIENT_ID,
		clientSecret: SECOND_CLIENT_SECRET,
		scopes: withAccess('modify', ALL_SCOPES),
	},
	[TOKEN_WITHOUT_ORDERS]: {
		clientId: LIMITED_CLIENT_ID,
		clientSecret: LIMITED_CLIENT_SECRET,
		scopes: withAccess('modify', ['store_v2_information']),
	},
	[READ_ONLY_TOKEN]: {
		clientId: READ_ONLY_CLIENT_ID,
		clientSecret: READ_ONLY_CLIENT_SECRET,
		scopes: withAccess('read-only', ALL_SCOPES),
	},
};

const SCOPED = 'sandbox-token-with ';

/** A token of an account that has these scopes and no others. It names them itself, so that nothing has to be set up. */
export const scopedToken = (scopes: ReadonlyArray<readonly [Scope, Access]>): string =>
	`${SCOPED}${JSON.stringify(scopes)}`;

const scopedAccount = (token: string): Account | undefined => {
	if (!token.startsWith(SCOPED)) return undefined;
	const scopes: Array<[Scope, Access]> = JSON.parse(token.slice(SCOPED.length));
	return { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, scopes: new Map(scopes) };
};

/** Client secret of the account that made a hook: the key of its signatures. */
export const clientSecretOf = (clientId: string): string | undefined =>
	Object.values(ACCOUNTS).find((account) => account.clientId === clientId)?.clientSecret;

const callers = new WeakMap<FastifyRequest, Account>();

const acceptsJson = (accept: string | undefined) =>
	accept === undefined || /application\/(json|\*)|\*\/\*/.test(accept);

/**
 * Admits a request or refuses it: 401 without a token or with an unknown one, 404 for another store's hash,
 * 406 for an unsupported Accept (BigCommerce reference 1.2, 16.1).
 * @throws ApiError
 */
export function authenticate(request: FastifyRequest): void {
	admit(request, () => {
		const hash = /^\/bigcommerce\/stores\/([^/?]+)/.exec(request.url)?.[1];
		if (hash !== STORE_HASH) throw new ApiError(404, 'The requested store was not found.');
	});
}

/** @param checkStore throws for another store */
function admit(request: FastifyRequest, checkStore: () => void): void {
	const token = request.headers['x-auth-token'];
	if (typeof token !== 'string' || token === '') {
		throw new ApiError(401, 'No credentials were supplied in the request.');
	}
	checkStore();
	const account = ACCOUNTS[token] ?? scopedAccount(token);
	if (account === undefined) {
		throw new ApiError(
			401,
			'Unauthorized - the v3 Auth client ID or token in the request are not a valid combination for this store.',
		);
	}
	if (!acceptsJson(request.headers.accept)) {
		throw new ApiError(406, 'The requested Accept type is not supported.');
	}
	callers.set(request, account);
}

/**
 * Admits a request of B2B Edition or refuses it: a missing or wrong store hash is a server error, and nothing less than the right to change will do (BigCommerce reference 1.3, 1.4).
 * @throws ApiError
 */
export function authenticateB2b(request: FastifyRequest): void {
	admit(request, () => {
		if (request.headers['x-store-hash'] !== STORE_HASH) throw new ApiError(500, 'Server Error');
	});
	if (callers.get(request)?.scopes.get('b2b_edition') !== 'modify') throw noScope();
}

const READS = new Set(['GET', 'HEAD']);

/**
 * The account behind an admitted request, checked for a scope.
 * @param isPlain the refusal has no `errors`
 * @throws ApiError 403 when the token lacks the scope, or may only read and the request writes
 */
export function accountOf(request: FastifyRequest, scope?: Scope, isPlain = false): Account {
	const account = callers.get(request);
	if (account === undefined) throw new ApiError(401, 'No credentials were supplied in the request.');
	if (scope === undefined || may(account, request.method, scope)) return account;
	throw noScope(isPlain);
}

const may = ({ scopes }: Account, method: string, scope: Scope): boolean => {
	const access = scopes.get(scope);
	return access === 'modify' || (access === 'read-only' && READS.has(method));
};

const noScope = (isPlain = false) =>
	new ApiError(403, 'You do not have a required scope to access the endpoint.', isPlain ? undefined : {});

/**
 * Events of B2B Edition are heard by an account that has its scope (BigCommerce reference 12.5); with which status another is refused is not said (inferred: as everywhere).
 * @throws ApiError 403
 */
export function mayHear({ scopes }: Account, event: string): void {
	if (/^store\/(company|superadmin|quote)\//.test(event) && scopes.get('b2b_edition') !== 'modify')
		throw noScope();
}

/** The account behind a request for which any of several scopes will do. @throws ApiError 403 */
export function accountOfAny(request: FastifyRequest, scopes: readonly Scope[]): Account {
	const account = accountOf(request);
	if (scopes.some((scope) => may(account, request.method, scope))) return account;
	throw noScope();
}
