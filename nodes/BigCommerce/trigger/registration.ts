import { isRecord } from '../../shared/isRecord';
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

const HOOK_SCOPE = 'that of the object the event is about';

const HOOKS = '/v3/hooks';

/** The registrations of one trigger: found by destination and scope, never by a stored id, so that they are adopted and repaired wherever they come from. */
export class Registration {
	constructor(
		private readonly client: StoreClient,
		private readonly wanted: Wanted,
	) {}

	/** Whether every scope has one hook that is active and carries our secret, and no other scope has one. */
	async stands(): Promise<boolean> {
		const { scopes } = this.wanted;
		const hooks = await this.ours();
		return (
			hooks.length === scopes.length &&
			scopes.every((scope) => hooks.some((hook) => hook.scope === scope && hook.sound))
		);
	}

	/**
	 * Registers what is missing, repairs what is switched off or carries another secret, removes what is no longer wanted.
	 *
	 * @throws NodeApiError when BigCommerce refuses
	 */
	async establish(): Promise<void> {
		const { scopes } = this.wanted;
		const hooks = await this.ours();
		for (const { id } of hooks.filter((hook) => !scopes.includes(hook.scope))) await this.remove(id);
		for (const scope of scopes) {
			const present = hooks.find((hook) => hook.scope === scope);
			if (!present) await this.add(scope);
			else if (!present.sound) await this.repair(present);
		}
	}

	/** Removes every hook of this address, one by one; what is gone already is no matter. */
	async withdraw(): Promise<void> {
		for (const { id } of await this.ours()) await this.remove(id);
	}

	private async ours(): Promise<Hook[]> {
		const { destination, secret } = this.wanted;
		const subject = { name: 'the list of webhooks', scope: HOOK_SCOPE };
		const found = await this.client.list({ path: HOOKS, query: { destination }, subject });
		return found
			.filter((hook) => hook.destination === destination)
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
		const present = (await this.ours()).find((hook) => hook.scope === scope);
		if (!present) throw this.client.refusal(last, request);
		if (!present.sound) await this.repair(present);
	}

	private async repair({ id, scope }: Hook): Promise<void> {
		await this.client.send(this.write('PUT', `${HOOKS}/${id}`, scope));
	}

	private async remove(id: number): Promise<void> {
		const request: StoreRequest = {
			method: 'DELETE',
			path: `${HOOKS}/${id}`,
			subject: { name: `webhook ${id}`, scope: HOOK_SCOPE },
		};
		const { last } = await this.client.attempt(request);
		if (('headers' in last && last.status < 300) || last.status === 404) return;
		throw this.client.refusal(last, request);
	}

	private write(method: 'POST' | 'PUT', path: string, scope: string): StoreRequest {
		const { destination, secret } = this.wanted;
		return {
			method,
			path,
			body: { scope, destination, is_active: true, headers: { [SECRET_HEADER]: secret } },
			subject: { name: `the webhook for ${scope}`, scope: HOOK_SCOPE },
		};
	}
}
