import type { IWebhookFunctions } from 'n8n-workflow';
import { Account } from '../../shared/account';
import { isRecord } from '../../shared/isRecord';
import { sameSecret } from '../../shared/secrets';
import { calledAddress } from '../../shared/webhookCall';
import { CREDENTIAL } from '../transport/SignatureClient';
import { callbackSecret, SECRET_PARAMETER } from './address';
import { isHashedBy } from './verify';

/** The service waits for the answer to a callback, and calls again by itself (reference 6.2): no use in waiting long for a service that is down. In ms. */
export const PATIENCE_MS = 8_000;

/** As `callbackSecret` makes them. */
const SECRET = /^[0-9a-f]{64}$/;

/** The secrets of the credential; they stay inside callbacks/. */
export async function readSecrets(account: Account): Promise<{ clientSecret: string; callbackKey: string }> {
	const { clientSecret, callbackSecret: key } = await account.read();
	return { clientSecret: String(clientSecret ?? ''), callbackKey: String(key ?? '').trim() };
}

/**
 * Whether a call came to the address that only we and the service know, and carries the right hash where there is a key for it (reference 6.4).
 *
 * @returns the credential that proved it, so that it is read once; undefined for a call that has to be refused
 */
export async function provenBy(functions: IWebhookFunctions): Promise<Account | undefined> {
	const given = secretOf(functions);
	// Every reading of the credential costs n8n some time, so a call that cannot be one is refused before.
	if (!given) return undefined;
	const account = new Account(functions, CREDENTIAL);
	const { clientSecret, callbackKey } = await readSecrets(account);
	const address = calledAddress(functions);
	if (!address || !clientSecret) return undefined;
	if (!sameSecret(given, callbackSecret(clientSecret, address))) return undefined;
	return !callbackKey || isHashedBy(callbackKey, functions.getBodyData()) ? account : undefined;
}

/** The secret that a call carries, if it looks like one of ours. */
function secretOf(functions: IWebhookFunctions): string | undefined {
	const query: unknown = functions.getQueryData();
	const given = isRecord(query) ? query[SECRET_PARAMETER] : undefined;
	return typeof given === 'string' && SECRET.test(given) ? given : undefined;
}
