/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import pLimit from 'p-limit';

import type { ClockTimer } from '../../core/clock';
import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { nextId } from '../state';
import type { BigCommerceState, Delivery, Hook } from '../state';
import type { Switches } from '../switches';
import { callbackBody, covers } from './callback';
import { Exceptions, EXCEPTION_SCOPE, type ExceptionCode } from './exceptions';
import { callbackHeaders, isSuccess, post } from './send';

/** Finished deliveries that the log keeps. */
const LONGEST_LOG = 5_000;

/** Takes events to hooks: asynchronously, repeated on the vendor's schedule, logged (BigCommerce reference 12.6). */
export class Deliveries {
	private readonly timers = new Set<ClockTimer>();

	private stop = new AbortController();

	private limit: ReturnType<typeof pLimit>;

	private readonly exceptions: Exceptions;

	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
	) {
		this.exceptions = new Exceptions(context);
		this.limit = pLimit(this.switches.deliveryParallel);
	}

	/** Takes up what a former run of the sandbox left unfinished. */
	resume(): void {
		for (const delivery of this.state.data.deliveries) {
			if (delivery.state === 'pending' || delivery.state === 'retrying') this.schedule(delivery);
		}
	}

	/** One event happened; every active hook whose scope covers it gets it, after this call has returned. */
	fire(scope: string, data: Record<string, unknown>, orderId?: number): void {
		const hooks = Object.values(this.state.data.hooks).filter(
			(hook) => hook.is_active && covers(hook.scope, scope),
		);
		if (hooks.length === 0) return;
		const now = this.context.clock.now();
		const body = callbackBody(scope, data, now, this.switches);
		for (const hook of hooks) this.enqueue(hook, scope, body, orderId);
	}

	/**
	 * Takes on a copy that somebody sent on purpose: what was not answered with 2xx is repeated like any delivery.
	 * @param status what the copy got, 0 where there was no answer
	 */
	adopt(hook: Hook, copy: Pick<Delivery, 'id' | 'scope' | 'orderId' | 'body'>, status: number): void {
		const delivery: Delivery = {
			...copy,
			hookId: hook.id,
			status,
			attempts: 1,
			failures: 0,
			state: 'delivered',
			createdAt: this.context.clock.now(),
		};
		this.add(delivery);
		if (!isSuccess(status)) this.postpone(delivery, hook);
	}

	/** Switches were set: new deliveries follow the new limit. */
	configure(): void {
		this.limit = pLimit(this.switches.deliveryParallel);
	}

	/** Stops timers and attempts; what is under way stays unfinished in the state. */
	close(): void {
		this.stop.abort();
		for (const timer of this.timers) this.context.clock.clearTimeout(timer);
		this.timers.clear();
	}

	/** Forgets attempts of a state that is gone. */
	restart(): void {
		this.close();
		this.stop = new AbortController();
		this.configure();
	}

	private get switches(): Switches {
		return this.state.data.switches;
	}

	private enqueue(hook: Hook, scope: string, body: string, orderId?: number): void {
		const fault = this.context.faults.take(
			'bigcommerce',
			['duplicateDelivery', 'dropDelivery'],
			'POST',
			scope,
		);
		const delivery: Delivery = {
			id: `msg_${nextId(this.state.data, 'delivery')}`,
			hookId: hook.id,
			scope,
			orderId,
			status: null,
			attempts: 0,
			failures: 0,
			state: fault?.kind === 'dropDelivery' ? 'dropped' : 'pending',
			body,
			createdAt: this.context.clock.now(),
		};
		this.add(delivery);
		if (delivery.state === 'dropped') return;
		const copies = fault?.kind === 'duplicateDelivery' ? (fault.copies ?? 2) : 1;
		setImmediate(() => {
			void this.attempt(delivery);
			for (let copy = 1; copy < copies; copy += 1) void this.postCopy(hook, delivery);
		});
	}

	/** A repetition that the vendor sends although the first one arrived: same id, same body, no further life. */
	private async postCopy(hook: Hook, delivery: Delivery): Promise<void> {
		const { id, body } = delivery;
		const { signal } = this.stop;
		await this.limit(
			async () => await post(hook.destination, callbackHeaders(hook, id, body, this.switches), body, signal),
		);
		delivery.attempts += 1;
		this.saved(delivery);
	}

	private async attempt(delivery: Delivery): Promise<void> {
		const { signal } = this.stop;
		const hook = this.state.data.hooks[delivery.hookId];
		if (signal.aborted) return;
		if (hook === undefined) {
			this.finish(delivery, 'dropped');
			return;
		}
		const { id, body } = delivery;
		const status = await this.limit(
			async () => await post(hook.destination, callbackHeaders(hook, id, body, this.switches), body, signal),
		);
		if (signal.aborted) return;
		delivery.attempts += 1;
		delivery.status = status;
		if (isSuccess(status)) this.finish(delivery, 'delivered');
		else this.postpone(delivery, hook);
	}

	/** Waits as the schedule says; after the last wait the hook is switched off. */
	private postpone(delivery: Delivery, hook: Hook): void {
		const { retrySeconds, retryFactor, failedHookSwitchedOff } = this.switches;
		const seconds = retrySeconds[delivery.failures];
		delivery.failures = delivery.failures + 1;
		if (seconds === undefined) {
			if (failedHookSwitchedOff) {
				hook.is_active = false;
				hook.updated_at = Math.floor(this.context.clock.now() / 1000);
			}
			this.finish(delivery, 'failed');
			this.tellException(hook, 90002);
			this.context.changes.emit('change', { service: 'bigcommerce', kind: 'hook', id: String(hook.id) });
			return;
		}
		delivery.state = 'retrying';
		delivery.nextAttemptAt = this.context.clock.now() + seconds * retryFactor * 1000;
		this.saved(delivery);
		this.schedule(delivery);
		this.tellException(hook, 90001);
	}

	private tellException(hook: Hook, code: ExceptionCode): void {
		const data = this.exceptions.of(hook, code);
		if (data) this.fire(EXCEPTION_SCOPE, data);
	}

	private schedule(delivery: Delivery): void {
		const { clock } = this.context;
		const wait = Math.max((delivery.nextAttemptAt ?? clock.now()) - clock.now(), 0);
		const timer = clock.setTimeout(() => {
			this.timers.delete(timer);
			void this.attempt(delivery);
		}, wait);
		this.timers.add(timer);
	}

	private finish(delivery: Delivery, state: Delivery['state']): void {
		delivery.state = state;
		delete delivery.nextAttemptAt;
		this.saved(delivery);
	}

	private add(delivery: Delivery): void {
		this.state.data.deliveries.push(delivery);
		this.trim();
		this.saved(delivery);
	}

	private trim(): void {
		const { deliveries } = this.state.data;
		if (deliveries.length <= LONGEST_LOG) return;
		const oldest = deliveries.findIndex(({ state }) => state !== 'pending' && state !== 'retrying');
		if (oldest >= 0) deliveries.splice(oldest, 1);
	}

	private saved(delivery: Delivery): void {
		this.state.save();
		this.context.changes.emit('change', { service: 'bigcommerce', kind: 'delivery', id: delivery.id });
	}
}
