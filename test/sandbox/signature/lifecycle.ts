import type { ClockTimer } from '../core';

import type { Callbacks } from './callbacks';
import { convert } from './conversion';
import type { Events } from './events';
import { finishedFiles } from './finishing';
import type { Outbox } from './outbox';
import { isKept, type Parts, touched } from './parts';
import { daysAfter, deletesAt, expiresAt } from './present';
import { currentSigners, hasTurn, isOpen, isUnfinished } from './turns';
import type { DocumentRecord, Status } from './types';

/** Automatic reminders, days after sending (Core Signature reference 5.2, `send_reminders`). */
const REMINDER_DAYS = [3, 8, 13, 18];

/** When the next reminder is due; null: none. Milliseconds since 1970. */
function reminderAt(document: DocumentRecord): number | null {
	const { request } = document;
	if (request === null || !request.fields.send_reminders || !isOpen(document)) return null;
	return daysAfter(request.sentAt, REMINDER_DAYS[request.remindersSent] ?? null);
}

/** What time does to a document, each with its due time. */
interface Step {
	at: (document: DocumentRecord) => number | null;
	run: (document: DocumentRecord) => void | Promise<void>;
}

/** Moves documents along with the sandbox's clock: conversion, reminders, expiry, signed PDF, deletion. */
export class Lifecycle {
	private readonly timers = new Map<string, ClockTimer>();

	private readonly working = new Map<string, Promise<void>>();

	private readonly steps: readonly Step[] = [
		{ at: ({ convertAt }) => convertAt, run: async (document) => await this.convert(document) },
		{ at: ({ finishAt }) => finishAt, run: async (document) => await this.finish(document) },
		{
			at: (document) => (isUnfinished(document) ? expiresAt(document) : null),
			run: (document) => this.expire(document),
		},
		{ at: reminderAt, run: (document) => this.remindAutomatically(document) },
		{
			at: deletesAt,
			run: async (document) => {
				this.forgetDocument(document);
				await this.removeFiles(document);
			},
		},
	];

	constructor(
		private readonly parts: Parts,
		private readonly events: Events,
		private readonly outbox: Outbox,
		private readonly callbacks: Callbacks,
	) {}

	/** Takes up every document of a former run. */
	resume(): void {
		for (const document of Object.values(this.parts.state.data.documents)) this.follow(document);
	}

	/** Sets the clock for whatever is due next. To be called after every change of a due time. */
	follow(document: DocumentRecord): void {
		const { clock } = this.parts.context;
		const { uuid } = document;
		this.forget(uuid);
		if (!isKept(this.parts, document) || this.working.has(uuid)) return;
		const due = this.steps.map(({ at }) => at(document)).filter((at) => at !== null);
		if (due.length === 0) return;
		const wait = Math.max(Math.min(...due) - clock.now(), 0);
		this.timers.set(
			uuid,
			clock.setTimeout(() => {
				this.timers.delete(uuid);
				this.start(document);
			}, wait),
		);
	}

	/** Sends a converted document to the signers whose turn it is (reference 4.3). */
	send(document: DocumentRecord): void {
		const { request } = document;
		if (request === null || document.status !== 'ne' || request.fields.is_being_prepared) return;
		document.status = 'se';
		request.sentAt = this.parts.context.clock.now();
		this.events.record(document, 'sent');
		this.invite(document);
		this.outbox.toWatchers(document, 'The document was sent.');
		touched(this.parts, document);
		this.follow(document);
	}

	/** Mails whoever has got the turn. A person with an embed link gets no invitation, nor does the sender (reference 7.5). */
	invite(document: DocumentRecord): void {
		const { request } = document;
		if (request === null) return;
		for (const signer of currentSigners(request)) {
			if (signer.emailed || signer.isSender || signer.fields.embed_url_user_id !== null) continue;
			signer.emailed = this.outbox.send('invitation', document, request, signer);
		}
	}

	/** Mails those who were mailed before and have not signed (reference 4.3, resend). */
	remind(document: DocumentRecord): void {
		const { request } = document;
		if (request === null) return;
		for (const signer of request.signers) {
			if (signer.emailed && hasTurn(document, signer)) {
				this.outbox.send('reminder', document, request, signer);
			}
		}
	}

