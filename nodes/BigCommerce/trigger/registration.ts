import { isRecord } from '../../shared/isRecord';
import { hook as oneHook } from '../transport/dialect';
import type { StoreClient, StoreRequest } from '../transport/StoreClient';
import { SECRET_HEADER } from './hookSecret';

/** What this trigger wants registered. */
export interface Wanted {
	scopes: readonly string[];
	destination: string;
	secret: string;
}

interface Hook {
	id: number;
	scope: string;
	sound: boolean;
}

const HOOKS = '/v3/hooks';

/** The registrations of one trigger: found by destination and scope, never by a stored id, so that they are adopted and repaired wherever they come from. */
export class Registration {
	constructor(
		private readonly client: StoreClient,
		private readonly wanted: Wanted,
	) {}

	/** Whether every scope has exactly one hook, that is active and carries our secret, and no other scope has one. */
	async stands(): Promise<boolean> {
		const { scopes } = this.wanted;
		const hooks = await this.ours();
		return (
			hooks.length === scopes.length &&
			scopes.every((scope) => hooks.some((hook) => hook.scope === scope && hook.sound))
		);
	}

	/**
	 * Registers what is missing, repairs what is switched off or carries another secret, removes what is no longer wanted, and all but one of several for the same scope.
	 *
	 * @throws NodeApiError when BigCommerce refuses
	 */
	async establish(): Promise<void> {
		const hooks = await this.ours();
		const kept = this.wanted.scopes.map((scope) => ({ scope, hook: bestOf(hooks, scope) }));
		for (const hook of hooks) if (!kept.some((entry) => entry.hook === hook)) await this.remove(hook.id);
		for (const { scope, hook } of kept) {
			if (!hook) await this.add(scope);
			else if (!hook.sound) await this.repair(hook);
		}
	}

	/** Removes every hook of this address, one by one; what is gone already is no matter. */
	async withdraw(): Promise<void> {
		for (const { id } of await this.ours()) await this.remove(id);
	}

	/** A row without a usable id cannot be repaired or removed, so it is none of ours. */
	private async ours(): Promise<Hook[]> {
		const { destination, secret } = this.wanted;
		const subject = { name: 'the list of webhooks' };
		const found = await this.client.list({ path: HOOKS, query: { destination }, subject });
		return found
			.filter((hook) => hook.destination === destination && Number(hook.id) > 0)
			.map((hook) => ({
				id: Number(hook.id),
				scope: String(hook.scope),
				sound: hook.is_active === true && isRecord(hook.headers) && hook.headers[SECRET_HEADER] === secret,
			}));
	}

	/** A registration whose answer was lost, or that somebody else made meanwhile, is looked for before it is called refused. */
	private async add(scope: string): Promise<void> {
		const request = this.write('POST', HOOKS, scope);
		const { last } = await this.client.attempt(request);
		if ('headers' in last && last.status < 300) return;
		const present = bestOf(await this.ours(), scope);
		if (!present) throw this.client.refusal(last, request);
		if (!present.sound) await this.repair(present);
	}

	private async repair({ id, scope }: Hook): Promise<void> {
		await this.client.send(this.write('PUT', `${HOOKS}/${id}`, scope));
	}

	/** An answer that cannot be read is settled by looking. */
	private async remove(id: number): Promise<void> {
		const request: StoreRequest = {
			method: 'DELETE',
			path: `${HOOKS}/${id}`,
			subject: { name: `webhook ${id}` },
			gives: oneHook,
		};
		const { last } = await this.client.attempt(request);
		if (('headers' in last && last.status < 300) || last.status === 404) return;
		const isUnread = 'neverSent' in last && last.instead !== undefined;
		if (isUnread && !(await this.ours()).some((hook) => hook.id === id)) return;
		throw this.client.refusal(last, request);
	}

	private write(method: 'POST' | 'PUT', path: string, scope: string): StoreRequest {
		const { destination, secret } = this.wanted;
		return {
			method,
			path,
			body: { scope, destination, is_active: true, headers: { [SECRET_HEADER]: secret } },
			subject: { name: `the webhook for ${scope}` },
			gives: oneHook,
		};
	}
}

/** The hook of a scope; of several, one that works as it is. */
function bestOf(hooks: readonly Hook[], scope: string): Hook | undefined {
	const present = hooks.filter((hook) => hook.scope === scope);
	return present.find(({ sound }) => sound) ?? present.at(0);
}
