import {
	choice,
	email,
	integer,
	listOf,
	nullable,
	optional,
	readFields,
	record,
	required,
	text,
	truth,
	url,
	type Values,
} from './fieldTypes';

const no = () => false;
const none = () => [];
const blank = () => '';
const name = text(255);
const days = integer(1, 730);

const integrations = optional(listOf(record), none);

const REDIRECTS = { redirect_url: nullable(url), redirect_url_declined: nullable(url) };

/** Write fields of a document but its content (Core Signature reference 5.1). */
export const DOCUMENT_FIELDS = {
	name: nullable(name),
	external_id: nullable(name),
	frontend_id: nullable(name),
	events_callback_url: nullable(url),
	prefill_tags: optional(listOf(record), none),
	integrations,
	auto_delete_days: nullable(days),
	auto_expire_days: nullable(days),
	link_expire_days: nullable(integer(0, 36_500)),
};

/** Content of a document or attachment: one of several (reference 5.1). */
export const CONTENT_FIELDS = {
	file_from_url: nullable(url),
	file_from_content: nullable(text()),
	file_from_content_name: nullable(name),
	template: nullable(text()),
	file_from_sf: nullable(record),
};

/** Write fields of a signer (reference 5.4). */
export const SIGNER_FIELDS = {
	email: required(email),
	full_name: optional(text(511, true), blank),
	first_name: optional(text(255, true), blank),
	last_name: optional(text(255, true), blank),
	order: optional(integer(0, 2_147_483_647), () => 0),
	needs_to_sign: optional(truth, () => true),
	approve_only: optional(truth, no),
	use_stamp_for_approve_only: nullable(truth),
	notify_only: optional(truth, no),
	in_person: optional(truth, no),
	password: nullable(text(255)),
	language: nullable(text(10)),
	force_language: optional(truth, no),
	verify_phone_number: nullable(name),
	verify_bank_account: nullable(name),
	embed_url_user_id: nullable(name),
	...REDIRECTS,
	after_document: nullable(text(2100)),
	integrations,
};

const who = choice(['m', 'mo', 'o']);
type Who = ReturnType<typeof who>;

const signer = (value: unknown) => readFields(SIGNER_FIELDS, value);

/** Write fields of a signature request but its document (reference 5.2). */
export const REQUEST_FIELDS = {
	signers: required(listOf(signer, false)),
	who: { read: (value: unknown) => (value === null ? 'o' : who(value)), missing: (): Who => 'o' },
	from_email: nullable(email),
	from_email_name: nullable(name),
	subject: nullable(text(512)),
	message: nullable(text()),
	send_reminders: optional(truth, no),
	is_being_prepared: { read: (value: unknown) => value !== null && truth(value), missing: no },
	...REDIRECTS,
	required_attachments: optional(
		listOf((item) => readFields({ name: required(name) }, item)),
		none,
	),
	disable_attachments: optional(truth, no),
	disable_text: optional(truth, no),
	disable_date: optional(truth, no),
	disable_text_signatures: optional(truth, no),
	disable_upload_signatures: optional(truth, no),
	disable_emails: optional(truth, no),
	force_signature_color: nullable(text()),
	disable_blockchain_proof: nullable(truth),
	text_message_verification_locked: nullable(truth),
	integration: nullable(choice(['mfiles', 'salesforce', 'formdesk', 'zapier', 'microsoft-flow'])),
	integration_data: nullable(record),
};

export type DocumentFields = Values<typeof DOCUMENT_FIELDS>;
export type ContentFields = Values<typeof CONTENT_FIELDS>;
export type SignerFields = Values<typeof SIGNER_FIELDS>;
export type RequestBody = Values<typeof REQUEST_FIELDS>;
export type RequestFields = Omit<RequestBody, 'signers'>;

/** Every event type (reference 5.11), with those that mean an error. */
export const EVENT_TYPES = [
	'convert_error',
	'converted',
	'sending_error',
	'sent',
	'viewed',
	'signer_viewed_email',
	'signer_viewed',
	'signer_email_bounced',
	'signer_forwarded',
	'signer_signed',
	'signed',
	'declined',
	'cancelled',
	'expired',
	'signer_downloaded',
	'downloaded',
	'signrequest_received',
	'login_failed',
	'login_successful',
	'password_reset_request_sent',
	'password_reset_request_error',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export const ERROR_EVENTS: ReadonlySet<string> = new Set([
	'convert_error',
	'sending_error',
	'signer_email_bounced',
]);

/** Write fields of a webhook subscription (reference 5.8). */
export const WEBHOOK_FIELDS = {
	event_type: required(choice(EVENT_TYPES)),
	callback_url: required(url),
	name: nullable(name),
	integration: REQUEST_FIELDS.integration,
};
