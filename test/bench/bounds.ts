/** The most that our time may be as a multiple of what a user would use instead. */
export const BOUNDS = {
	/** n8n's own HTTP Request node doing the same, by race; beside it how many calls of ours the store may see, in all and at a time */
	races: {
		list: { httpRequest: 1.0, most: { calls: 50, atOnce: 10 } },
		distant: { httpRequest: 0.25, most: { calls: 50, atOnce: 10 } },
		// 96 % of the CPU time of a single get is n8n's own (expression, axios, socket), the same for both: with the same five at a time there is nothing to win, only to lose.
		singles: { httpRequest: 1.1, most: { calls: 1_000, atOnce: 5 } },
		updates: { httpRequest: 1.0, most: { calls: 100, atOnce: 1 } },
		prices: { httpRequest: 1.0, most: { calls: 1, atOnce: 1 } },
		products: { httpRequest: 1.0, most: { calls: 100, atOnce: 1 } },
		details: { httpRequest: 0.25, most: { calls: 4, atOnce: 10, ofTheirs: 1 / 400 } },
	},
	/** a bare loop around axios, without n8n, that lists all orders */
	axios: 1.5,
	/** n8n's WooCommerce node alone, beside what n8n loads of the whole package at its start, with 300 operations too */
	load: 3.0,
	/** a flood of copies of one delivery to the trigger of a template with nothing behind it */
	flood: 1.5,
} as const;
