import type { IDataObject } from 'n8n-workflow';
import type { Gives } from '../../shared/answer';
import type { Registrations } from '../../shared/hookLifecycle';
import { isRecord } from '../../shared/isRecord';
import { Registration, type HookFacts } from '../../shared/registration';
import { hook as oneHook } from '../transport/dialect';
import { rightFor } from '../transport/eventScopes';
import { INFERRED } from '../transport/inferred';
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

export const HOOKS = '/v3/hooks';

/** Tells that deliveries to another hook fail (reference 12.6). */
export const EXCEPTION_SCOPE = 'store/hook/deliveryException';

/**
 * Where a hook of one scope delivers. That for delivery exceptions must have an address that differs from all others (reference 12.6): the same one of n8n, with a query that
 * nobody reads.
 *
 * @param address of n8n
 */
export const destinationOf = (address: string, scope: string): string =>
	scope === EXCEPTION_SCOPE ? `${address}?${INFERRED.exceptionQuery}` : address;

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

/** What makes or changes a hook so that it delivers one scope with our secret. */
export function hookWrite(
	method: 'POST' | 'PUT',
	path: string,
	{ scope, destination, secret }: { scope: string; destination: string; secret: string },
): StoreRequest {
	const shown = { scope, destination, is_active: true };
	return {
		method,
		path,
		body: { ...shown, headers: { [SECRET_HEADER]: secret } },
		subject: { name: `the webhook for ${scope}`, ...rightFor(scope) },
		gives: showing(shown),
	};
}

/** The hooks of one trigger, one for each scope (BigCommerce reference 12.1). */
export function registrationOf(client: StoreClient, wanted: Wanted): Registrations {
	const { scopes, destination, secret } = wanted;
	const write = (method: 'POST' | 'PUT', path: string, scope: string) =>
		hookWrite(method, path, { scope, destination: destinationOf(destination, scope), secret });
	const destinations = [...new Set(scopes.map((scope) => destinationOf(destination, scope)))];
	const listed = async (at: string) =>
		await client.list({
			path: HOOKS,
			query: { destination: at },
			subject: { name: 'the list of webhooks' },
		});
	const facts: HookFacts<StoreTarget> = {
		list: async () => (await Promise.all(destinations.map(listed))).flat(),
		isOurs: (row) => destinations.some((at) => row.destination === at) && Number(row.id) > 0,
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
