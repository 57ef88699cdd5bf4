/** A shipment as it is kept; addresses and names are made when it is shown (BigCommerce reference 3.7). */
export interface StoredShipment {
	id: number;
	order_id: number;
	order_address_id: number;
	createdAt: number;
	tracking_number: string;
	tracking_link: string;
	tracking_carrier: string;
	shipping_provider: string;
	shipping_method: string;
	merchant_shipping_cost: string;
	comments: string;
	items: Array<{ order_product_id: number; quantity: number }>;
}
