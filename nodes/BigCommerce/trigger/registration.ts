import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { unreadable } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { isDoubtful, type Broken, type Reply } from '../../shared/send';
import { pause } from '../../shared/wait';
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

/** Pauses before each look for a registration in doubt, in ms: half a minute in all, for somebody waits for the workflow to be published. */
const LOOK_AFTER_MS = [0, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

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
		const { last } = await this.client.tryRequest(request);
		const ending = this.isMade(last, scope) ? undefined : notMade(last);
		if (!ending) return;
		const present = await this.lookFor(scope, isDoubtful(ending) ? LOOK_AFTER_MS : [0]);
		if (!present) throw this.unknown(ending, request);
		if (!present.sound) await this.repair(present);
	}

	/** A look that the service does not answer says nothing. */
	private async lookFor(scope: string, waits: readonly number[]): Promise<Hook | undefined> {
		for (const wait of waits) {
			await pause(this.client.functions, wait);
			const hooks = await this.ours().catch(async (error: unknown) =>
				error instanceof NodeApiError ? [] : await Promise.reject(error),
			);
			const present = bestOf(hooks, scope);
			if (present) return present;
		}
		return undefined;
	}

	/** n8n shows only the message when a workflow is published, so that a doubt must stand in it. */
	private unknown(last: Reply | Broken, request: StoreRequest): Error {
		const next = 'Publish the workflow again: it looks for the webhook first, and makes no second one.';
		const error = this.client.refusal(last, request, isDoubtful(last) ? next : undefined);
		if (isDoubtful(last)) error.message += `. It is not known whether ${request.subject.name} was registered`;
		return error;
	}

	private async repair({ id, scope }: Hook): Promise<void> {
		const request = this.write('PUT', `${HOOKS}/${id}`, scope);
		const last = await this.client.request(request);
		if (!this.isMade(last, scope)) throw this.unknown(notMade(last), request);
	}

	/** Whether an answer shows the hook that was wanted; what it does not show (reference 12.1) is believed. */
	private isMade(last: Reply | Broken, scope: string): boolean {
		if (!('headers' in last) || last.status >= 300) return false;
		const { destination } = this.wanted;
		const made = hookIn(last.body);
		return Object.entries({ scope, destination, is_active: true }).every(
			([name, value]) => made[name] === undefined || made[name] === value,
		);
	}

	/** An answer that cannot be read is settled by looking. */
	private async remove(id: number): Promise<void> {
		const request: StoreRequest = {
			method: 'DELETE',
			path: `${HOOKS}/${id}`,
			subject: { name: `webhook ${id}` },
			gives: oneHook,
		};
		const { last } = await this.client.tryRequest(request);
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

/** With or without the envelope (reference 12.1). */
function hookIn(body: unknown): IDataObject {
	const given = isRecord(body) && 'data' in body ? body.data : body;
	return isRecord(given) ? given : {};
}

/** A good answer that shows another hook leaves in doubt what was made. */
const notMade = (last: Reply | Broken): Reply | Broken =>
	'headers' in last && last.status < 300 ? unreadable('another webhook', last) : last;

/** The hook of a scope; of several, one that works as it is. */
function bestOf(hooks: readonly Hook[], scope: string): Hook | undefined {
	const present = hooks.filter((hook) => hook.scope === scope);
	return present.find(({ sound }) => sound) ?? present.at(0);
}
