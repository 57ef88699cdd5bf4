import type { CollectionBook } from '../collection/book';
import type { Values } from '../collection/record';
import { customers } from '../customers/customers';

/** The customer behind an address, made where there is none: everybody of B2B Edition is one (BigCommerce reference 13.4). */
export function customerOf(book: CollectionBook, address: string, names: Values): number {
	const known = book.records('customers').find(({ values }) => values.email === address);
	if (known !== undefined) return known.id;
	return book.createMany(customers, [{ email: address, ...names }])[0].id;
}
