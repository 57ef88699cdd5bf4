import { Refusal } from './errors';
import type { Events } from './events';
import type { Lifecycle } from './lifecycle';
import { newSigner, signerFields } from './newSigner';
import type { Outbox } from './outbox';
import { type Parts, touched } from './parts';
import { hasTurn, isOpen, isPending, isProcessing, mustAct, nameOf, roleOf } from './turns';
import type { DocumentRecord, RequestRecord, SignerRecord } from './types';

/** What a person does on the signer page, and with what. */
export interface ActInput {
	/** as typed below the signature */
	name?: string;
	/** for declining and forwarding */
	reason?: string;
	forwardTo?: string;
}

export type Action = 'view' | 'sign' | 'approve' | 'decline' | 'forward' | 'download' | 'bounce';

const refuse = (text: string) => new Refusal(409, { detail: text });

/** One person of a document. */
interface Place {
	document: DocumentRecord;
	request: RequestRecord;
	signer: SignerRecord;
}

/** What signers can do (Core Signature reference 5.4, 8.1; knowledge base: sign, decline, download, forward). */
export class Signing {
	private readonly actions: Record<Action, (place: Place, input: ActInput) => void> = {
		view: (place) => this.view(place),
		sign: (place, input) => this.sign(place, input, 'signer'),
		approve: (place, input) => this.sign(place, input, 'approver'),
		decline: (place, input) => this.decline(place, input),
		forward: (place, input) => this.forward(place, input),
		download: (place) => this.download(place),
		bounce: (place) => this.bounce(place),
	};

	constructor(
		private readonly parts: Parts,
		private readonly events: Events,
		private readonly outbox: Outbox,
		private readonly lifecycle: Lifecycle,
	) {}

	/**
	 * Lets a signer act, as on the signer page.
	 * @throws Refusal 409 when it is not this person's turn, or not this person's part
	 */
	act(document: DocumentRecord, signer: SignerRecord, action: Action, input: ActInput = {}): void {
		const { request } = document;
		if (request === null || request.sentAt === null) throw refuse('The document was not sent.');
		this.actions[action]({ document, request, signer }, input);
		touched(this.parts, document);
	}

	/** Finds a signer of a document by address: the one whose turn it is before any other (reference 5.4: signers have no id). */
	find({ request }: DocumentRecord, email: string): SignerRecord | undefined {
		const those = (request?.signers ?? []).filter(
			({ fields }) => fields.email.toLowerCase() === email.toLowerCase(),
		);
		return those.find(isPending) ?? those.find(mustAct) ?? those[0];
	}

	/** Finds a personal page. */
	byToken(token: string): { document: DocumentRecord; signer: SignerRecord } | undefined {
		for (const document of Object.values(this.parts.state.data.documents)) {
			const signer = document.request?.signers.find((candidate) => candidate.token === token);
			if (signer !== undefined) return { document, signer };
		}
		return undefined;
	}

	private view({ document, signer }: Place): void {
		if (signer.viewed || !isOpen(document)) return;
		signer.viewed = true;
		document.status = 'vi';
		if (signer.emailed) {
			signer.emailViewed = true;
			this.events.record(document, 'signer_viewed_email', signer);
		}
		this.events.record(document, 'signer_viewed', signer);
	}

	private sign(place: Place, { name }: ActInput, role: 'signer' | 'approver'): void {
		const { document, request, signer } = place;
		this.requireTurn(place);
		if (roleOf(signer) !== role) throw refuse(`This person is asked to ${verbOf(signer)}.`);
		this.view(place);
		signer.signedOn = this.parts.context.clock.now();
		signer.signedName = name ?? null;
		const done = !request.signers.some(isPending);
		if (done) this.lifecycle.close(document, 'si');
		this.events.record(document, 'signer_signed', signer);
		if (done) return;
		this.lifecycle.invite(document);
		this.outbox.toWatchers(document, `${nameOf(signer) || signer.fields.email} has finished.`);
	}

	/** One refusal ends the request (reference 5.11). */
	private decline(place: Place, { reason }: ActInput): void {
		const { document, signer } = place;
		this.requireTurn(place);
		this.view(place);
		signer.declinedOn = this.parts.context.clock.now();
		signer.message = reason ?? null;
		this.lifecycle.close(document, 'de');
		this.events.record(document, 'declined');
		this.outbox.toEverybody('declined', document, reason);
	}

	/** Hands the task over: the new person gets the same order and part (reference 4.3, 8, point 25). */
	private forward(place: Place, { forwardTo, reason }: ActInput): void {
		const { document, request, signer } = place;
		this.requireTurn(place);
		if (forwardTo === undefined) throw refuse('The address to forward to is missing.');
		const { order, approve_only, redirect_url, redirect_url_declined } = signer.fields;
		const known = { email: forwardTo, order, approve_only, redirect_url, redirect_url_declined };
		request.signers.push(newSigner(signerFields(known)));
		signer.forwardedOn = this.parts.context.clock.now();
		signer.forwardedTo = forwardTo;
		signer.forwardedReason = reason ?? null;
		this.events.record(document, 'signer_forwarded', signer);
		this.lifecycle.invite(document);
		this.outbox.toWatchers(document, `${signer.fields.email} has forwarded the document.`);
	}

	private download({ document, signer }: Place): void {
		if (document.signed === null || isProcessing(document)) throw refuse('There is no signed document yet.');
		if (document.status === 'si') document.status = 'sd';
		signer.downloaded = true;
		this.events.record(document, 'signer_downloaded', signer);
	}

	/** The mail comes back: nothing else changes, the person may still come by another way (reference 5.11). */
	private bounce({ document, signer }: Place): void {
		if (!signer.emailed) throw refuse('This person got no mail.');
		this.events.record(document, 'signer_email_bounced', signer);
	}

	private requireTurn({ document, signer }: Place): void {
		if (!isOpen(document)) throw refuse('This document can no longer be signed.');
		if (!isPending(signer)) throw refuse('This person has nothing left to do.');
		if (!hasTurn(document, signer)) throw refuse('It is not yet this person’s turn.');
	}
}

const verbOf = (signer: SignerRecord) => (roleOf(signer) === 'approver' ? 'approve' : 'sign');
