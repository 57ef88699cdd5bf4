import { pointerOf } from '../json';
import type { JsonObject } from '../json';
import { schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

/** SignRequest's description of 2020, the one official file near Core Signature. */
export const SIGN_REQUEST = 'SignRequest-OpenAPI3-Swagger.json';

const REQUESTS = ['SignRequest', 'SignRequestQuickCreate'];

/** Fields that are null while there is nothing to say, by schema. The file marks only fields as nullable that a client may write. */
const NULL_WHEN_UNSET: Record<string, string[]> = {
	Document: ['file_as_pdf', 'pdf', 'security_hash', 'signing_log', 'auto_delete_after', 'auto_expire_after'],
	SigningLog: ['security_hash'],
	SignRequest: ['prepare_url'],
	SignRequestQuickCreate: ['prepare_url'],
	InlineSignRequest: [
		...['from_email_name', 'prepare_url', 'redirect_url', 'redirect_url_declined', 'subject', 'message'],
	],
	Signer: [
		...['signed_on', 'declined_on', 'forwarded_on', 'forwarded_to_email', 'forwarded_reason', 'message'],
		...['embed_url', 'after_document'],
	],
	Event: ['delivered_on', 'callback_status_code'],
};

/** Whole objects that are null while there is nothing to say: schema, field, schema of the field. */
const OBJECTS_NULL_WHEN_UNSET: Array<[string, string, string]> = [
	['Document', 'user', 'User'],
	['Document', 'file_from_sf', 'FileFromSf'],
	['Document', 'signrequest', 'InlineSignRequest'],
	['Document', 'signing_log', 'SigningLog'],
	['SignRequestQuickCreate', 'file_from_sf', 'FileFromSf'],
	['Event', 'document', 'Document'],
	['Event', 'signer', 'Signer'],
];

/** `readOnly` goes with them: the file says it beside the reference, where it counts, or inside. */
const nullableObject = (name: string): JsonObject => ({
	$ref: undefined,
	type: undefined,
	properties: undefined,
	allOf: [{ $ref: `#/components/schemas/${name}` }],
	nullable: true,
});

const ACTIONS = ['cancel_signrequest', 'resend_signrequest_email'].map((action) =>
	pointerOf('paths', `/signrequests/{uuid}/${action}/`, 'post'),
);

const jsonBody = (content: JsonObject) => ({
	requestBody: { content: { 'application/json': { schema: content } } },
});

const EVENT_TYPES = [
	...['convert_error', 'converted', 'sending_error', 'sent', 'declined', 'cancelled', 'expired', 'signed'],
	...[
		'viewed',
		'downloaded',
		'signer_signed',
		'signer_email_bounced',
		'signer_viewed_email',
		'signer_viewed',
	],
	...['signer_forwarded', 'signer_downloaded', 'signrequest_received', 'signature_request_received'],
	...['login_failed', 'login_successful', 'password_reset_request_sent', 'password_reset_request_error'],
];

const inSignRequest = (deviation: Omit<SpecDeviation, 'file'>): SpecDeviation => ({
	file: SIGN_REQUEST,
	...deviation,
});

/** Where Core Signature is known or thought to differ from SignRequest; the source is a section of the Core Signature reference. */
export const signatureDeviations: SpecDeviation[] = [
	{
		pointers: [schema('Signer', 'properties')],
		set: { full_name: { type: 'string' } },
		reason: 'Core Signature names a signer by full_name; SignRequest has first_name and last_name only',
		source: '0.2, 5.4',
	},
	{
		pointers: ['Document', 'SignRequestQuickCreate'].map((name) => schema(name, 'properties')),
		set: { link_expire_days: { type: 'integer', minimum: 0, nullable: true } },
		reason: 'life of public links; SignRequest has none',
		source: '0.2, 5.1',
	},
	{
		pointers: [...REQUESTS, 'InlineSignRequest'].map((name) => schema(name, 'properties')),
		set: { force_signature_color: { type: 'string', nullable: true } },
		reason: 'added to SignRequest after this file',
		source: '5.2',
	},
	{
		pointers: [schema('SignRequest', 'properties', 'document')],
		set: { format: 'uri-reference' },
		reason: 'a reference may be the path alone',
		source: '3.1',
	},
	{
		pointers: [schema('Signer', 'properties', 'password')],
		set: { writeOnly: true, nullable: true },
		reason: 'never comes back; the file says so in words only',
		source: '5.4',
	},
	{
		pointers: [schema('Signer', 'properties', 'language')],
		set: { enum: undefined },
		reason: 'the list of languages has changed, and that of OpenText is not known: any code',
		source: '5.9',
	},
	{
		pointers: [...REQUESTS, 'WebhookSubscription'].map((name) => schema(name, 'properties', 'integration')),
		set: { enum: ['mfiles', 'salesforce', 'formdesk', 'zapier', 'microsoft-flow', null] },
		reason: 'nullable, but null is not in its list (OpenAPI 3.0.3 wants it there)',
		source: '5.2, 5.8',
	},
	{
		pointers: ['Event', 'WebhookSubscription'].map((name) => schema(name, 'properties', 'event_type')),
		set: { enum: EVENT_TYPES },
		reason: 'account events were added by 2026, and one type may be renamed',
		source: '5.11',
	},
	{
		pointers: ACTIONS,
		set: jsonBody({ type: 'object', maxProperties: 0 }),
		reason: 'an action takes an empty body or {}; the file has none',
		source: '4.3',
	},
	{
		pointers: [pointerOf('paths', '/documents/{uuid}/', 'delete')],
		set: jsonBody({ type: 'object', properties: { force_delete: { type: 'boolean' } } }),
		reason: 'Core Signature can erase at once',
		source: '0.2, 4.1, 7.15',
	},
	...Object.entries(NULL_WHEN_UNSET).map(([name, fields]) => ({
		pointers: fields.map((field) => schema(name, 'properties', field)),
		set: { nullable: true },
		reason: 'unset fields come back as null',
		source: '3.1',
	})),
	...OBJECTS_NULL_WHEN_UNSET.map(([name, field, type]) => ({
		pointers: [schema(name, 'properties', field)],
		set: nullableObject(type),
		reason: 'unset objects come back as null',
		source: '3.1, 5.1, 5.8',
	})),
].map(inSignRequest);
