import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { readAs } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import { lineLike, addressOf, atPrice, headOf } from '../../records/repeatedOrder';
import { orderOf } from '../../records/order';
import {
	allPieces,
	orderLineOf,
	piecesOf,
	type Left,
	type NamedLine,
	type OrderLine,
	type Pieces,
} from '../../records/orderPieces';
import { orderSubject, readOrder, subListOf } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';

/** What an item wants in the new order. */
export interface NewOrder {
	/** The order that it is like; left out: it is like none. */
	likeId?: number;
	/** All lines of the order that it is like, where there are none. */
	lines: NamedLine[];
	/** Of each piece; left out: the store's own. */
	price?: unknown;
	/** Everything else, by the vendor's names. */
	values: Entered;
}

/** An address of an order, and a variant of the catalog, as far as they are found (BigCommerce reference 3.6, 7.3). */
const ADDRESS = { properties: { id: is.whole } };
const VARIANT = { properties: { id: is.whole, product_id: is.whole, sku: is.text } };

const CORRECT = 'Correct Lines, or look at the lines of the order with Order Product: Get Many.';

/** However often it was refunded or sent: what was ordered can be ordered again. */
const wasOrdered = ({ quantity, type }: OrderLine): number =>
	type === 'giftcertificate' ? 0 : Number(quantity);

/** @throws NodeOperationError when the order has no such line or not so many pieces, or they went to several addresses */
async function likeOrder(
	run: ItemRun,
	client: StoreClient,
	likeId: number,
	{ lines, price, values }: NewOrder,
): Promise<IDataObject> {
	const order = await readOrder(client, likeId);
	const ordered: Left = {
		lines: (await subListOf(client, likeId, 'products')).map(orderLineOf),
		of: wasOrdered,
		done: 'ordered again',
	};
	const found = lines.length ? piecesOf(ordered, lines) : { pieces: allPieces(ordered) };
	if ('fault' in found) throw run.refuse({ what: found.fault, next: CORRECT });
	if (!found.pieces.length) {
		throw run.refuse({
			what: `Nothing of order ${likeId} can be ordered again`,
			next: 'It has no lines, or gift certificates alone: choose another order, or make a new one.',
		});
	}
	return {
		...headOf(orderOf(order)),
		...(values.shipping_addresses ? {} : await shippingOf(run, client, likeId, found.pieces)),
		products: found.pieces.map((pieces) => lineLike(pieces, price)),
	};
}

/** Lines of a new order cannot tell to which of several addresses they go (BigCommerce reference 3.4). */
async function shippingOf(
	run: ItemRun,
	client: StoreClient,
	likeId: number,
	pieces: readonly Pieces[],
): Promise<IDataObject> {
	const [addressId, ...others] = new Set(
		pieces.map(({ line }) => Number(line.order_address_id)).filter((id) => id > 0),
	);
	if (others.length) {
		throw run.refuse({
			what: `These lines of order ${likeId} went to ${others.length + 1} addresses`,
			next: 'Make an order for each of them with Lines, or add a Shipping Address.',
		});
	}
	if (!addressId) return {};
	const addresses = await subListOf(client, likeId, 'shipping_addresses');
	const address = addresses.map((row) => readAs(ADDRESS, row)).find(({ id }) => id === addressId);
	if (address) return { shipping_addresses: [addressOf(address.given)] };
	throw run.refuse({
		what: `Order ${likeId} does not show the address that these lines went to`,
		next: `Look at ${orderSubject(likeId).name} in the control panel, or add a Shipping Address.`,
	});
}

/** @throws NodeOperationError when the catalog has no such SKU */
async function variantLine(
	run: ItemRun,
	client: StoreClient,
	{ name, quantity = 1 }: NamedLine,
	price: unknown,
): Promise<IDataObject> {
	const variants = await client.list({
		path: '/v3/catalog/variants',
		query: { sku: name },
		subject: { name: 'the list of variants', scope: 'Products' },
	});
	const variant = variants
		.map((row) => readAs(VARIANT, row))
		.find(({ sku }) => String(sku).toLowerCase() === name.toLowerCase());
	if (variant) {
		const { product_id: product, id } = variant;
		return { product_id: Number(product), variant_id: Number(id), quantity, ...atPrice(price) };
	}
	throw run.refuse({
		what: `The store has nothing with the SKU "${name}"`,
		next: 'Correct Lines: a new order names its lines by the SKU of the catalog.',
	});
}

/**
 * The body of a new order (BigCommerce reference 3.4).
 *
 * @throws NodeOperationError when a line cannot be had; NodeApiError when the store does not tell what is needed
 */
export async function newOrder(run: ItemRun, client: StoreClient, wanted: NewOrder): Promise<IDataObject> {
	const { likeId, lines, price, values } = wanted;
	if (likeId !== undefined) return { ...(await likeOrder(run, client, likeId, wanted)), ...values };
	const products: IDataObject[] = [];
	for (const line of lines) products.push(await variantLine(run, client, line, price));
	return { products, ...values };
}
