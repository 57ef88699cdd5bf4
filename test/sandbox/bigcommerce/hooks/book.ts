import { z } from 'zod';

import type { SandboxContext } from '../../core/context';
import { STORE_HASH } from '../../core/fixtures';
import type { StateFile } from '../../core/stateFile';
import { mayHear, type Account } from '../access';
import { ApiError, invalidData } from '../errors';
import { bodyOf } from '../request';
import { nextId } from '../state';
import type { BigCommerceState, Hook } from '../state';
import { checkException } from './exceptions';

/** BigCommerce reference 12.1. */
const MOST_PER_SCOPE = 10;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const hookBody = z.object({
	scope: z.string().regex(/^store(\/[A-Za-z0-9*_]+)+$/, 'error.scope.invalid'),
	destination: z.string().url('error.destination.invalid'),
	is_active: z.boolean().optional(),
	headers: z.record(z.string()).nullable().optional(),
});

const hookChange = hookBody
	.partial()
	.refine((change) => Object.keys(change).length > 0, 'at least one field is required');

/** The hooks of all API accounts; each account sees only its own. */
export class HookBook {
	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
	) {}

	all(): Hook[] {
		return Object.values(this.state.data.hooks);
	}

	ofClient(clientId: string): Hook[] {
		return this.all().filter((hook) => hook.client_id === clientId);
	}

	/** @throws ApiError 404 also for another account's hook */
	get(clientId: string, id: number): Hook {
		const hook = this.state.data.hooks[id];
		if (hook === undefined || hook.client_id !== clientId) {
			throw new ApiError(404, `Webhook with id [${id}] not found`);
		}
		return hook;
	}

	/** @throws ApiError 422 for an invalid body, destination or an eleventh hook of a scope; 409 for a second one; 403 for an event that the account may not hear of */
	create(account: Account, body: unknown): Hook {
		const { clientId } = account;
		const { scope, destination, is_active: isActive = true, headers = null } = bodyOf(hookBody, body);
		mayHear(account, scope);
		this.check(clientId, scope, destination);
		const now = this.seconds();
		const hook: Hook = {
			id: nextId(this.state.data, 'hook'),
			client_id: clientId,
			store_hash: STORE_HASH,
			scope,
			destination,
			headers,
			is_active: isActive,
			created_at: now,
			updated_at: now,
		};
		this.state.data.hooks[hook.id] = hook;
		this.saved(hook);
		return hook;
	}

	/** @throws ApiError 403, 404, 409, 422 */
	update(account: Account, id: number, body: unknown): Hook {
		const { clientId } = account;
		const hook = this.get(clientId, id);
		const change = bodyOf(hookChange, body);
		mayHear(account, change.scope ?? hook.scope);
		this.check(clientId, change.scope ?? hook.scope, change.destination ?? hook.destination, id);
		Object.assign(hook, change, { updated_at: this.seconds() });
		this.saved(hook);
		return hook;
	}

	/** @throws ApiError 404 */
	delete(clientId: string, id: number): Hook {
		const hook = this.get(clientId, id);
		delete this.state.data.hooks[id];
		this.saved(hook);
		return hook;
	}

	private check(clientId: string, scope: string, destination: string, ownId?: number): void {
		this.checkDestination(new URL(destination));
		const others = this.ofClient(clientId).filter((hook) => hook.id !== ownId);
		checkException({ scope, destination }, others, this.state.data.switches);
		const sameScope = others.filter((hook) => hook.scope === scope);
		if (sameScope.some((hook) => hook.destination === destination)) {
			throw new ApiError(
				this.state.data.switches.secondHookStatus,
				'A webhook with this scope and destination already exists.',
			);
		}
		if (sameScope.length >= MOST_PER_SCOPE) {
			throw invalidData({ scope: `at most ${MOST_PER_SCOPE} webhooks per scope` });
		}
	}

	private checkDestination({ protocol, port, hostname }: URL): void {
		const strict = this.state.data.switches.requireHttpsDestinations;
		const https = protocol === 'https:' && (!strict || port === '');
		const loopback = !strict && protocol === 'http:' && LOOPBACK.has(hostname);
		if (!https && !loopback) throw invalidData({ destination: 'must be served over https on port 443' });
	}

	private seconds(): number {
		return Math.floor(this.context.clock.now() / 1000);
	}

	private saved(hook: Hook): void {
		this.state.save();
		this.context.changes.emit('change', { service: 'bigcommerce', kind: 'hook', id: String(hook.id) });
	}
}
