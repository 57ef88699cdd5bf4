import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Account } from './account';
import { fieldOf as field } from './fieldOf';
import type { Broken, Reply } from './send';

/** Everything in n8n that may talk to a service. */
export type ServiceFunctions =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** The connection was never made, so the service cannot have acted. */
const NEVER_SENT: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

const BROKEN: ReadonlySet<string> = new Set([
	...NEVER_SENT,
	'ECONNABORTED',
	'ECONNRESET',
	'EPIPE',
	'ERR_BAD_RESPONSE',
	'ERR_NETWORK',
	'ETIMEDOUT',
]);

/** The user stopped the execution. */
const CANCELLED = 'ERR_CANCELED';

/** What the operating system was doing while there was no connection yet. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);

/** An error and what caused it, the outermost first: n8n wraps axios, and axios wraps Node. */
const chain = (error: unknown): unknown[] => [
	error,
	field(error, 'cause'),
	field(field(error, 'cause'), 'cause'),
];

const codesOf = (error: unknown): string[] =>
	chain(error)
		.flatMap((link) => [field(link, 'code'), field(link, 'httpCode')])
		.filter((code): code is string => typeof code === 'string');

/** Whether the request was given up because the user stopped the execution. */
export const isCancelled = (error: unknown): boolean => codesOf(error).includes(CANCELLED);

/** The request helper gave up without an answer: a reply that is no HTTP, a certificate that is not trusted, a body that cannot be unpacked. */
const endedWithoutAnswer = (error: unknown): boolean =>
	chain(error).some((link) => field(link, 'isAxiosError') === true && field(link, 'response') === undefined);

/**
 * What ended a request without an answer, read from the error that n8n's helper throws (its cause is axios's own error, whose cause is Node's).
 *
 * @returns undefined when the error is not about the connection, for example a missing credential
 */
export function brokenConnection(error: unknown): Broken | undefined {
	if (isCancelled(error)) return undefined;
	const codes = codesOf(error);
	const code = codes.find((candidate) => BROKEN.has(candidate));
	if (code === undefined && !endedWithoutAnswer(error)) return undefined;
	const doing = chain(error)
		.map((link) => field(link, 'syscall'))
		.find((name) => name !== undefined);
	const neverSent =
		doing === undefined ? code !== undefined && NEVER_SENT.has(code) : BEFORE_SENDING.has(doing);
	return { status: 0, code: code ?? codes[0] ?? 'ERR_BAD_RESPONSE', neverSent };
}

/** The status of a refusal that n8n's helper threw, for example a 401 that a fresh token did not cure; undefined when it had none. */
export function refusedStatus(error: unknown): number | undefined {
	const status = Number(field(error, 'httpCode'));
	return Number.isInteger(status) && status >= 400 ? status : undefined;
}

const isFullResponse = (value: unknown): value is IN8nHttpFullResponse =>
	typeof field(value, 'statusCode') === 'number';

/**
 * Sends one request once, with the credential's own authentication. Every HTTP status is an answer, except those that n8n must see to renew a token.
 *
 * @param functions n8n's functions
 * @param account the credential
 * @param options the request; a fresh object for each try, since n8n writes into it
 * @param renewOn statuses on which n8n renews the token and tries once more
 * @throws what n8n throws before anything was sent, for example for a missing credential
 */
export async function exchange(
	functions: ServiceFunctions,
	account: Account,
	options: IHttpRequestOptions,
	renewOn: number[] = [],
): Promise<Reply | Broken> {
	const credentialsDecrypted = await account.decrypted();
	try {
		const response: unknown = await functions.helpers.httpRequestWithAuthentication.call(
			functions,
			account.type,
			{
				...options,
				returnFullResponse: true,
				ignoreHttpStatusErrors: renewOn.length ? { ignore: true, except: renewOn } : true,
				disableFollowRedirect: true,
			},
			{ credentialsDecrypted },
		);
		if (!isFullResponse(response)) return { status: 0, code: 'ERR_BAD_RESPONSE', neverSent: false };
		return { status: response.statusCode, headers: response.headers, body: response.body };
	} catch (error) {
		return brokenOrThrow(error, renewOn);
	}
}

function brokenOrThrow(error: unknown, renewOn: number[]): Reply | Broken {
	const broken = brokenConnection(error);
	if (broken) return broken;
	const status = refusedStatus(error);
	if (status !== undefined && renewOn.includes(status)) {
		return { status, headers: {}, body: field(field(error, 'context'), 'data') };
	}
	throw error;
}
