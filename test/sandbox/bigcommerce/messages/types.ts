/** A message between shopper and staff (BigCommerce reference 3.8). */
export interface StoredMessage {
	id: number;
	order_id: number;
	staff_id: number;
	customer_id: number;
	type: string;
	subject: string;
	message: string;
	status: 'read' | 'unread';
	is_flagged: boolean;
	createdAt: number;
}
