import { hookLifecycle } from '../../shared/hookLifecycle';
import { StoreClient } from '../transport/StoreClient';
import { addressFault } from './address';
import { hookSecret } from './hookSecret';
import { rememberPublishing } from './publishing';
import { registrationOf } from './registration';
import { noteRegistered } from './rotation';
import { readSecrets, readSettings } from './settings';

export const lifecycle = hookLifecycle(async (functions, destination) => {
	rememberPublishing(functions);
	const client = new StoreClient(functions);
	const { baseUrl } = await client.store();
	const secrets = await readSecrets(client.account);
	const secret = hookSecret(secrets.accessToken, destination);
	if (functions.getMode() !== 'manual') noteRegistered(functions, destination, secrets);
	const { scopes } = readSettings(functions);
	return {
		registrations: registrationOf(client, { scopes, destination, secret }),
		fault() {
			const fault = addressFault(destination, baseUrl);
			return fault === undefined
				? undefined
				: {
						what: `BigCommerce cannot deliver to ${destination}: ${fault}. Set WEBHOOK_URL of this n8n to an address with https on port 443`,
						next: 'BigCommerce delivers only to https on port 443 of a public host. Set the environment variable WEBHOOK_URL of this n8n to such an address, for example https://n8n.example.com/, and restart n8n.',
					};
		},
	};
});
