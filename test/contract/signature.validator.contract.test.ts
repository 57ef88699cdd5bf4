import { describeWithSpecs } from './describeWithSpecs';
import type { RecordedExchange } from './exchange';
import { contractProblems } from './index';

const API = '/api/v1';
const DOCUMENT = '0b8f0c5e-0000-4000-8000-000000000001';
const REQUEST = '0b8f0c5e-0000-4000-8000-000000000002';
const DOCUMENT_URL = `https://sign.example.com${API}/documents/${DOCUMENT}/`;

const exchangeOf = ({
	requestBody,
	responseBody,
	...rest
}: Partial<RecordedExchange> & { method: string; url: string }): RecordedExchange => ({
	requestHeaders: {
		accept: 'application/json',
		authorization: '[redacted]',
		...(requestBody !== undefined && { 'content-type': 'application/json' }),
	},
	requestBody,
	status: 200,
	responseHeaders: responseBody === undefined ? {} : { 'content-type': 'application/json' },
	responseBody,
	...rest,
});

const signer = { email: 'nathan@example.com', full_name: 'Nathan Example', order: 1, needs_to_sign: true };

const quickCreate = {
	who: 'o',
	name: 'Offer 42',
	subject: 'Please sign',
	message: 'Thank you',
	auto_expire_days: 14,
	auto_delete_days: 90,
	link_expire_days: 30,
	events_callback_url: 'https://n8n.example.com/webhook-waiting/1/2?key=a&signature=b',
	from_email_name: 'Example Ltd',
	send_reminders: true,
	disable_attachments: true,
	external_id: 'deal-42',
	signers: [signer, { email: 'lea@example.com', needs_to_sign: true, approve_only: true, language: 'xx' }],
	file_from_content: 'JVBERi0=',
	file_from_content_name: 'offer-42.pdf',
};

const document = {
	url: DOCUMENT_URL,
	uuid: DOCUMENT,
	user: null,
	name: 'offer-42.pdf',
	external_id: 'deal-42',
	link_expire_days: 30,
	status: 'si',
	processing: false,
	pdf: null,
	security_hash: null,
	signing_log: null,
	auto_expire_after: '2026-12-06T10:00:00.000000Z',
	signrequest: {
		uuid: REQUEST,
		subject: null,
		signers: [{ ...signer, signed: true, signed_on: '2026-11-22T10:00:00.000000Z', embed_url: null }],
	},
};

const page = (results: unknown[]) => ({ count: results.length, next: null, previous: null, results });

/** One good exchange per kind of call that the nodes make. */
const samples: Record<string, RecordedExchange> = {
	'the look by external id': exchangeOf({
		method: 'GET',
		url: `${API}/documents/?external_id=deal-42&page=1&limit=100`,
		responseBody: page([document]),
	}),
	'reading a document': exchangeOf({
		method: 'GET',
		url: `${API}/documents/${DOCUMENT}/`,
		responseBody: document,
	}),
	'sending in one call': exchangeOf({
		method: 'POST',
		url: `${API}/signature-request-quick-create/`,
		requestBody: quickCreate,
		status: 201,
		responseBody: { uuid: REQUEST, document: DOCUMENT_URL, name: 'Offer 42', signers: [signer] },
	}),
	'sending what is there': exchangeOf({
		method: 'POST',
		url: `${API}/signature-requests/`,
		requestBody: { document: `${API}/documents/${DOCUMENT}/`, who: 'o', signers: [signer] },
		status: 201,
		responseBody: { uuid: REQUEST, document: DOCUMENT_URL, signers: [signer] },
	}),
	'the list of requests': exchangeOf({
		method: 'GET',
		url: `${API}/signature-requests/?from_email=signing%40example.com&who=o&page=1&limit=50`,
		responseBody: page([{ uuid: REQUEST, document: DOCUMENT_URL, signers: [signer] }]),
	}),
	cancelling: exchangeOf({
		method: 'POST',
		url: `${API}/signature-requests/${REQUEST}/cancel_signrequest/`,
		requestBody: {},
		status: 201,
		responseBody: { detail: 'OK', cancelled: true },
	}),
	'cancelling under another name': exchangeOf({
		method: 'POST',
		url: `${API}/signature-requests/${REQUEST}/cancel/`,
		requestBody: {},
		status: 404,
		responseBody: { detail: 'Not found.' },
	}),
	reminding: exchangeOf({
		method: 'POST',
		url: `${API}/signature-requests/${REQUEST}/resend_signrequest_email/`,
		requestBody: {},
		status: 201,
		responseBody: { detail: 'OK' },
	}),
	'the log of events': exchangeOf({
		method: 'GET',
		url: `${API}/events/?document__uuid=${DOCUMENT}&event_type=signed&page=1&limit=100`,
		responseBody: page([
			{
				uuid: DOCUMENT,
				status: 'ok',
				event_type: 'signed',
				delivered: false,
				delivered_on: null,
				timestamp: '2026-11-22T10:00:00.000000Z',
				document,
				signer: null,
			},
		]),
	}),
	'one event': exchangeOf({
		method: 'GET',
		url: `${API}/events/${DOCUMENT}/`,
		responseBody: { uuid: DOCUMENT, event_type: 'signed', document: null, signer: null },
	}),
	'registering for an event': exchangeOf({
		method: 'POST',
		url: `${API}/webhooks/`,
		requestBody: { event_type: 'signed', callback_url: 'https://n8n.example.com/webhook/1', name: 'n8n' },
		status: 201,
		responseBody: { uuid: DOCUMENT, event_type: 'signed', callback_url: 'https://n8n.example.com/webhook/1' },
	}),
	'taking a registration back': exchangeOf({
		method: 'DELETE',
		url: `${API}/webhooks/${DOCUMENT}/`,
		status: 204,
	}),
	'a refusal by fields': exchangeOf({
		method: 'POST',
		url: `${API}/signature-request-quick-create/`,
		requestBody: quickCreate,
		status: 400,
		responseBody: { signers: [{ email: ['Enter a valid email address.'] }] },
	}),
};

