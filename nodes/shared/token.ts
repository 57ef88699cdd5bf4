import { createHash } from 'crypto';
import { sleep, UserError, type IHttpRequestHelper, type IHttpRequestOptions } from 'n8n-workflow';
import type { Advice } from './errorText';
import { fieldOf as field } from './fieldOf';
import { refusal } from './tokenRefusal';

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
	/** Further parts of the form, by name, such as OTDS's `subscription`. */
	parameters?: Record<string, string>;
}

/** How long a token is kept that does not tell its life, in ms. */
const UNTOLD_LIFE_MS = 5 * 60_000;

/** A token this near its end is not handed out any more, in ms. */
const MARGIN_MS = 10_000;

/** Tries of one exchange in all. It may be repeated safely: a token too many does no harm. */
const TRIES = 3;

const FIRST_WAIT_MS = 500;

/** Credentials remembered at most; the one unused longest goes first. */
const MOST_KEPT = 500;

/** The sign-in did not give a token. The message holds both halves, since n8n's credential test shows nothing else; nothing secret is in it. */
export class SignInRefused extends UserError {
	/** @param httpStatus 0 when nobody answered; not called `status`, or n8n would take it for the status of the request itself */
	constructor(
		readonly advice: Advice,
		readonly httpStatus: number,
	) {
		super(`${advice.what}. ${advice.next}`);
	}
}

interface Kept {
	token: Promise<string>;
	/** Known when the exchange has ended. */
	value?: string;
	until: number;
}

const kept = new Map<string, Kept>();

/**
 * Tells whether two tokens come from the same source; the secrets cannot be read from it.
 *
 * @returns SHA-256, 64 hexadecimal characters
 */
export const tokenKey = (source: TokenSource): string =>
	createHash('sha256')
		.update(JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1))))
		.digest('hex');

/**
 * An access token, shared by everything in this process that asks for the same one: parallel items wait for one exchange.
 *
 * @param http n8n's request helper, as a credential gets it
 * @param source what makes the token
 * @param refused the token that the service no longer takes; a newer one is given, fetched only if nobody has fetched it yet
 * @returns the bearer token
 * @throws SignInRefused with a text for the user
 */
export async function sharedToken(
	http: IHttpRequestHelper,
	source: TokenSource,
	refused = '',
): Promise<string> {
	const key = tokenKey(source);
	const present = kept.get(key);
	if (present && present.until > Date.now() && (!present.value || present.value !== refused)) {
		return await present.token;
	}
	const entry: Kept = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
	entry.token = fetchToken(http, source).then(
		({ value, lifeMs }) => {
			entry.value = value;
			entry.until = Date.now() + lifeMs - MARGIN_MS;
			return value;
		},
		async (error: unknown) => {
			if (kept.get(key) === entry) kept.delete(key);
			return await Promise.reject(error);
		},
	);
	keep(key, entry);
	return await entry.token;
}

/**
 * What a refused sign-in says, when it is the cause of an error that n8n threw; undefined when the error has another cause. Told by its fields, not by its class: the
 * credential is shipped in a file of its own, so in n8n the class exists twice.
 */
export function refusedSignIn(error: unknown): Pick<SignInRefused, 'advice' | 'httpStatus'> | undefined {
	const cause = field(error, 'cause');
	const advice = field(cause, 'advice');
	const [what, next, httpStatus] = [field(advice, 'what'), field(advice, 'next'), field(cause, 'httpStatus')];
	if (typeof what !== 'string' || typeof next !== 'string' || typeof httpStatus !== 'number')
		return undefined;
	return { advice: { what, next }, httpStatus };
}

function keep(key: string, entry: Kept): void {
	kept.delete(key);
	kept.set(key, entry);
	if (kept.size <= MOST_KEPT) return;
	const [oldest] = kept.keys();
	kept.delete(oldest);
}

/** OAuth 2.0 (RFC 6749), sections 4.3 and 4.4: client and user stand in the form, not in a header. */
function form(source: TokenSource): URLSearchParams {
	const { grant, clientId, clientSecret, username, password, scope, parameters } = source;
	return new URLSearchParams({
		grant_type: grant === 'password' ? 'password' : 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
		...(grant === 'password' && { username: username ?? '', password: password ?? '' }),
		...(scope && { scope }),
		...parameters,
	});
}

async function fetchToken(
	http: IHttpRequestHelper,
	source: TokenSource,
): Promise<{ value: string; lifeMs: number }> {
	for (let turn = 1; ; turn++) {
		const { status, body } = await ask(http, source);
		const [token, life] = [field(body, 'access_token'), Number(field(body, 'expires_in'))];
		if (status === 200 && typeof token === 'string' && token) {
			return { value: token, lifeMs: life > 0 ? life * 1000 : UNTOLD_LIFE_MS };
		}
		// A page without a token comes from something in between, such as a gateway in maintenance.
		const passing = status === 0 || status === 200 || status === 429 || status >= 500;
		if (!passing || turn >= TRIES) throw new SignInRefused(refusal(status, body, source), status);
		await sleep(FIRST_WAIT_MS * 2 ** turn * (0.75 + Math.random() / 2));
	}
}

/** One exchange; status 0 when nobody answered. What n8n threw is left behind: it holds the whole request. */
async function ask(
	http: IHttpRequestHelper,
	source: TokenSource,
): Promise<{ status: number; body: unknown }> {
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
	return { status: Number(field(answer, 'statusCode') ?? 0), body: field(answer, 'body') };
}
