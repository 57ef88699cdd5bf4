import { randomUUID } from 'node:crypto';

import type { Callbacks } from './callbacks';
import type { EventType } from './fields';
import { type Parts, saved } from './parts';
import type { DocumentRecord, EventRecord, SignerRecord } from './types';

/** The event log; every event also goes to the callback addresses (Core Signature reference 5.11, 6). */
export class Events {
	constructor(
		private readonly parts: Parts,
		private readonly callbacks: Callbacks,
	) {}

	record(document: DocumentRecord, eventType: EventType, signer?: SignerRecord): EventRecord {
		const event: EventRecord = {
			uuid: randomUUID(),
			eventType,
			at: this.parts.context.clock.now(),
			documentUuid: document.uuid,
			signer: signer?.token ?? null,
			delivered: false,
			deliveredOn: null,
			callbackStatusCode: null,
		};
		this.parts.state.data.events.push(event);
		saved(this.parts, 'event', event.uuid);
		this.callbacks.fire(document, event);
		return event;
	}

	/** Events of one document, oldest first. */
	of({ uuid }: DocumentRecord): EventRecord[] {
		return this.parts.state.data.events.filter(({ documentUuid }) => documentUuid === uuid);
	}
}
