import { z } from 'zod';

/** Which spelling of the cancel and resend actions answers (reference 4.3, note on action names). */
export const ACTION_NAMES = {
	upstream: { cancel: 'cancel_signrequest', resend: 'resend_signrequest_email' },
	renamed: { cancel: 'cancel_signature_request', resend: 'resend_signature_request_email' },
	short: { cancel: 'cancel', resend: 'resend' },
} as const;

const flag = (byDefault: boolean) => z.boolean().default(byDefault);
const wait = z.number().nonnegative().default(0);

/**
 * Behaviour that the reference leaves open, one switch each. In brackets: the section of the Core Signature reference
 * that says so (9.n: point n of its list of open questions).
 */
export const switches = z
	.object({
		/** spelling of the actions; the others answer 404 (4.3, 9.1) */
		actionNames: z.enum(['upstream', 'renamed', 'short']).default('upstream'),
		/** GET /events/{uuid}/ is offered (4.6) */
		eventReadById: flag(true),
		/** `security_hash` of PDF and log is filled (9.12) */
		securityHashes: flag(true),
		/** life of a download link (9.12) */
		downloadLinkSeconds: z.number().int().positive().default(300),
		/** callbacks hold `document.url` (6.3) */
		documentUrlInCallbacks: flag(false),
		/** key of `event_hash`; null: neither hash nor token name is sent (6.4, 9.3) */
		callbackKey: z.string().min(1).nullable().default(null),
		/** largest page (3.2, 9.10) */
		maxPageSize: z.number().int().positive().default(100),
		/** order of the event log (3.2) */
		eventsOldestFirst: flag(false),
		/** filters of lists do something (4.1, 9.7) */
		listFiltersHonoured: flag(true),
		/** from upload to `ne` (9.18) */
		conversionMs: wait,
		/** from the last signature to the signed PDF (5.1, `processing`) */
		processingMs: wait,
		/** HTML as file content is converted; off: `convert_error`, it goes by `file_from_url` only (8, point 14) */
		acceptHtmlContent: flag(true),
		/** POST /documents/ takes multipart/form-data; off: 415 (9.17) */
		acceptMultipart: flag(true),
		/** `expires_in` (2.4, 9.6) */
		tokenLifetimeSeconds: z.number().int().positive().default(3600),
		/** OTDS asks for the field `subscription` (2.3, 9.6) */
		subscriptionRequiredOnOtds: flag(true),
		/** API requests per minute and token before 429; null: no limit (3.4, 9.11) */
		throttlePerMinute: z.number().int().positive().nullable().default(null),
		/** a callback answered 4xx is sent again (6.2, 9.16) */
		callbackRetryOn4xx: flag(false),
		/** how much of the waits between two attempts passes: 1 as the vendor, less in a test that cannot wait minutes (6.2) */
		retryFactor: z.number().positive().default(1),
		/** no callback leaves (6.2: lost as a push) */
		dropCallbacks: flag(false),
		/** how often every callback is sent (6.1: expect several) */
		copiesOfCallbacks: z.number().int().positive().max(100).default(1),
	})
	.strict();

export type Switches = z.output<typeof switches>;

/** Some of them, to be set. */
export const changes = switches.partial();
