import { createHash } from 'crypto';
import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { redact } from './errorText';

export type Grant = 'clientCredentials' | 'password';

/** Everything that makes a token. */
export interface TokenSource {
	/** OAuth 2 token end point. */
	url: string;
	grant: Grant;
	clientId: string;
	clientSecret: string;
	username?: string;
	password?: string;
	scope?: string;
}

/** How long a token is kept that does not tell its life, in ms. */
const UNTOLD_LIFE_MS = 5 * 60_000;

/** A token this near its end is not handed out any more, in ms. */
const MARGIN_MS = 10_000;

interface Kept {
	token: Promise<string>;
	/** Known when the exchange has ended. */
	value?: string;
	until: number;
}

const kept = new Map<string, Kept>();

/** Two sources share a token only if every part is the same; the key does not give the secrets away. */
const keyOf = (source: TokenSource): string =>
	createHash('sha256')
		.update(JSON.stringify(Object.entries(source).sort()))
		.digest('hex');

/** OAuth 2.0 (RFC 6749), sections 4.3 and 4.4; both grants as OpenText's own samples send them (Workflow Service reference 2.1). */
function form({ grant, clientId, clientSecret, username, password, scope }: TokenSource): URLSearchParams {
	return new URLSearchParams({
		grant_type: grant === 'password' ? 'password' : 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
		...(grant === 'password' && { username: username ?? '', password: password ?? '' }),
		...(scope && { scope }),
	});
}

/**
 * An access token, shared by everything in this process that asks for the same one: parallel items wait for one exchange.
 *
 * @param http n8n's request helper, as a credential gets it
 * @param source what makes the token
 * @param refused the token that the service no longer takes; a newer one is given, fetched only if nobody has fetched it yet
 * @returns the bearer token
 * @throws Error with a text for the user; secrets are not in it
 */
export async function sharedToken(
	http: IHttpRequestHelper,
	source: TokenSource,
	refused = '',
): Promise<string> {
	const key = keyOf(source);
	const present = kept.get(key);
	if (present && present.until > Date.now() && (!present.value || present.value !== refused)) {
		return await present.token;
	}
	const entry: Kept = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
	entry.token = fetchToken(http, source).then(({ value, lifeMs }) => {
		entry.value = value;
		entry.until = Date.now() + lifeMs - MARGIN_MS;
		return value;
	});
	kept.set(key, entry);
	entry.token.catch(() => kept.delete(key));
	return await entry.token;
}

async function fetchToken(
	http: IHttpRequestHelper,
	source: TokenSource,
): Promise<{ value: string; lifeMs: number }> {
	const request: IHttpRequestOptions = {
		method: 'POST',
		url: source.url,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
		body: form(source),
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 30_000,
	};
	const answer: unknown = await http.helpers.httpRequest(request).catch(() => undefined);
	const [status, body] = [field(answer, 'statusCode'), field(answer, 'body')];
	const [token, life] = [field(body, 'access_token'), Number(field(body, 'expires_in'))];
	if (status === 200 && typeof token === 'string' && token) {
		return { value: token, lifeMs: life > 0 ? life * 1000 : UNTOLD_LIFE_MS };
	}
	throw new Error(refusal(Number(status ?? 0), body, source));
}

const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function refusal(status: number, body: unknown, { grant }: TokenSource): string {
	const said =
		field(body, 'error_description') ?? field(body, 'error') ?? field(field(body, 'fault'), 'faultstring');
	const words = typeof said === 'string' ? ` The service said: "${redact(said)}"` : '';
	if (!status) return 'The token address could not be reached. Check the host in the credential.';
	if (status === 404)
		return `The token address does not exist. Check host and tenant ID in the credential.${words}`;
	if (status >= 500)
		return `The sign-in service could not answer (status ${status}). Try again in a while.${words}`;
	const parts =
		grant === 'password' ? 'client ID, client secret, user name and password' : 'client ID and client secret';
	return `The sign-in was refused (status ${status}). Check tenant ID, ${parts} in the credential.${words}`;
}
