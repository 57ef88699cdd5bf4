import { redact, type Advice } from './errorText';
import { fieldOf as field } from './fieldOf';
import type { TokenSource } from './token';

/** The service's own words (OAuth 2.0's error, or the gateway's fault), without anything that was sent in secret. */
function words(body: unknown, { clientSecret, password }: TokenSource): string {
	const said =
		field(body, 'error_description') ?? field(body, 'error') ?? field(field(body, 'fault'), 'faultstring');
	if (typeof said !== 'string') return '';
	const secrets = [clientSecret, password].filter((secret): secret is string => Boolean(secret));
	const shown = secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), said);
	return ` The service said: "${redact(shown)}"`;
}

/** What to correct in the credential, by OAuth's error (RFC 6749, section 5.2). */
const BY_ERROR: Readonly<Record<string, string>> = {
	invalid_client:
		'Check tenant ID, client ID and client secret in the credential, and that they belong to its host.',
	invalid_grant: 'Check user name and password in the credential.',
	invalid_scope: 'Check the scope in the credential.',
	unauthorized_client:
		'Choose another grant type in the credential, or ask your administrator to allow it to this client.',
	unsupported_grant_type: 'Choose another grant type in the credential.',
};

function toCorrect(body: unknown, { grant }: TokenSource): string {
	const error = String(field(body, 'error') ?? '');
	const known = Object.hasOwn(BY_ERROR, error) ? BY_ERROR[error] : undefined;
	if (known && (error !== 'invalid_grant' || grant === 'password')) return known;
	const parts =
		grant === 'password' ? 'client ID, client secret, user name and password' : 'client ID and client secret';
	return `Check tenant ID, ${parts} in the credential.`;
}

/** The host that signs in, which a region in the credential leads to. */
const hostOf = ({ url }: TokenSource): string => (URL.canParse(url) ? new URL(url).host : url);

/**
 * What to tell a user whose sign-in gave no token: one sentence, and what to correct. Nothing secret is in it.
 *
 * @param status HTTP status; 0 when nobody answered
 * @param body what the sign-in service answered
 */
export function refusal(status: number, body: unknown, source: TokenSource): Advice {
	const said = words(body, source);
	if (!status) {
		return {
			what: 'The sign-in service could not be reached',
			next: `Check the host in the credential, which leads to ${hostOf(source)}, and whether this n8n may reach it.`,
		};
	}
	if (status === 404) {
		return {
			what: `The sign-in service at ${hostOf(source)} knows no such tenant`,
			next: `Check host and tenant ID in the credential: they must belong together.${said}`,
		};
	}
	if (status === 429 || status >= 500) {
		return {
			what: `The sign-in service could not answer (status ${status})`,
			next: `Try again in a while.${said}`,
		};
	}
	if (status < 300) {
		return {
			what: 'The sign-in service answered without a token',
			next: 'Check the host in the credential: something else answers there.',
		};
	}
	return {
		what: `The sign-in was refused (status ${status})`,
		next: `${toCorrect(body, source)}${said}`,
	};
}
