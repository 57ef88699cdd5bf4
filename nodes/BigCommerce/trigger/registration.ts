import type { IDataObject } from 'n8n-workflow';
import type { Gives } from '../../shared/answer';
import type { Registrations } from '../../shared/hookLifecycle';
import { isRecord } from '../../shared/isRecord';
import { Registration, type HookFacts } from '../../shared/registration';
import { hook as oneHook } from '../transport/dialect';
import type { StoreClient, StoreRequest, StoreTarget } from '../transport/StoreClient';
import { SECRET_HEADER } from './hookSecret';

/** What this trigger wants registered. */
export interface Wanted {
	scopes: readonly string[];
	destination: string;
	secret: string;
}

/** What an answer shows of a hook; its header, which holds the secret, may be left out. */
interface Shown {
	scope: string;
	destination: string;
	is_active: boolean;
}

const HOOKS = '/v3/hooks';

/** With or without the envelope (reference 12.1). */
function hookIn(body: unknown): IDataObject {
	const given = isRecord(body) && 'data' in body ? body.data : body;
	return isRecord(given) ? given : {};
}

/** An answer that shows the hook that was wanted; what it does not show (reference 12.1) is believed. */
const showing =
	(wanted: Shown): Gives =>
	(reply) => {
		const made = hookIn(reply.body);
		const isOther = Object.entries(wanted).some(
			([name, value]) => made[name] !== undefined && made[name] !== value,
		);
		return oneHook(reply) ?? (isOther ? 'another webhook' : undefined);
	};

/** The hooks of one trigger, one for each scope (BigCommerce reference 12.1). */
export function registrationOf(client: StoreClient, wanted: Wanted): Registrations {
	const { scopes, destination, secret } = wanted;
	const write = (method: 'POST' | 'PUT', path: string, scope: string): StoreRequest => {
		const shown = { scope, destination, is_active: true };
		return {
			method,
			path,
			body: { ...shown, headers: { [SECRET_HEADER]: secret } },
			subject: { name: `the webhook for ${scope}` },
			gives: showing(shown),
		};
	};
	const facts: HookFacts<StoreTarget> = {
		list: async () =>
			await client.list({ path: HOOKS, query: { destination }, subject: { name: 'the list of webhooks' } }),
		isOurs: (row) => row.destination === destination && Number(row.id) > 0,
		isRight: ({ is_active: isActive, headers }) =>
			isActive === true && isRecord(headers) && headers[SECRET_HEADER] === secret,
		fields: { id: 'id', event: 'scope' },
		adding: (scope) => write('POST', HOOKS, scope),
		repairing: ({ id, event }) => write('PUT', `${HOOKS}/${id}`, event),
		removing: ({ id }) => ({
			method: 'DELETE',
			path: `${HOOKS}/${id}`,
			subject: { name: `webhook ${id}` },
			gives: oneHook,
		}),
	};
	return new Registration(client, scopes, facts);
}
