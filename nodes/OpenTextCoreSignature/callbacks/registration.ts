import type { Registrations } from '../../shared/hookLifecycle';
import { Registration, type HookFacts } from '../../shared/registration';
import { removed, webhook, webhooks } from '../transport/dialect';
import type { ApiRequest, ApiTarget, SignatureClient } from '../transport/SignatureClient';

/** What this trigger wants registered. */
export interface Wanted {
	eventTypes: readonly string[];
	/** n8n's webhook address, without the secret. */
	address: string;
	/** The same with the secret. */
	callbackUrl: string;
}

const WEBHOOKS = '/webhooks/';

/** Shown in the service's own list. */
const NAME = 'n8n';

const pathOf = (id: string) => `${WEBHOOKS}${encodeURIComponent(id)}/`;

const subjectOf = (eventType: string) => `the webhook for ${eventType}`;

/** The webhooks of one trigger, one for each event type (reference 4.7; 8, point 15). */
export function registrationOf(client: SignatureClient, wanted: Wanted): Registrations {
	const { eventTypes, address, callbackUrl } = wanted;
	const write = (method: 'POST' | 'PUT', path: string, eventType: string): ApiRequest => ({
		method,
		path,
		body: { name: NAME, event_type: eventType, callback_url: callbackUrl },
		subject: subjectOf(eventType),
		gives: webhook(eventType),
	});
	const facts: HookFacts<ApiTarget> = {
		// No filter is known for this list (reference 4.7), so all of its pages are read.
		list: async () => await client.list({ path: WEBHOOKS, subject: 'the list of webhooks', rows: webhooks }),
		// Secrets aside, the address must be exactly ours: a test listens at another.
		isOurs: ({ callback_url: url }) => String(url).split('?')[0] === address,
		isRight: ({ callback_url: url }) => url === callbackUrl,
		fields: { id: 'uuid', event: 'event_type' },
		adding: (eventType) => write('POST', WEBHOOKS, eventType),
		repairing: ({ id, event }) => write('PUT', pathOf(id), event),
		removing: ({ id, event }) => ({
			method: 'DELETE',
			path: pathOf(id),
			subject: subjectOf(event),
			gives: removed,
		}),
		// Where it is gone or cannot be changed: the verbs are inferred (reference 4.7).
		replacedOn: [404, 405],
	};
	return new Registration(client, eventTypes, facts);
}
