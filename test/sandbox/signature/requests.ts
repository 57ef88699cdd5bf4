import { randomUUID } from 'node:crypto';

import omit from 'lodash/omit';

import { broken, invalid, Refusal } from './errors';
import type { Events } from './events';
import { email as readEmail, errorsOf } from './fieldTypes';
import type { RequestBody } from './fields';
import type { Lifecycle } from './lifecycle';
import { newSigner, signerFields } from './newSigner';
import type { Outbox } from './outbox';
import { type Parts, touched } from './parts';
import { findIdentity, type Identity, sameAddress } from './site';
import type { Signing } from './signing';
import { hasTurn, isPending, isUnfinished, mustAct } from './turns';
import type { DocumentRecord, RequestRecord, SignerRecord } from './types';

/** Signature requests: made, cancelled, reminded of, handed over (Core Signature reference 4.3, 5.2). */
export class Requests {
	constructor(
		private readonly parts: Parts,
		private readonly events: Events,
		private readonly outbox: Outbox,
		private readonly lifecycle: Lifecycle,
		private readonly signing: Signing,
	) {}

	/** Documents that the sender still has, with their requests, oldest first. */
	all(): Array<{ document: DocumentRecord; request: RequestRecord }> {
		return Object.values(this.parts.state.data.documents).flatMap((document) =>
			document.request === null || document.deleted ? [] : [{ document, request: document.request }],
		);
	}

	/**
	 * Checks a request without making it.
	 * @throws Refusal 400 for a sender who is not known to the site, or when nobody has to act
	 */
	check(body: RequestBody, sender: Identity): { signers: SignerRecord[]; from: Identity } {
		const from = body.from_email === null ? sender : findIdentity(body.from_email);
		if (from === undefined) {
			throw invalid({ from_email: ['This email address is not validated for your account.'] });
		}
		const signers = withSender(body, from);
		if (!signers.some(mustAct)) throw invalid({ signers: ['At least one signer needs to sign.'] });
		return { signers, from };
	}

	/**
	 * Asks for signatures on a document. It goes out at once, or as soon as the document is converted (reference 7.4).
	 * @throws Refusal 400 as `check`, and when the document was sent before or is finished
	 */
	create(document: DocumentRecord, body: RequestBody, sender: Identity): RequestRecord {
		const { signers, from } = this.check(body, sender);
		if (document.request !== null || !['co', 'ne'].includes(document.status)) {
			throw invalid({ document: ['This document has already been sent or is no longer available.'] });
		}
		const fields = omit(body, 'signers');
		const request: RequestRecord = {
			uuid: randomUUID(),
			createdAt: this.parts.context.clock.now(),
			fields: { ...fields, from_email_name: fields.from_email_name ?? from.name },
			fromEmail: from.email,
			sentAt: null,
			remindersSent: 0,
			signers,
		};
		document.request = request;
		touched(this.parts, document);
		this.lifecycle.send(document);
		return request;
	}

	/** The sender has placed the fields on the prepare page: the request goes out (reference 7.7). */
	prepared(document: DocumentRecord): void {
		if (document.request === null) throw broken('There is no request to send.');
		document.request.fields.is_being_prepared = false;
		this.lifecycle.send(document);
	}

	/** @throws Refusal 400 when the document is finished (reference 8.1) */
	cancel(document: DocumentRecord): void {
		if (!isUnfinished(document)) throw broken('This document can no longer be cancelled.');
		document.status = 'ca';
		this.events.record(document, 'cancelled');
		this.outbox.toEverybody('cancelled', document);
		touched(this.parts, document);
		this.lifecycle.follow(document);
	}

	/** @throws Refusal 400 when nobody can be reminded any more, or not yet */
	resend(document: DocumentRecord): void {
		if (!['se', 'vi'].includes(document.status)) throw broken('There is nobody to remind.');
		this.lifecycle.remind(document);
	}

	/**
	 * Hands a signer's task to another address.
	 * @throws Refusal 400 with `errors` for unknown signers and wrong addresses (reference 4.3)
	 */
	forward(document: DocumentRecord, body: Record<string, unknown>): void {
		const errors: Record<string, unknown> = {};
		const addressOf = (field: string) => {
			try {
				return readEmail(body[field]);
			} catch (error) {
				const wrong = errorsOf(error);
				errors[field] = body[field] === undefined ? ['This field is required.'] : wrong;
				return '';
			}
		};
		const from = addressOf('signer_email_to_forward');
		const forwardTo = addressOf('signer_email_to_forward_to');
		const signer = this.signing.find(document, from);
		if (from !== '' && (signer === undefined || !isPending(signer))) {
			errors.signer_email_to_forward = ['This signer cannot be forwarded.'];
		}
		if (Object.keys(errors).length > 0 || signer === undefined) throw new Refusal(400, { errors });
		const reason = typeof body.forwarded_reason === 'string' ? body.forwarded_reason : undefined;
		if (!hasTurn(document, signer)) {
			throw new Refusal(400, { errors: { signer_email_to_forward: ['It is not this signer’s turn.'] } });
		}
		this.signing.act(document, signer, 'forward', { forwardTo, reason });
	}
}

/**
 * The signers with the sender in front (reference 5.4). With `who` m or mo the sender signs too, and the entry with the
 * sender's own address configures that place; with m nobody else does.
 */
function withSender({ signers, who }: RequestBody, from: Identity): SignerRecord[] {
	const own = who === 'o' ? undefined : signers.find(({ email }) => sameAddress(email, from.email));
	const place = own ?? signerFields({ email: from.email, full_name: from.name });
	const others = signers
		.filter((signer) => signer !== own)
		.map((signer) => newSigner(who === 'm' ? { ...signer, needs_to_sign: false } : signer));
	return [newSigner({ ...place, needs_to_sign: who !== 'o' }, true), ...others];
}
