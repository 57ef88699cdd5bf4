import { z } from 'zod';

import { b2bSwitches } from './b2b/switches';

/** The vendor's schedule of repetitions: BigCommerce reference 12.6. */
export const VENDOR_RETRY_SECONDS = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400];

const flag = (byDefault: boolean) => z.boolean().default(byDefault);

/**
 * Behaviour that the reference leaves open, one switch each, and what a test has to set. In brackets: the section of the BigCommerce reference, and how certain it is of the
 * default. *stated*: the text says so; *sample*: only examples show it; *conflict*: official sources disagree; *unstated*: nobody says, the default is the likeliest.
 * What the nodes themselves take for true as numbers and names is in nodes/BigCommerce/transport/inferred.ts.
 */
export const switches = z
	.object({
		/** a PUT answers the whole record as a GET does, or its id and what was sent (3.1, 5.3, 6.1: sample) */
		putAnswers: z.enum(['whole', 'written']).default('whole'),
		/** an empty page of a V2 list: 204, or 200 with `[]` (2.1: stated as "normally") */
		emptyV2Page: z.enum(['noContent', 'emptyList']).default('noContent'),
		/** a `limit` above the maximum is refused with 413, or cut down to it (2.2: stated for V2, unstated for V3) */
		limitAboveMaximum: z.enum(['refused', 'cut']).default('refused'),
		/** rows that are equal in what a list is sorted by, by id (2.3: unstated) */
		equalRows: z.enum(['ascending', 'descending']).default('ascending'),
		/** a filter that a list does not offer is refused, or passed over (2.3: unstated; 6.1: stated for customers) */
		unknownFilters: z.enum(['refused', 'ignored']).default('refused'),
		/** filters of the metafield lists do something (5.3: stated) */
		metafieldFiltersHonoured: flag(true),
		/** filters of the list of hooks do something (12.1: stated) */
		hookFiltersHonoured: flag(true),
		/** answers show the ids of metafields as text (5.2: conflict) */
		metafieldIdsAsText: flag(false),
		/** a refused array changed nothing; off: the records before the refused one were changed (6.1, 14.17: unstated) */
		refusedBatchChangesNothing: flag(true),
		/** `email:in` finds an address in letters of either case (6.1: unstated) */
		emailFilterIgnoresCase: flag(true),
		/** addresses of customers are kept in small letters (6.1: unstated) */
		emailsInSmallLetters: flag(false),
		/** a created, read or changed hook stands under `data` (12.1: conflict) */
		hooksUnderData: flag(true),
		/** a removed hook is shown, or answered with 204 (12.1: stated) */
		removedHook: z.enum(['shown', 'noContent']).default('shown'),
		/** how a second hook of one scope and destination is refused (12.1: unstated) */
		secondHookStatus: z.union([z.literal(409), z.literal(422)]).default(409),
		/** a hook is switched off after the last failed delivery (12.6: stated) */
		failedHookSwitchedOff: flag(true),
		/** a hook for delivery exceptions must be the only one, with an address that differs from all others (12.6: stated) */
		exceptionHookApart: flag(true),
		/** callbacks carry `created_at`, and those of a changed status `data.status` (12.2: conflict) */
		wholeCallbacks: flag(true),
		/** what the `hash` of a callback covers (12.2: conflict) */
		hashCovers: z.enum(['payload', 'data']).default('payload'),
		/** callbacks have the Standard Webhooks signature (12.7: stated) */
		signDeliveries: flag(true),
		/** answers have the X-Rate-Limit headers, and a 429 `X-Retry-After` (2.7: stated; a 429 without them is possible) */
		quotaHeaders: flag(true),
		/** requests per window; null: never refused (2.7: stated, by plan) */
		quota: z
			.object({ requests: z.number().int().positive(), windowMs: z.number().int().positive() })
			.nullable()
			.default(null),
		/** https on port 443 only, as the vendor; off: https anywhere and http to loopback (12.1: stated) */
		requireHttpsDestinations: flag(false),
		/** seconds of the sandbox's clock before each repetition of a delivery (12.6: stated) */
		retrySeconds: z.array(z.number().nonnegative()).default(VENDOR_RETRY_SECONDS),
		/** how much of those waits passes: 1 as the vendor, less in a test that cannot wait an hour */
		retryFactor: z.number().positive().default(1),
		/** how long after the answer the gateway ends a capture, void or refund, in ms of the sandbox's clock; 0: before it (4.1, 4.4: stated as "afterwards") */
		gatewayAnswersAfterMs: z.number().int().nonnegative().default(0),
		/** the gateway declines captures, voids and refunds (4.4: stated as possible) */
		gatewayDeclines: flag(false),
		/** a part of a payment can be given back by the gateway; off: only by hand (4.3: sample) */
		partialRefundsOnline: flag(true),
		/** a quote of more than can be refunded is refused, or cut down with a negative adjustment (4.3: conflict) */
		overQuoted: z.enum(['refused', 'cut']).default('refused'),
		/** amounts of shipping and handling in a refund hold their tax; off: it is added (4.3: unstated) */
		refundAmountsIncludeTax: flag(true),
		/** where a refund shows the reason that was sent with its items (4.4: sample) */
		refundReasonIn: z.enum(['both', 'items', 'refund']).default('both'),
		/** a payment of a refund names its transaction once the gateway has answered (4.4: conflict: described, but in no sample) */
		refundNamesTransaction: flag(true),
		/** the list of refunds tells its pages; off: its meta is empty (4: conflict) */
		refundPagesTold: flag(false),
		/** an order without transactions: 204, or an empty list (4.2: stated) */
		emptyTransactions: z.enum(['noContent', 'emptyList']).default('noContent'),
		/** deliveries under way at once (12.6: unstated) */
		deliveryParallel: z.number().int().positive().default(20),
		...b2bSwitches,
	})
	.strict();

export type Switches = z.output<typeof switches>;

/** Some of them, to be set. */
export const changes = switches.partial();

/** How a part of the stand-in asks for the switches as they stand now. */
export type ReadSwitches = () => Readonly<Switches>;
