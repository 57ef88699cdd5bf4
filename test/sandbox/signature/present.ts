import omit from 'lodash/omit';

import { ERROR_EVENTS } from './fields';
import type { Parts } from './parts';
import { SERVICE_CLIENT, TEAM, USERS } from './site';
import { displayNameOf, isProcessing, nameOf } from './turns';
import type {
	AttachmentRecord,
	DocumentRecord,
	EventRecord,
	RequestRecord,
	SignerRecord,
	StoredFile,
	WebhookRecord,
} from './types';

/** ISO 8601 in UTC with microseconds (Core Signature reference 3.1). @param ms since 1970 */
export const iso = <T extends number | null>(ms: T) =>
	ms === null ? null : new Date(ms).toISOString().replace('Z', '000Z');

const DAY_MS = 86_400_000;

export const daysAfter = (start: number | null, days: number | null): number | null =>
	start === null || days === null ? null : start + days * DAY_MS;

/** When an unfinished document expires; null: never. Milliseconds since 1970. */
export const expiresAt = ({ createdAt, fields }: DocumentRecord) =>
	daysAfter(createdAt, fields.auto_expire_days);

/** When a finished document is deleted; null: never. Milliseconds since 1970. */
export const deletesAt = ({ finishedAt, fields }: DocumentRecord) =>
	daysAfter(finishedAt, fields.auto_delete_days);

/** Builds the objects of reference 5 from the records: unset values are null, [] or "" (3.1). */
export class Presenter {
	constructor(private readonly parts: Parts) {}

	team() {
		return { ...TEAM, url: this.parts.links.api(`/teams/${TEAM.subdomain}/`) };
	}

	documentUrl({ uuid }: DocumentRecord): string {
		return this.parts.links.api(`/documents/${uuid}/`);
	}

	document(document: DocumentRecord) {
		const { fields, source, uuid } = document;
		const { links } = this.parts;
		return {
			url: this.documentUrl(document),
			team: this.team(),
			uuid,
			user: this.user(document.user),
			...this.contentOf(document),
			name: fields.name,
			external_id: fields.external_id,
			frontend_id: fields.frontend_id,
			file: links.download(source),
			file_as_pdf: links.download(document.converted),
			events_callback_url: fields.events_callback_url,
			prefill_tags: fields.prefill_tags,
			integrations: fields.integrations,
			auto_delete_days: fields.auto_delete_days,
			auto_delete_after: iso(deletesAt(document)),
			auto_expire_days: fields.auto_expire_days,
			auto_expire_after: iso(expiresAt(document)),
			link_expire_days: fields.link_expire_days,
			status: document.status,
			processing: isProcessing(document),
			pdf: links.download(document.signed),
			security_hash: this.hash(document.signed),
			signing_log:
				document.log === null
					? null
					: { pdf: links.download(document.log), security_hash: this.hash(document.log) },
			signrequest: document.request === null ? null : this.inlineRequest(document, document.request),
			attachments: document.attachments.map((attachment) => this.attachment(document, attachment)),
			api_used: true,
			sandbox: false,
		};
	}

	/** `document.signrequest` (reference 5.2): the key kept its old name. */
	inlineRequest(document: DocumentRecord, request: RequestRecord) {
		const { fields } = request;
		return {
			...this.requestFields(document, request),
			uuid: request.uuid,
			required_attachments: fields.required_attachments,
		};
	}

	request(document: DocumentRecord, request: RequestRecord) {
		const { integration, integration_data: data } = request.fields;
		return {
			...this.inlineRequest(document, request),
			url: this.parts.links.api(`/signature-requests/${request.uuid}/`),
			document: this.documentUrl(document),
			integration,
			integration_data: data,
		};
	}

	/** Answer to a creation in one call: no status, no `document.uuid` (reference 5.3). */
	quickCreate(document: DocumentRecord, request: RequestRecord) {
		const { fields } = document;
		return {
			...this.request(document, request),
			...fields,
			...this.contentOf(document),
			file: this.parts.links.download(document.source),
		};
	}

