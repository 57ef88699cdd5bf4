import type { ListTable } from '../../shared/record/listing';
import * as is from '../../shared/shape';
import { withAmounts } from './refund';

/** What a gateway made of a payment (BigCommerce reference 4.2). Simplified it leaves out the card: its numbers belong into no workflow without need (reference 14.24). */
export const transactions = {
	words: 'transactions',
	item: withAmounts,
	properties: {
		id: is.whole,
		order_id: is.text,
		event: is.text,
		method: is.text,
		amount: is.text,
		currency: is.text,
		gateway: is.text,
		status: is.text,
		fraud_review: is.flag,
		date_created: is.text,
	},
	simple: [
		'id',
		'order_id',
		'event',
		'method',
		'amount',
		'currency',
		'gateway',
		'status',
		'fraud_review',
		'date_created',
	],
	filters: {},
} satisfies ListTable;
