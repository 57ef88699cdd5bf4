import { z } from 'zod';

/** The body of a delivery. Every field but scope and data is optional: vendor samples differ (BigCommerce reference 12.2). */
const schema = z.object({
	scope: z.string().startsWith('store/'),
	store_id: z.union([z.string(), z.number()]).transform(String).optional(),
	producer: z.string().optional(),
	created_at: z.number().optional(),
	hash: z.string().optional(),
	data: z.union([z.record(z.unknown()), z.array(z.record(z.unknown()))]),
});

export type Delivery = z.infer<typeof schema>;

/** A delivery's body, or undefined when it is none. */
export function parseDelivery(body: unknown): Delivery | undefined {
	const parsed = schema.safeParse(body);
	return parsed.success ? parsed.data : undefined;
}

/** The data of an event about one object; events about several carry an array, which has no single object. */
export const singleData = ({ data }: Delivery): Record<string, unknown> => (Array.isArray(data) ? {} : data);
