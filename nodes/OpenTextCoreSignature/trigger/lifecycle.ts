import type { Advice } from '../../shared/errorText';
import { hookLifecycle } from '../../shared/hookLifecycle';
import { unreachableBecause } from '../../shared/hosts';
import { SignatureClient } from '../transport/SignatureClient';
import { callbackAddress } from './address';
import { registrationOf } from './registration';
import { readSecrets, readSettings } from './settings';

const NO_CLIENT_SECRET: Advice = {
	what: 'The credential has no client secret, from which the secret of the callback address is made. Enter it in the OpenText Core Signature credential',
	next: 'Open the OpenText Core Signature credential and enter the client secret.',
};

export const lifecycle = hookLifecycle(async (functions, address) => {
	const client = new SignatureClient(functions);
	const { clientSecret } = await readSecrets(client.account);
	const service = await client.address();
	const { eventTypes } = readSettings(functions);
	const callbackUrl = callbackAddress(clientSecret, address);
	return {
		registrations: registrationOf(client, { eventTypes, address, callbackUrl }),
		fault() {
			if (!clientSecret) return NO_CLIENT_SECRET;
			const fault = unreachableBecause(address, service);
			return fault === undefined
				? undefined
				: {
						what: `Core Signature cannot call ${address}: ${fault}. Set WEBHOOK_URL of this n8n to an address with https on a public host`,
						next: 'Set the environment variable WEBHOOK_URL of this n8n to an address that the internet can reach, for example https://n8n.example.com/, and restart n8n.',
					};
		},
	};
});
