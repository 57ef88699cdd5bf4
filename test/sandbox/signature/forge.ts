import { randomUUID } from 'node:crypto';

import omit from 'lodash/omit';
import { z } from 'zod';

import { post } from '../bigcommerce/hooks/send';

import { CALLBACK_HEADERS, callbackBody } from './callbackBody';
import { addressesFor } from './callbacks';
import { notFound } from './errors';
import type { Service } from './service';
import type { DocumentRecord, EventRecord } from './types';

/** A callback made on purpose: forged, altered or repeated. */
export const forgedDelivery = z
	.object({
		documentUuid: z.string(),
		eventType: z.string().min(1),
		copies: z.number().int().positive().max(1000).default(1),
		/** instead of every address that wants the event */
		url: z.string().url().optional(),
		forge: z
			.object({
				/** what the receiver put into the query of its address: left out, or replaced by something as long */
				secret: z.enum(['none', 'wrong']).optional(),
				/** merged deeply into the body; the hash, if any, is made before */
				body: z.record(z.unknown()).optional(),
				hash: z.enum(['none', 'wrong']).optional(),
			})
			.strict()
			.default({}),
	})
	.strict();

export type ForgedDelivery = z.output<typeof forgedDelivery>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const merged = (base: unknown, changes: unknown): unknown =>
	isRecord(base) && isRecord(changes)
		? {
				...base,
				...Object.fromEntries(
					Object.entries(changes).map(([name, value]) => [name, merged(base[name], value)]),
				),
			}
		: changes;

const SECRETS: Record<'kept' | 'none' | 'wrong', (url: URL) => void> = {
	kept: () => {},
	none: (url) => {
		url.search = '';
	},
	wrong: (url) => {
		for (const [name, value] of [...url.searchParams]) {
			url.searchParams.set(name, (value.startsWith('x') ? 'y' : 'x').repeat(value.length));
		}
	},
};

const HASHES: Record<'kept' | 'none' | 'wrong', (body: Record<string, unknown>) => Record<string, unknown>> =
	{
		kept: (body) => body,
		none: (body) => omit(body, 'event_hash'),
		wrong: (body) => ({ ...body, event_hash: '0'.repeat(64) }),
	};

/** The last event of that type, so that it is a true repetition, or one that never happened. */
const eventOf = ({ context, events }: Service, document: DocumentRecord, eventType: string): EventRecord =>
	events.of(document).findLast((event) => event.eventType === eventType) ?? {
		uuid: randomUUID(),
		eventType,
		at: context.clock.now(),
		documentUuid: document.uuid,
		signer: null,
		delivered: false,
		deliveredOn: null,
		callbackStatusCode: null,
	};

/**
 * Sends `copies` of one callback at once.
 * @returns the HTTP statuses, 0 where there was no answer
 * @throws Refusal 404 when the document is unknown or no address wants the event
 */
export async function forge(service: Service, wish: ForgedDelivery): Promise<number[]> {
	const { copies, documentUuid, eventType, forge: forgery, url } = wish;
	const { present, state } = service;
	const document = state.data.documents[documentUuid];
	if (document === undefined) throw notFound();
	const addresses =
		url === undefined ? addressesFor(service, document, eventType).map(({ url: own }) => own) : [url];
	if (addresses.length === 0) throw notFound();
	const genuine = callbackBody(present, eventOf(service, document, eventType), state.data.switches);
	const hashed = HASHES[forgery.hash ?? 'kept'](genuine);
	const body = JSON.stringify(forgery.body === undefined ? hashed : merged(hashed, forgery.body));
	const sent = addresses.flatMap((address) => {
		const target = new URL(address);
		SECRETS[forgery.secret ?? 'kept'](target);
		return Array.from({ length: copies }, async () => await post(target.href, CALLBACK_HEADERS, body));
	});
	return await Promise.all(sent);
}
