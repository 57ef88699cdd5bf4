import { randomBytes } from 'node:crypto';

import type { DocumentFields, RequestFields, SignerFields } from './fields';
import { switches, type Switches } from './switches';

/** Life-cycle codes of a document (Core Signature reference 5.10). */
export type Status = 'co' | 'ne' | 'se' | 'vi' | 'si' | 'sd' | 'ca' | 'de' | 'ec' | 'es' | 'xp';

/** A file on disk; `id` is its name there. */
export interface StoredFile {
	id: string;
	/** name with extension, as a download is called */
	name: string;
	type: string;
	bytes: number;
	/** of the bytes, lower-case hex */
	sha256: string;
}

/** A person of a request. Times are milliseconds since 1970, null: not yet. */
export interface SignerRecord {
	/** what the personal link ends in */
	token: string;
	fields: SignerFields;
	isSender: boolean;
	emailed: boolean;
	emailViewed: boolean;
	viewed: boolean;
	signedOn: number | null;
	/** as typed on the signer page */
	signedName: string | null;
	declinedOn: number | null;
	/** reason given when declining */
	message: string | null;
	downloaded: boolean;
	forwardedOn: number | null;
	forwardedTo: string | null;
	forwardedReason: string | null;
}

export interface RequestRecord {
	uuid: string;
	createdAt: number;
	fields: RequestFields;
	fromEmail: string;
	sentAt: number | null;
	remindersSent: number;
	signers: SignerRecord[];
}

export interface AttachmentRecord {
	uuid: string;
	name: string;
	createdAt: number;
	file: StoredFile;
}

export interface DocumentRecord {
	uuid: string;
	createdAt: number;
	modifiedAt: number;
	status: Status;
	fields: DocumentFields;
	/** how the content came */
	origin: { url: string | null; contentName: string | null };
	/** e-mail address of the owner; null for a service client (reference 5.1, `user`) */
	user: string | null;
	/** null until `file_from_url` was fetched */
	source: StoredFile | null;
	/** the source as PDF */
	converted: StoredFile | null;
	/** the words of the source */
	text: StoredFile | null;
	/** due time of the conversion */
	convertAt: number | null;
	/** due time of the signed PDF; not null: `processing` */
	finishAt: number | null;
	finishedAt: number | null;
	signed: StoredFile | null;
	log: StoredFile | null;
	/** tests: how large the signed PDF has to be at least */
	padTo: number;
	/** gone for the sender, signers keep access (reference 7.15) */
	deleted: boolean;
	attachments: AttachmentRecord[];
	request: RequestRecord | null;
}

export interface EventRecord {
	uuid: string;
	eventType: string;
	at: number;
	documentUuid: string;
	/** token of the signer */
	signer: string | null;
	delivered: boolean;
	deliveredOn: number | null;
	callbackStatusCode: number | null;
}

export interface WebhookRecord {
	uuid: string;
	createdAt: number;
	name: string | null;
	eventType: string;
	callbackUrl: string;
	integration: string | null;
}

export type DeliveryState = 'pending' | 'held' | 'retrying' | 'delivered' | 'failed' | 'dropped';

/** One event on its way to one address. */
export interface DeliveryRecord {
	id: string;
	eventUuid: string;
	eventType: string;
	documentUuid: string;
	/** of the webhook; null: the document's own callback address */
	webhookUuid: string | null;
	url: string;
	attempts: number;
	failures: number;
	/** of the last attempt, 0: no answer */
	status: number | null;
	state: DeliveryState;
	nextAttemptAt: number;
	copies: number;
	createdAt: number;
}

export type MailKind = 'invitation' | 'reminder' | 'copy' | 'finished' | 'declined' | 'cancelled' | 'expired';

export interface MailRecord {
	id: string;
	at: number;
	to: string;
	kind: MailKind;
	subject: string;
	message: string;
	documentUuid: string;
	/** token of the reader's personal page */
	token: string;
}

export interface SignatureState {
	/** key of the download links */
	linkSecret: string;
	switches: Switches;
	/** by uuid, in order of creation */
	documents: Record<string, DocumentRecord>;
	events: EventRecord[];
	webhooks: Record<string, WebhookRecord>;
	deliveries: DeliveryRecord[];
	mails: MailRecord[];
}

export const initialState = (): SignatureState => ({
	linkSecret: randomBytes(32).toString('hex'),
	switches: switches.parse({}),
	documents: {},
	events: [],
	webhooks: {},
	deliveries: [],
	mails: [],
});
