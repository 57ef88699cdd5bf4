/** The letters and digits of a file's name, without its folders and its ending. */
const plain = (path: string): string =>
	(path.split(/[?#]/)[0].split('/').at(-1) ?? '')
		.replace(/\.\w+$/, '')
		.toLowerCase()
		.replace(/[^a-z\d]/g, '');

/**
 * Everything that this package takes for true although no official source about BigCommerce says it, or says it clearly: one place, each with its source and how certain it is.
 * "Reference" is the BigCommerce reference; its words: *unstated* means that nobody says it, *conflict* that official sources disagree. Correct it here when a live store shows
 * something else. What both ways must work has no entry here: the sandbox throws it both ways (test/sandbox/bigcommerce/switches.ts).
 */
export const INFERRED = {
	/** Pages of one list read at a time; a few calls have a limit of their own, lists have none. Source: reference 2.7. Unstated. */
	pagesAtOnce: 10,
	/** Refusals of an array that are about its rows, so that one by one the good ones can go through. Source: 2.5 for the statuses; 14.17 says that one bad row fails the call. */
	refusedRows: [400, 404, 409, 413, 422] as readonly number[],
	/** Every order, metafield, customer and product shows it and none takes it: an answer to a PUT without it is not the whole record. Source: 3.3, 5.2, 6.1, 7.1; samples alone show whole records. */
	neverSent: 'date_modified',
	/** Refusals of a read below 500 that pass by themselves. Source: 2.5, 2.8 for 423 and 429; the others are what gateways say. Unstated. */
	passingRefusals: [401, 408, 423, 425, 429] as readonly number[],
	/** Metafields that one call makes, changes or removes. Source: none states a limit (5.3); so many customers and products are taken (2.9), and so many values of the greatest length are less than a megabyte. */
	metafieldsAtOnce: 10,
	/** Records that one call removes by their ids. Source: none states a limit for customers, their addresses, attributes and values, categories, trees, locations, price lists and prices; fifty promotions is the smallest that is stated (2.9). */
	removedAtOnce: 50,
	/** Pairs of product and channel or category that one call makes or removes. Source: none states a limit (7.2); so many variants are taken (2.9). */
	assignmentsAtOnce: 50,
	/** Pauses before each look for a metafield that may have been created, in ms. Source: a guess; no delay of reads after writes is stated (5.3). */
	lookForMetafieldMs: [500, 1_000, 2_000, 4_000, 8_000],
	/** Headers of a signed delivery. Source: the Standard Webhooks scheme that the guide verifies with; BigCommerce's own page does not spell them (12.7). Likely. */
	signature: { id: 'webhook-id', timestamp: 'webhook-timestamp', signatures: 'webhook-signature' },
	/** What makes the address of the hook for delivery exceptions another one than all others. Source: 12.6 demands another address; that a query makes one is a guess. */
	exceptionQuery: 'about=deliveries',
	/**
	 * Whether a file of the store may be the one that was sent under a name or fetched from an address. Source: samples of images show `o/381/product-image__98178.png`, what was sent
	 * between a folder and digits of its own; how other letters are kept is unstated, so that the beginning is compared without them.
	 */
	mayBeFileOf: (stored: string, name: string): boolean => plain(stored).includes(plain(name).slice(0, 20)),
	/** How far an event may lie before the write that made it, by the store's clock, in ms. Source: a guess; times count whole seconds (2.4). */
	eventBeforeWriteMs: 2_000,
	/** How far ahead of this machine's clock a store's may be, in ms. Source: a guess. */
	clockAheadMs: 24 * 3_600_000,
	/** How far behind this machine's clock a store's may be, in ms, with the second that its times are cut to. Source: a guess. */
	clockBehindMs: 5_000,
	/**
	 * An amount of an order in the store's own currency. Source: the name `store_default_to_transactional_exchange_rate`, so many units of the order's currency for one of the store's
	 * (3.3); no text says which way round. Likely.
	 */
	inStoreCurrency: (amount: number, rate: number): number => amount / rate,
	/**
	 * What the letters of a card check mean, address, its two parts, and security code. Source: what card schemes publish; BigCommerce passes the gateway's letters on without a word on
	 * them (4.2). Letters that are not here say nothing.
	 */
	cardCodes: {
		address: { passed: 'DFMXY', partial: 'ABPWZ', failed: 'N' },
		match: { passed: 'Y', partial: '', failed: 'N' },
		security: { passed: 'M', partial: '', failed: 'N' },
	},
	/**
	 * Whether the payment provider has answered for a part of a refund: by then it names its transaction. Source: `transaction_id` of a refund's payments is described
	 * (`RefundPayment`, orders.v3.yml), and absent in every sample of a refund just made (4.4). Likely; the order's own `payment_status` is asked where it says nothing.
	 */
	refundPaymentAnswered: (transactionId: string | undefined): boolean =>
		transactionId !== undefined && transactionId !== '',
	/** Where the control panel shows a record; the number is its id. Source: the usual form (11.1). Unstated. */
	pages: {
		customer: '/manage/customers/(\\d+)',
		order: '/manage/orders/(\\d+)',
		product: '/manage/products/(?:edit/)?(\\d+)',
	},
} as const;
