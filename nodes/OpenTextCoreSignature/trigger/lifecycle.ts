import type { IHookFunctions } from 'n8n-workflow';
import { Account } from '../../shared/account';
import { operationError } from '../../shared/errorText';
import { hookLifecycle } from '../../shared/hookLifecycle';
import { unreachableBecause } from '../../shared/hosts';
import { CREDENTIAL, SignatureClient } from '../transport/SignatureClient';
import { callbackAddress } from './address';
import { Registration } from './registration';
import { readSecrets, readSettings } from './settings';

const addressOf = (functions: IHookFunctions): string => functions.getNodeWebhookUrl('default') ?? '';

async function registration(functions: IHookFunctions): Promise<Registration> {
	const address = addressOf(functions);
	const account = new Account(functions, CREDENTIAL);
	const { clientSecret } = await readSecrets(account);
	return new Registration(new SignatureClient(functions, { account }), {
		eventTypes: readSettings(functions).eventTypes,
		address,
		callbackUrl: callbackAddress(clientSecret, address),
	});
}

/** n8n 2.41 shows the message alone when a workflow is published, so that the remedy must stand in it too. */
async function assertUsable(functions: IHookFunctions): Promise<void> {
	const account = new Account(functions, CREDENTIAL);
	const { clientSecret } = await readSecrets(account);
	if (!clientSecret) {
		throw operationError(functions.getNode(), {
			what: 'The credential has no client secret, from which the secret of the callback address is made. Enter it in the OpenText Core Signature credential',
			next: 'Open the OpenText Core Signature credential and enter the client secret.',
		});
	}
	const address = addressOf(functions);
	const fault = unreachableBecause(address, await new SignatureClient(functions, { account }).address());
	if (!fault) return;
	throw operationError(functions.getNode(), {
		what: `Core Signature cannot call ${address}: ${fault}. Set WEBHOOK_URL of this n8n to an address with https on a public host`,
		next: 'Set the environment variable WEBHOOK_URL of this n8n to an address that the internet can reach, for example https://n8n.example.com/, and restart n8n.',
	});
}

export const lifecycle = hookLifecycle(registration, assertUsable);
