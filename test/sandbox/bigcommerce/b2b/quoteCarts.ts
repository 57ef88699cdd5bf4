import type { StoredRecord } from '../collection/record';
import { defineB2bTable } from './table';

/** The carts that were made of a quote: each call makes another one, and no call shows them (quote.yaml, `/rfq/{quote_id}/checkout`). */
export const quoteCarts = defineB2bTable({
	name: 'quoteCarts',
	version: 'b2b',
	path: '/rfq/:parentId/checkout',
	scope: 'b2b_edition',
	parent: { collection: 'quotes' },
	fields: {},
	paging: 'none',
	calls: { list: true },
	made: () => ({}),
});

export const uuidOf = ({ id }: StoredRecord): string =>
	`00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
