import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
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

const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
 * What ended a request without an answer, read from the error that n8n's helper throws (its cause is axios's own error).
 *
 * @returns undefined when the error is not about the connection, for example a missing credential
 */
export function brokenConnection(error: unknown): Broken | undefined {
	const code = [field(field(error, 'cause'), 'code'), field(error, 'code'), field(error, 'httpCode')].find(
		(candidate) => typeof candidate === 'string' && BROKEN.has(candidate),
	);
	return typeof code === 'string' ? { status: 0, code, neverSent: NEVER_SENT.has(code) } : undefined;
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
 * @param credentialType the credential's name
 * @param options the request; a fresh object for each try, since n8n writes into it
 * @param renewOn statuses on which n8n renews the token and tries once more
 * @throws what n8n throws before anything was sent, for example for a missing credential
 */
export async function exchange(
	functions: ServiceFunctions,
	credentialType: string,
	options: IHttpRequestOptions,
	renewOn: number[] = [],
): Promise<Reply | Broken> {
	try {
		const response: unknown = await functions.helpers.httpRequestWithAuthentication.call(
			functions,
			credentialType,
			{
				...options,
				returnFullResponse: true,
				ignoreHttpStatusErrors: renewOn.length ? { ignore: true, except: renewOn } : true,
				disableFollowRedirect: true,
			},
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