	/** The last word is spoken: the PDF is being made (reference 5.1, `processing`). */
	close(document: DocumentRecord, status: Extract<Status, 'si' | 'de'>): void {
		const now = this.parts.context.clock.now();
		document.status = status;
		document.finishedAt = now;
		document.finishAt = now + this.parts.state.data.switches.processingMs;
		touched(this.parts, document);
		this.follow(document);
	}

	/** Makes the signed PDF at least that large, now or as soon as there is one. */
	async pad(document: DocumentRecord, bytes: number): Promise<void> {
		await this.working.get(document.uuid);
		document.padTo = bytes;
		if (document.signed !== null) await this.makeFiles(document);
		touched(this.parts, document);
	}

	/** Erases a document with its events and files (reference 7.15, `force_delete`), after whatever is under way. */
	async erase(document: DocumentRecord): Promise<void> {
		this.forgetDocument(document);
		await this.working.get(document.uuid);
		await this.removeFiles(document);
	}

	/** Stops the timers; resolves when nothing is under way any more. */
	async stop(): Promise<void> {
		for (const uuid of this.timers.keys()) this.forget(uuid);
		await Promise.all(this.working.values());
		for (const uuid of this.timers.keys()) this.forget(uuid);
	}

	private forget(uuid: string): void {
		const timer = this.timers.get(uuid);
		if (timer !== undefined) this.parts.context.clock.clearTimeout(timer);
		this.timers.delete(uuid);
	}

	private forgetDocument(document: DocumentRecord): void {
		const { data } = this.parts.state;
		this.forget(document.uuid);
		delete data.documents[document.uuid];
		data.events = data.events.filter(({ documentUuid }) => documentUuid !== document.uuid);
		touched(this.parts, document);
	}

	private async removeFiles(document: DocumentRecord): Promise<void> {
		const { source, converted, text, signed, log, attachments } = document;
		const attached = attachments.map(({ file }) => file);
		await this.parts.files.remove([source, converted, text, signed, log, ...attached]);
	}

	/** One step at a time per document. */
	private start(document: DocumentRecord): void {
		const now = this.parts.context.clock.now();
		const step = this.steps.find(({ at }) => (at(document) ?? Number.POSITIVE_INFINITY) <= now);
		if (step === undefined) {
			this.follow(document);
			return;
		}
		const result = step.run(document);
		if (result === undefined) {
			this.follow(document);
			return;
		}
		const work = result.finally(() => {
			this.working.delete(document.uuid);
			this.follow(document);
		});
		this.working.set(document.uuid, work);
	}

	private async convert(document: DocumentRecord): Promise<void> {
		const converted = await convert(this.parts, document);
		document.convertAt = null;
		if (!isKept(this.parts, document)) {
			await this.parts.files.remove(Object.values(converted ?? {}));
			return;
		}
		Object.assign(document, converted);
		if (document.status === 'co') {
			document.status = converted === null ? 'ec' : 'ne';
			this.events.record(document, converted === null ? 'convert_error' : 'converted');
		}
		touched(this.parts, document);
		this.send(document);
	}

	private async finish(document: DocumentRecord): Promise<void> {
		await this.makeFiles(document);
		document.finishAt = null;
		if (!isKept(this.parts, document)) return;
		if (document.status === 'si') {
			this.events.record(document, 'signed');
			this.outbox.toEverybody('finished', document);
		}
		touched(this.parts, document);
		this.callbacks.release(document);
	}

	private async makeFiles(document: DocumentRecord): Promise<void> {
		const before = [document.signed, document.log];
		Object.assign(document, await finishedFiles(this.parts, this.events, document));
		await this.parts.files.remove(before);
	}

	private expire(document: DocumentRecord): void {
		document.status = 'xp';
		this.events.record(document, 'expired');
		this.outbox.toEverybody('expired', document);
		touched(this.parts, document);
	}

	private remindAutomatically(document: DocumentRecord): void {
		if (document.request !== null) document.request.remindersSent += 1;
		this.remind(document);
		touched(this.parts, document);
	}
}
