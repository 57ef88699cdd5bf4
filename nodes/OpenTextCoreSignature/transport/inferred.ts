/**
 * Everything that this package takes for true although no material about Core Signature itself was found to say it: one place, each with its source. "Reference" is the
 * Core Signature reference; U-numbers are its list of unverified points (section 9). Correct it here when a live tenant shows something else.
 */
export const INFERRED = {
	/** Spellings of the actions below a signature request, the likeliest first; the next is tried on 404 only. Source: SR20, and the renamed collections (reference 4.3, U1). */
	actions: {
		cancel: ['cancel_signrequest', 'cancel_signature_request', 'cancel'],
		remind: ['resend_signrequest_email', 'resend_signature_request_email', 'resend'],
	},
	/** Requests that go out in one stretch of time. Source: Microsoft's connector for SignRequest (reference 3.4, U11). */
	pace: { requests: 100, windowMs: 60_000 },
	/** Largest page. Source: SR21, said of the search alone (reference 3.2, U10). */
	pageSize: 100,
	/** Pause between two looks at a document, in ms. Source: OpenText's own demo polls every 3 s (reference 3.4). */
	pollMs: 3_000,
	/** Types that the service makes a PDF of, by file extension. Source: PDF and text proven, the others SR21 (reference 8, point 14; U11). */
	htmlExtension: '.html',
	/** Number of the first signer in the tags of a document. Source: the sender stands at 0, signing or not (reference 5.4, 7.9; U15). */
	firstTagIndex: 1,
	/** Message of `event_hash` in callbacks, keyed with the credential's callback secret. Source: SignRequest (reference 6.4, U3). */
	eventHash: (eventTime: string, eventType: string) => `${eventTime}${eventType}`,
	/** An event may be missing from the log for this long after its callback, in ms. Source: a guess (reference 6.2). */
	eventLagMs: 1_500,
} as const;
