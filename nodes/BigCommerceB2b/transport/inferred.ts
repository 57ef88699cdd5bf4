/**
 * Everything that this node takes for true although no official source about B2B Edition says it, or says it clearly: one place, each with its source and how certain it is.
 * "Reference" is the BigCommerce reference. Correct it here when a live store shows something else.
 */
export const INFERRED = {
	/** Up to here the header that tells when the window ends counts seconds, above it milliseconds. Source: reference 13.1 names the header and no unit. Unstated. */
	mostSecondsOfWindow: 60,
	/** Refusals that say that something is not there come with 404, and some with 400 or 422. Source: reference 13.1. Stated for 404 alone. */
	missing: 404,
} as const;