	signer({ fields: request }: RequestRecord, signer: SignerRecord) {
		// `password` is write-only (reference 5.4)
		const fields = omit(signer.fields, 'password');
		return {
			...fields,
			full_name: nameOf(signer),
			display_name: displayNameOf(signer),
			redirect_url: fields.redirect_url ?? request.redirect_url,
			redirect_url_declined: fields.redirect_url_declined ?? request.redirect_url_declined,
			embed_url: fields.embed_url_user_id === null ? null : this.parts.links.signer(signer.token),
			emailed: signer.emailed,
			email_viewed: signer.emailViewed,
			viewed: signer.viewed,
			signed: signer.signedOn !== null,
			signed_on: iso(signer.signedOn),
			downloaded: signer.downloaded,
			declined: signer.declinedOn !== null,
			declined_on: iso(signer.declinedOn),
			message: signer.message,
			forwarded: signer.forwardedOn !== null,
			forwarded_on: iso(signer.forwardedOn),
			forwarded_to_email: signer.forwardedTo,
			forwarded_reason: signer.forwardedReason,
			inputs: inputsOf(signer),
			attachments: [],
		};
	}

	attachment(document: DocumentRecord, { uuid, name, file }: AttachmentRecord) {
		const { links } = this.parts;
		return {
			url: links.api(`/document-attachments/${uuid}/`),
			uuid,
			name,
			file: links.download(file),
			file_from_content: null,
			file_from_content_name: file.name,
			file_from_url: null,
			document: this.documentUrl(document),
		};
	}

	/** An event of the log, with its document as it stands now (reference 5.8, 6.3). */
	event(event: EventRecord) {
		const { documents } = this.parts.state.data;
		const document = documents[event.documentUuid];
		const request = document?.request ?? null;
		const signer = request?.signers.find(({ token }) => token === event.signer);
		return {
			uuid: event.uuid,
			status: ERROR_EVENTS.has(event.eventType) ? 'error' : 'ok',
			event_type: event.eventType,
			delivered: event.delivered,
			delivered_on: iso(event.deliveredOn),
			callback_status_code: event.callbackStatusCode,
			timestamp: iso(event.at),
			team: this.team(),
			document: document === undefined ? null : this.document(document),
			signer: request === null || signer === undefined ? null : this.signer(request, signer),
		};
	}

	webhook({ uuid, name, eventType, callbackUrl, integration, createdAt }: WebhookRecord) {
		return {
			url: this.parts.links.api(`/webhooks/${uuid}/`),
			uuid,
			name,
			event_type: eventType,
			callback_url: callbackUrl,
			integration,
			team: this.team(),
			created: iso(createdAt),
		};
	}

	user(email: string | null) {
		const identity = [SERVICE_CLIENT, ...USERS].find((candidate) => candidate.email === email);
		if (identity === undefined) return null;
		const [first, ...last] = identity.name.split(' ');
		return {
			email: identity.email,
			first_name: first,
			last_name: last.join(' '),
			display_name: `${identity.name} (${identity.email})`,
		};
	}

	private requestFields(document: DocumentRecord, request: RequestRecord) {
		const fields = omit(request.fields, 'integration', 'integration_data');
		return {
			...fields,
			from_email: request.fromEmail,
			prepare_url: fields.is_being_prepared ? this.parts.links.prepare(document.uuid) : null,
			signers: request.signers.map((signer) => this.signer(request, signer)),
		};
	}

	/** Write-only in practice: the content itself never comes back (reference 5.1). */
	private contentOf({ origin }: DocumentRecord) {
		return {
			file_from_url: origin.url,
			file_from_content: null,
			file_from_content_name: origin.contentName,
			template: null,
		};
	}

	private hash(file: StoredFile | null): string | null {
		return this.parts.state.data.switches.securityHashes ? (file?.sha256 ?? null) : null;
	}
}

/** One signature for whoever signed; an approval leaves none (reference 5.4, 5.5). */
function inputsOf({ signedOn, fields }: SignerRecord) {
	if (signedOn === null || fields.approve_only) return [];
	return [
		{
			type: 's',
			page_index: 0,
			text: '',
			checkbox_value: null,
			date_value: null,
			external_id: null,
			placeholder_uuid: null,
		},
	];
}