const sample = (name: string, change: Partial<RecordedExchange> = {}) => ({ ...samples[name], ...change });

const sending = (change: object) =>
	sample('sending in one call', { requestBody: { ...quickCreate, ...change } });

const reading = (change: object) =>
	sample('reading a document', { responseBody: { ...document, ...change } });

describeWithSpecs(
	"an exchange with Core Signature, held against SignRequest's description",
	(specs) => {
		const problems = (exchange: RecordedExchange) =>
			contractProblems(specs(), [exchange]).map(({ at, message }) => `${at}: ${message}`);

		it.each(Object.keys(samples))('fits it: %s', (name) => {
			expect(problems(samples[name])).toEqual([]);
		});

		it.each<[string, RecordedExchange, string]>([
			[
				"SignRequest's own path",
				sample('sending in one call', { url: `${API}/signrequest-quick-create/` }),
				`operation: no description has ${API}/signrequest-quick-create/`,
			],
			[
				'a path without its last slash',
				sample('reading a document', { url: `${API}/documents/${DOCUMENT}` }),
				`operation: no description has ${API}/documents/${DOCUMENT}`,
			],
			[
				'a method that is not offered',
				sample('reading a document', { method: 'PUT', status: 405, responseBody: { detail: 'No.' } }),
				`operation: no description offers this method at ${API}/documents/${DOCUMENT}/, only GET, DELETE`,
			],
			[
				'a filter that nobody knows',
				sample('the look by external id', { url: `${API}/documents/?externalId=deal-42` }),
				'query externalId: the description has no such query parameter',
			],
			[
				'no sign-in',
				sample('reading a document', { requestHeaders: { accept: 'application/json' } }),
				'header authorization: is required',
			],
			[
				'a field that nobody knows',
				sending({ expire_days: 14 }),
				"request body: the description lists no property 'expire_days'",
			],
			['too many days', sending({ auto_expire_days: 731 }), 'request body /auto_expire_days: must be <= 730'],
			[
				'nobody to sign',
				sending({ signers: undefined }),
				"request body: must have required property 'signers'",
			],
			[
				'a field of the service itself',
				sending({ prepare_url: 'https://example.com' }),
				'request body /prepare_url: is read-only (in a request) or write-only (in an answer)',
			],
			[
				'a signer without an address',
				sending({ signers: [{ full_name: 'Nathan' }] }),
				"request body /signers/0: must have required property 'email'",
			],
			[
				'an action with something in it',
				sample('cancelling', { requestBody: { reason: 'x' } }),
				'request body: must NOT have more than 0 properties',
			],
			[
				'an answer with a status that nobody knows',
				reading({ status: 'as' }),
				'response body /status: must be one of ["co","ne","se","vi","si","do","sd","ca","de","ec","es","xp"]',
			],
			[
				'an answer that tells a password',
				reading({ signrequest: { signers: [{ ...signer, password: 'invented' }] } }),
				'response body /signrequest/signers/0/password: is read-only (in a request) or write-only (in an answer)',
			],
			[
				'an answer with a field that nobody knows',
				reading({ sha256: 'aa' }),
				"response body: the description lists no property 'sha256'",
			],
			[
				'a list without its count',
				sample('the look by external id', { responseBody: { results: [] } }),
				"response body: must have required property 'count'",
			],
			[
				'a creation that answers 200',
				sample('sending in one call', { status: 200 }),
				'status: 200 is not documented here (201) and not one that any operation may answer',
			],
			[
				'a refusal without words',
				sample('a refusal by fields', { responseBody: undefined }),
				'response body: is missing',
			],
		])('does not fit it with %s', (_what, exchange, expected) => {
			expect(problems(exchange)).toContain(expected);
		});

		it.each([
			'/otdstenant/sandbox-tenant/oauth2/token',
			'/tenants/sandbox-tenant/oauth2/token',
			'/files/1?expires=1&signature=2',
			'/sign/token',
		])('is not looked at where there is no description: %s', (url) => {
			expect(problems(exchangeOf({ method: 'GET', url, status: 418 }))).toEqual([]);
		});
	},
	'signature',
);
