import type { FastifyInstance } from 'fastify';

import type { CollectionBook } from '../collection/book';
import { show } from '../collection/show';
import { addresses } from './addresses';
import { good } from './envelope';
import { createUsers, users } from './users';

/** People and addresses that are added ten in one call, or none of them (user.yaml, `/users/bulk`; address.yaml, `/addresses/bulk`). */
export function registerBulk(app: FastifyInstance, book: CollectionBook): void {
	app.post('/users/bulk', async ({ body }) => good(createUsers(book, body).map(users.made)));
	app.post('/addresses/bulk', async ({ body }) =>
		good(book.createMany(addresses, body).map((record) => show(addresses, record, book))),
	);
}
