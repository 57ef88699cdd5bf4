import { z } from 'zod';
import type { ServiceEvent } from './serviceEvent';

/**
 * The body of a callback, as far as it is looked at (reference 6.3). It is a hint: what an item says comes from the service's own log and from the document. The event id
 * becomes part of an address, so nothing but letters, digits and hyphens is let through.
 */
const schema = z.object({
	uuid: z.string().regex(/^[\w-]{1,64}$/),
	event_type: z.string().min(1),
	status: z.string().nullish(),
	timestamp: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
	document: z.object({ uuid: z.string(), external_id: z.string().nullish() }).nullish(),
	signer: z.object({ email: z.string() }).nullish(),
	event_time: z.union([z.string(), z.number()]).transform(String).optional(),
	event_hash: z.string().optional(),
});

export type Callback = z.infer<typeof schema>;

/** A callback's body, or undefined when it is none. */
export function parseCallback(body: unknown): Callback | undefined {
	const parsed = schema.safeParse(body);
	return parsed.success ? parsed.data : undefined;
}

/** Each pair must be equal; what the callback or the log leaves out altogether says nothing. */
const pairs = (callback: Callback, logged: ServiceEvent): Array<[unknown, unknown]> => [
	[callback.uuid, logged.id],
	[callback.event_type, logged.type],
	[callback.status, logged.status],
	[Date.parse(callback.timestamp), logged.at],
	[callback.document?.uuid ?? null, logged.documentId],
	[callback.document?.external_id, logged.externalId],
	[callback.signer && callback.signer.email, logged.signer && logged.signer.email],
];

/** Whether a callback says what the service's own log says. */
export const agrees = (callback: Callback, logged: ServiceEvent): boolean =>
	pairs(callback, logged).every(
		([told, known]) => told === undefined || known === undefined || told === known,
	);
