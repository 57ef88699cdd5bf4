import type { IWebhookFunctions } from 'n8n-workflow';
import { Account } from '../../shared/account';
import { sameSecret } from '../../shared/secrets';
import { namedIn } from '../../shared/waiting/goingOn';
import { calledAddress } from '../../shared/webhookCall';
import { CREDENTIAL } from '../transport/WorkflowClient';
import { waitedForIn, type WaitedFor } from '../records/waitedFor';
import { callbackSecret, clientSecretOf, SECRET_PARAMETER } from './address';

/** As `callbackSecret` makes them. */
const SECRET = /^[0-9a-f]{64}$/;

/** A call that came from the case that its address names. */
export interface ProvenCall {
	/** Read once, since every reading costs n8n some time (guide, section 21). */
	account: Account;
	named: WaitedFor;
}

/** @returns undefined for a call that does not carry the secret of the case that it names, and has to be refused */
export async function provenBy(functions: IWebhookFunctions): Promise<ProvenCall | undefined> {
	const named = waitedForIn(functions);
	const given = namedIn(functions, SECRET_PARAMETER);
	const address = calledAddress(functions);
	// A call that cannot be one is refused before the credential is read.
	if (!named || !address || given === undefined || !SECRET.test(given)) return undefined;
	const account = new Account(functions, CREDENTIAL);
	const clientSecret = await clientSecretOf(account);
	if (!clientSecret) return undefined;
	return sameSecret(given, callbackSecret(clientSecret, address, named)) ? { account, named } : undefined;
}
