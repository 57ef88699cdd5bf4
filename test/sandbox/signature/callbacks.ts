import { randomUUID } from 'node:crypto';

import pLimit from 'p-limit';

import { isSuccess, post } from '../bigcommerce/hooks/send';
import type { ClockTimer } from '../core';

import { CALLBACK_HEADERS, callbackBody } from './callbackBody';
import { type Parts, saved } from './parts';
import type { Presenter } from './present';
import { isProcessing } from './turns';
import type { DeliveryRecord, DeliveryState, DocumentRecord, EventRecord } from './types';

/** Minutes between a failure and the next attempt (Core Signature reference 6.2). */
const RETRY_MINUTES = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55];
const MINUTE_MS = 60_000;

/** Callbacks under way at the same time. */
const PARALLEL = 8;

const UNFINISHED: ReadonlySet<DeliveryState> = new Set(['pending', 'held', 'retrying']);

/** Where an event of a document goes: its own address, and every webhook of the type (reference 6.1). */
export function addressesFor({ state }: Parts, document: DocumentRecord, eventType: string) {
	const own = document.fields.events_callback_url;
	return [
		...(own === null ? [] : [{ webhookUuid: null, url: own }]),
		...Object.values(state.data.webhooks)
			.filter((webhook) => webhook.eventType === eventType)
			.map(({ uuid, callbackUrl }) => ({ webhookUuid: uuid, url: callbackUrl })),
	];
}

/** Takes events to callback addresses: asynchronously, repeated after a time-out or 5xx, logged (reference 6.2). */
export class Callbacks {
	private readonly timers = new Set<ClockTimer>();

	private readonly limit = pLimit(PARALLEL);

	private stop = new AbortController();

	constructor(
		private readonly parts: Parts,
		private readonly presenter: Presenter,
	) {}

	/** Takes up what a former run of the sandbox left unfinished. */
	resume(): void {
		for (const delivery of this.parts.state.data.deliveries) {
			if (UNFINISHED.has(delivery.state)) this.schedule(delivery);
		}
	}

	/** An event happened; its addresses get it after this call has returned. */
	fire(document: DocumentRecord, event: EventRecord): void {
		const { context, state } = this.parts;
		const { dropCallbacks, copiesOfCallbacks } = state.data.switches;
		const addresses = addressesFor(this.parts, document, event.eventType);
		for (const { url, webhookUuid } of addresses) {
			const fault = context.faults.take(
				'signature',
				['duplicateDelivery', 'dropDelivery'],
				'POST',
				event.eventType,
			);
			const dropped = dropCallbacks || fault?.kind === 'dropDelivery';
			const now = context.clock.now();
			const delivery: DeliveryRecord = {
				id: randomUUID(),
				eventUuid: event.uuid,
				eventType: event.eventType,
				documentUuid: document.uuid,
				webhookUuid,
				url,
				attempts: 0,
				failures: 0,
				status: null,
				state: dropped ? 'dropped' : 'pending',
				nextAttemptAt: now,
				copies: fault?.kind === 'duplicateDelivery' ? (fault.copies ?? 2) : copiesOfCallbacks,
				createdAt: now,
			};
			state.data.deliveries.push(delivery);
			this.saved(delivery);
			if (!dropped) this.schedule(delivery);
		}
	}

	/** The document's PDF is ready: what was held back goes out (reference 6.2). */
	release(document: DocumentRecord): void {
		for (const delivery of this.parts.state.data.deliveries) {
			if (delivery.documentUuid === document.uuid && delivery.state === 'held') this.schedule(delivery);
		}
	}

	/** Stops timers and attempts; what is under way stays unfinished in the state. */
	close(): void {
		this.stop.abort();
		for (const timer of this.timers) this.parts.context.clock.clearTimeout(timer);
		this.timers.clear();
	}

	/** Forgets attempts of a state that is gone. */
	restart(): void {
		this.close();
		this.stop = new AbortController();
	}

	private async attempt(delivery: DeliveryRecord): Promise<void> {
		const { signal } = this.stop;
		if (signal.aborted) return;
		const { documents, events, switches, webhooks } = this.parts.state.data;
		const document = documents[delivery.documentUuid];
		const event = events.find(({ uuid }) => uuid === delivery.eventUuid);
		const { webhookUuid } = delivery;
		const unsubscribed = webhookUuid !== null && !(webhookUuid in webhooks);
		if (document === undefined || event === undefined || unsubscribed) {
			this.finish(delivery, 'dropped');
			return;
		}
		if (isProcessing(document)) {
			delivery.state = 'held';
			this.saved(delivery);
			return;
		}
		const send = async () => {
			const body = JSON.stringify(callbackBody(this.presenter, event, switches));
			return await this.limit(async () => await post(delivery.url, CALLBACK_HEADERS, body, signal));
		};
		const [status] = await Promise.all(Array.from({ length: delivery.copies }, send));
		if (signal.aborted) return;
		delivery.attempts += 1;
		delivery.status = status;
		this.note(event, status);
		if (isSuccess(status)) this.finish(delivery, 'delivered');
		else this.postpone(delivery, status);
	}

	/** What the event log shows about the push (reference 5.8, 6.2). */
	private note(event: EventRecord, status: number): void {
		event.callbackStatusCode = status === 0 ? null : status;
		if (!isSuccess(status) || event.delivered) return;
		event.delivered = true;
		event.deliveredOn = this.parts.context.clock.now();
	}

	private postpone(delivery: DeliveryRecord, status: number): void {
		const { callbackRetryOn4xx, retryFactor = 1 } = this.parts.state.data.switches;
		const retried = status === 0 || status >= 500 || (callbackRetryOn4xx && status >= 400);
		const minutes = retried ? RETRY_MINUTES[delivery.failures] : undefined;
		delivery.failures += 1;
		if (minutes === undefined) {
			this.finish(delivery, 'failed');
			return;
		}
		delivery.state = 'retrying';
		delivery.nextAttemptAt = this.parts.context.clock.now() + minutes * MINUTE_MS * retryFactor;
		this.saved(delivery);
		this.schedule(delivery);
	}

	private schedule(delivery: DeliveryRecord): void {
		const { clock } = this.parts.context;
		const timer = clock.setTimeout(
			() => {
				this.timers.delete(timer);
				void this.attempt(delivery);
			},
			Math.max(delivery.nextAttemptAt - clock.now(), 0),
		);
		this.timers.add(timer);
	}

	private finish(delivery: DeliveryRecord, state: DeliveryState): void {
		delivery.state = state;
		this.saved(delivery);
	}

	private saved(delivery: DeliveryRecord): void {
		saved(this.parts, 'delivery', delivery.id);
	}
}
