import type { IHookFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import { hookLifecycle } from '../../shared/hookLifecycle';
import { StoreClient } from '../transport/StoreClient';
import { addressFault } from './address';
import { hookSecret } from './hookSecret';
import { Registration } from './registration';
import { readSecrets, readSettings } from './settings';

async function registration(functions: IHookFunctions): Promise<Registration> {
	const destination = functions.getNodeWebhookUrl('default') ?? '';
	const client = new StoreClient(functions);
	const { accessToken } = await readSecrets(client.account);
	return new Registration(client, {
		scopes: readSettings(functions).scopes,
		destination,
		secret: hookSecret(accessToken, destination),
	});
}

async function assertReachable(functions: IHookFunctions): Promise<void> {
	const destination = functions.getNodeWebhookUrl('default') ?? '';
	const { baseUrl } = await new StoreClient(functions).store();
	const fault = addressFault(destination, baseUrl);
	if (!fault) return;
	// n8n 2.41 shows the message alone when a workflow is published, so that the remedy must stand in it too.
	throw operationError(functions.getNode(), {
		what: `BigCommerce cannot deliver to ${destination}: ${fault}. Set WEBHOOK_URL of this n8n to an address with https on port 443`,
		next: 'BigCommerce delivers only to https on port 443 of a public host. Set the environment variable WEBHOOK_URL of this n8n to such an address, for example https://n8n.example.com/, and restart n8n.',
	});
}

export const lifecycle = hookLifecycle(registration, assertReachable);
