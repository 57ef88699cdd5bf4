import { DateTime } from 'luxon';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { spelled } from './scopes';

/** A delivery (BigCommerce reference 12.2). */
const DELIVERY = {
	scope: is.text,
	data: is.either(is.object(), is.list()),
	producer: is.text,
	created_at: is.text,
	hash: is.text,
};

const VARIANT = is.object({ product_id: is.text, variant_id: is.text });

/** What an event names (reference 12.3), whichever it is; samples differ in which ids are numbers. */
const DATA = {
	type: is.text,
	id: is.text,
	address: is.object({ customer_id: is.text }),
	address_id: is.text,
	affected_product_ids: is.list(is.text),
	cartId: is.text,
	cart_id: is.text,
	category_id: is.text,
	company_id: is.text,
	/** Guides and callback schemas differ in its name (reference 12.4). */
	currency: is.text,
	currency_code: is.text,
	customer_id: is.text,
	inventory: VARIANT,
	location_id: is.text,
	message: is.object({ order_message_id: is.text }),
	metafield_id: is.text,
	namespace: is.text,
	orderId: is.text,
	order_id: is.text,
	price_list_id: is.text,
	product_id: is.text,
	quote_id: is.text,
	refund: is.object({ refund_id: is.text }),
	resource_id: is.text,
	resource_type: is.text,
	sku: VARIANT,
	status: is.object({ new_status_id: is.text }),
	transaction_id: is.text,
	tree_id: is.text,
	user_id: is.text,
	variant_id: is.text,
};

/** The fields of what an event names. */
export type DeliveryData = is.FieldsOf<typeof DATA>;

/** One event, as far as its delivery tells it. */
export interface Delivery {
	/** The concrete event, for example `store/order/created`. */
	scope: string;
	/** The ids of its object; a list for an event about several; empty where the delivery says nothing that can be used. */
	data: Given | Given[];
	/** The store that sends: `stores/abc123`. */
	producer?: string;
	/** When it happened, in ms since 1970. */
	occurredAt?: number;
	/** SHA-1 over the payload; the same when it is sent again. */
	hash?: string;
}

/** Above this, a number of a time counts ms: as seconds it would be in the year 5138. */
const MOST_SECONDS = 100_000_000_000;

/** The last instant that a date can hold, in ms since 1970 (ECMAScript, time values). */
const MOST_MS = 8_640_000_000_000_000;

/** Unix seconds as documented (reference 12.2), but also ms, digits as text, ISO 8601 and RFC 2822. */
function instantOf(value = ''): number | undefined {
	const text = value.trim();
	if (/^\d+(\.\d+)?$/.test(text)) {
		const count = Number(text);
		const ms = Math.round(count > MOST_SECONDS ? count : count * 1000);
		return ms > 0 && ms <= MOST_MS ? ms : undefined;
	}
	const iso = DateTime.fromISO(text, { zone: 'utc' });
	const time = iso.isValid ? iso : DateTime.fromRFC2822(text);
	return time.isValid && /\d{4}/.test(text) ? time.toMillis() : undefined;
}

function dataOf(value: unknown): Delivery['data'] {
	if (Array.isArray(value)) return value.filter(isRecord);
	return isRecord(value) ? value : {};
}

/** How deep an event may be wrapped: JSON text in JSON text, or a list of one. */
const MOST_WRAPS = 4;

/** What a text holds; a byte order mark before it says nothing. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

/** The event that a body holds, however it is wrapped. */
function eventIn(body: unknown, wraps = MOST_WRAPS): is.FieldsOf<typeof DELIVERY> | undefined {
	if (isRecord(body)) return typeof body.scope === 'string' ? fieldsIn(DELIVERY, body) : undefined;
	if (wraps === 0) return undefined;
	if (typeof body === 'string') return eventIn(parsed(body), wraps - 1);
	return Array.isArray(body) && body.length === 1 ? eventIn(body[0], wraps - 1) : undefined;
}

/** `stores/abc123`, without blanks, slashes around it and doubled ones. */
const producerOf = (value = ''): string | undefined =>
	value.trim().split('/').filter(Boolean).join('/') || undefined;

/**
 * Reads a delivery whose sender is proven, leniently: only its scope must be there, and everything else is used as far as it can be (vendor samples differ,
 * BigCommerce reference 12.2).
 *
 * @param body as n8n read it
 * @param rawBody the bytes, for a body that n8n did not take for JSON
 * @returns undefined when it is no delivery at all
 */
export function parseDelivery(body: unknown, rawBody?: Uint8Array): Delivery | undefined {
	const given = eventIn(body) ?? eventIn(Buffer.from(rawBody ?? []).toString('utf8'));
	if (!given) return undefined;
	const scope = spelled(given.scope ?? '');
	if (!scope.startsWith('store/')) return undefined;
	return {
		scope,
		data: dataOf(given.data),
		producer: producerOf(given.producer),
		occurredAt: instantOf(given.created_at),
		hash: given.hash || undefined,
	};
}

/** The data of an event about one object; events about several carry an array, which has no single object. */
export const singleData = ({ data }: Delivery): DeliveryData => fieldsIn(DATA, data);
