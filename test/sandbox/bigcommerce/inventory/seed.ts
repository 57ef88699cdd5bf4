import type { Seeds } from '../collection/seed';

/** The default location, and one more that has stock of its own. */
export const INVENTORY_SEEDS: Seeds = {
	locations: [
		{ id: 1, values: { code: 'BC-LOCATION-1', label: 'Default location' } },
		{ id: 2, values: { code: 'AUSTIN-1', label: 'Austin Warehouse', stock: { 77: 40 } } },
	],
};
