import type { Service } from './service';
import { daysAfter } from './present';
import { hasTurn, isOpen, isProcessing, nameOf, roleOf } from './turns';
import type { DocumentRecord, SignerRecord, StoredFile } from './types';

const person = (document: DocumentRecord, signer: SignerRecord) => ({
	name: nameOf(signer) || signer.fields.email,
	email: signer.fields.email,
	role: roleOf(signer),
	order: signer.fields.order,
	viewed: signer.viewed,
	signed: signer.signedOn !== null,
	declined: signer.declinedOn !== null,
	forwarded: signer.forwardedOn !== null,
	myTurn: hasTurn(document, signer),
});

/**
 * The PDF that signers see: the signed one, for as long as its link lives (reference 5.1, `link_expire_days`), or the one to
 * sign. Nobody sees a cancelled or expired document any more (reference 7.13).
 */
export function visiblePdf({ context }: Service, document: DocumentRecord): StoredFile | null {
	const { converted, fields, finishedAt, signed } = document;
	if (signed === null) return isOpen(document) || isProcessing(document) ? converted : null;
	const until = daysAfter(finishedAt, fields.link_expire_days || null);
	return until !== null && context.clock.now() > until ? null : signed;
}

/** What the signer page shows to one person. */
export function showPage(service: Service, document: DocumentRecord, signer: SignerRecord) {
	const { request } = document;
	const page = service.links.signer(signer.token);
	const visible = visiblePdf(service, document) !== null;
	const redirect = signer.declinedOn === null ? 'redirect_url' : 'redirect_url_declined';
	return {
		name: document.fields.name,
		externalId: document.fields.external_id,
		subject: request?.fields.subject ?? null,
		message: request?.fields.message ?? null,
		sender: request?.fields.from_email_name ?? request?.fromEmail ?? null,
		status: document.status,
		processing: isProcessing(document),
		signer: {
			...person(document, signer),
			passwordRequired: signer.fields.password !== null,
			reason: signer.message,
		},
		others: (request?.signers ?? [])
			.filter((other) => other !== signer)
			.map((other) => person(document, other)),
		textUrl: visible && document.text !== null ? `${page}/text` : null,
		pdfUrl: visible ? `${page}/document` : null,
		redirectUrl: signer.fields[redirect] ?? request?.fields[redirect] ?? null,
	};
}
