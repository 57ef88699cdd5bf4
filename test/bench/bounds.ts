/** The most that our time may be as a multiple of what a user would use instead. */
export const BOUNDS = {
	/** n8n's own HTTP Request node with pagination */
	httpRequest: 1.0,
	/** a bare loop around axios, without n8n */
	axios: 2.0,
	/** n8n's WooCommerce node alone, beside what n8n loads of the whole package at its start, with 300 operations too */
	load: 3.0,
	/** a flood of copies of one delivery to the trigger of a template with nothing behind it */
	flood: 1.5,
} as const;
