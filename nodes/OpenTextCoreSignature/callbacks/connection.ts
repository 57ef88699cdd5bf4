import type { IHookFunctions } from 'n8n-workflow';
import type { Advice } from '../../shared/errorText';
import type { Connection } from '../../shared/hookLifecycle';
import { unreachableBecause } from '../../shared/hosts';
import { SignatureClient } from '../transport/SignatureClient';
import { callbackAddress } from './address';
import { readSecrets } from './proven';
import { registrationOf } from './registration';

const NO_CLIENT_SECRET: Advice = {
	what: 'The credential has no client secret, from which the secret of the callback address is made. Enter it in the OpenText Core Signature credential',
	next: 'Open the OpenText Core Signature credential and enter the client secret.',
};

/**
 * What a trigger has to do with the service that calls it: one webhook for each event type (reference 4.7).
 *
 * @param address n8n's webhook address
 * @param eventTypesOf gives the event types, by the service's names (reference 5.11)
 */
export async function connectionOf(
	functions: IHookFunctions,
	address: string,
	eventTypesOf: () => readonly string[],
): Promise<Connection> {
	const client = new SignatureClient(functions);
	const { clientSecret } = await readSecrets(client.account);
	const service = await client.address();
	const callbackUrl = callbackAddress(clientSecret, address);
	return {
		registrations: registrationOf(client, { eventTypes: eventTypesOf(), address, callbackUrl }),
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
}
