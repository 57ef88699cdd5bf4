import type { FastifyInstance } from 'fastify';
import omit from 'lodash/omit';

import { parseDate, rfc2822 } from '../format';
import { idOf, queryOf } from '../request';
import type { Query } from '../request';
import type { StoredMessage } from './types';
import type { ReadSwitches } from '../switches';
import { sendPage } from '../v2Paging';
import type { MessageBook } from './book';

/** A message with the time at which its order was created. */
type Listed = StoredMessage & { orderedAt: number };

/** By query parameter (BigCommerce reference 3.8). Its description calls `min_id` and `max_id` ids of orders, and the times those of orders, so they choose none of the messages of one. */
const FILTERS: Readonly<Record<string, (message: Listed, wanted: string) => boolean>> = {
	min_id: ({ order_id: id }, wanted) => id >= Number(wanted),
	max_id: ({ order_id: id }, wanted) => id <= Number(wanted),
	customer_id: ({ customer_id: id }, wanted) => id === Number(wanted),
	min_date_created: ({ orderedAt }, wanted) => orderedAt >= (parseDate(wanted) ?? 0),
	max_date_created: ({ orderedAt }, wanted) => orderedAt <= (parseDate(wanted) ?? 0),
	is_flagged: ({ is_flagged: isFlagged }, wanted) => String(isFlagged) === wanted,
	status: ({ status }, wanted) => status === wanted,
};

const chosen = (messages: Listed[], query: Query) =>
	messages.filter((message) =>
		Object.entries(FILTERS).every(([name, fits]) => query[name] === undefined || fits(message, query[name])),
	);

const show = ({ createdAt, ...message }: Listed) => ({
	...omit(message, 'orderedAt'),
	date_created: rfc2822(createdAt),
	customer: {},
});

/** Messages about an order can only be read: BigCommerce reference 3.8. */
export function registerMessages(app: FastifyInstance, book: MessageBook, switches: ReadSwitches): void {
	app.get('/orders/:id/messages', async (request, reply) => {
		const query = queryOf(request);
		await sendPage(reply, chosen(book.listed(idOf(request, 'id')), query), query, show, switches());
	});
}
