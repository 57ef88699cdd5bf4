import { Account } from '../../shared/account';
import type { ClientOptions } from '../../shared/clientOptions';
import { CREDENTIAL as STORE_CREDENTIAL, StoreClient } from '../../BigCommerce/transport/StoreClient';
import { B2bClient, CREDENTIAL as B2B_CREDENTIAL } from '../../BigCommerce/edition/transport/B2bClient';
import {
	CREDENTIAL as SIGNATURE_CREDENTIAL,
	SignatureClient,
} from '../../OpenTextCoreSignature/transport/SignatureClient';
import {
	CREDENTIAL as CASE_CREDENTIAL,
	WorkflowClient,
} from '../../OpenTextWorkflow/transport/WorkflowClient';
import type { Services } from '../transport/Services';
import type { TriggerFunctions } from './settings';

/** What is known already where a trigger is called. */
export interface Known extends Pick<ClientOptions, 'patienceMs'> {
	/** The credential of Core Signature, where it was read. */
	signer?: Account;
}

/** What the trigger signs in with; each credential is read when it is first needed, and once. */
export const servicesOf = (
	functions: TriggerFunctions,
	{ signer = new Account(functions, SIGNATURE_CREDENTIAL), ...options }: Known = {},
): Omit<Services, 'functions'> => ({
	store: new StoreClient(functions, { account: new Account(functions, STORE_CREDENTIAL), ...options }),
	b2b: new B2bClient(functions, { account: new Account(functions, B2B_CREDENTIAL), ...options }),
	cases: new WorkflowClient(functions, { account: new Account(functions, CASE_CREDENTIAL), ...options }),
	signatures: new SignatureClient(functions, { account: signer, ...options }),
});
