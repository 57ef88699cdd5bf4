import { randomUUID } from 'node:crypto';

import { type Parts, saved } from './parts';
import { sameAddress } from './site';
import { roleOf } from './turns';
import type { DocumentRecord, MailKind, MailRecord, RequestRecord, SignerRecord } from './types';

/** Subjects of the mails that the service words itself. */
const SUBJECTS: Record<MailKind, (name: string) => string> = {
	invitation: (name) => `Please sign ${name}`,
	reminder: (name) => `Reminder: please sign ${name}`,
	copy: (name) => `For your information: ${name}`,
	finished: (name) => `${name} has been signed by everybody`,
	declined: (name) => `${name} has been declined`,
	cancelled: (name) => `The request to sign ${name} has been cancelled`,
	expired: (name) => `The request to sign ${name} has expired`,
};

/** The sender's own subject goes out with these. */
const OWN_SUBJECT: ReadonlySet<MailKind> = new Set(['invitation', 'reminder']);

/** Mails that `disable_emails` holds back, if there is a callback address (reference 5.2). */
const STATUS_MAILS: ReadonlySet<MailKind> = new Set(['copy', 'finished', 'declined', 'cancelled', 'expired']);

/** The mails that the service sent, for the outbox page and tests. Nothing leaves the sandbox. */
export class Outbox {
	constructor(private readonly parts: Parts) {}

	/** @returns whether a mail went out */
	send(
		kind: MailKind,
		document: DocumentRecord,
		request: RequestRecord,
		signer: SignerRecord,
		text?: string,
	): boolean {
		const { fields } = request;
		const silent = fields.disable_emails && document.fields.events_callback_url !== null;
		if (silent && STATUS_MAILS.has(kind)) return false;
		const name = document.fields.name ?? 'a document';
		const mail: MailRecord = {
			id: randomUUID(),
			at: this.parts.context.clock.now(),
			to: signer.fields.email,
			kind,
			subject: (OWN_SUBJECT.has(kind) ? fields.subject : null) ?? SUBJECTS[kind](name),
			message: text ?? (OWN_SUBJECT.has(kind) ? (fields.message ?? '') : ''),
			documentUuid: document.uuid,
			token: signer.token,
		};
		this.parts.state.data.mails.push(mail);
		saved(this.parts, 'mail', mail.id);
		return true;
	}

	/** One mail to each address that takes part: nobody gets the same news twice. */
	toEverybody(kind: MailKind, document: DocumentRecord, text?: string): void {
		const { request } = document;
		if (request === null) return;
		const told: string[] = [];
		for (const signer of request.signers) {
			const { email } = signer.fields;
			if (told.some((other) => sameAddress(other, email))) continue;
			told.push(email);
			const copy = kind === 'finished' && roleOf(signer) === 'copy';
			this.send(copy ? 'copy' : kind, document, request, signer, text);
		}
	}

	/** Watchers are mailed at every step (reference 5.4, `notify_only`). */
	toWatchers(document: DocumentRecord, text: string): void {
		const { request } = document;
		if (request === null) return;
		for (const signer of request.signers) {
			if (roleOf(signer) === 'watcher') this.send('copy', document, request, signer, text);
		}
	}

	/** Mails, newest first, with the links of this run of the sandbox. */
	list() {
		return this.parts.state.data.mails.toReversed().map(({ token, ...mail }) => ({
			...mail,
			link: this.parts.links.signer(token),
		}));
	}
}
