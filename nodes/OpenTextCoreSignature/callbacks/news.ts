import type { IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { Deliveries, handleOnce, triggerKey } from '../../shared/deliveries';
import { operationError } from '../../shared/errorText';
import { RecentMemory } from '../../shared/recentMemory';
import type { ServiceEvent } from '../transport/serviceEvent';

/** The service repeats a callback for about 2.5 hours (reference 6.2), and a sweep may look back longer. In ms. */
const LIFE_MS = 24 * 3_600_000;

/** What was told, by webhook or by sweep: several registrations deliver the same event (reference 6.1), and the log holds it too. */
const told = new Deliveries(LIFE_MS);

/** What the log said of an event, so that five callbacks of it are checked by one request. */
const logged = new RecentMemory<Promise<ServiceEvent | undefined>>(LIFE_MS);

type TriggerFunctions = IPollFunctions | IWebhookFunctions;

const keyOf = (functions: TriggerFunctions, eventId: string) =>
	`${triggerKey(functions)}:${eventId.toLowerCase()}`;

/** The service tries 11 times in about 2.5 hours (reference 6.2): the sixth is told with what is known. */
const TRIES = 6;

/** An event that is so old, in ms, was called for often enough, whatever this process remembers. */
const TRIED_FOR_MS = 3_600_000;

/** Whether a callback is handled for the last time, so that one which never works does not fail for ever. @param at when its event happened, in ms since 1970 */
export const isLastTry = (functions: TriggerFunctions, { id, at }: { id: string; at?: number }): boolean =>
	told.failures(keyOf(functions, id)) >= TRIES - 1 || (at !== undefined && Date.now() - at > TRIED_FOR_MS);

/** Counts what fails. Callbacks of one event that come at once share one try, and are counted once. @throws what `handle` throws */
export async function countFailures<T>(
	functions: TriggerFunctions,
	eventId: string,
	handle: () => Promise<T>,
): Promise<T> {
	try {
		return await handle();
	} catch (error) {
		told.noteFailure(keyOf(functions, eventId));
		return await Promise.reject(error);
	}
}

/**
 * Tells an event once in this process. A repeat that comes while the first is under way waits for how that ends; when it failed, the service calls again after a callback, but
 * a sweep tries itself.
 *
 * @param make makes what is told
 * @returns undefined when it was told before
 * @throws what `make` throws; NodeOperationError when the first of a repeated callback failed
 */
export async function tellOnce<T>(
	functions: TriggerFunctions,
	eventId: string,
	make: () => Promise<T>,
): Promise<T | undefined> {
	return await handleOnce(told.takeOn(keyOf(functions, eventId)), make, async () => {
		if (functions.getMode() !== 'webhook') return await tellOnce(functions, eventId, make);
		throw operationError(functions.getNode(), {
			what: 'The same event came before and could not be handled',
			next: 'Core Signature calls again by itself, and the next sweep finds the event too.',
		});
	});
}

/** Keeps what a sweep read of an event, so that its callback is recognised without a request. */
export const noteLogged = (functions: TriggerFunctions, event: ServiceEvent): void =>
	logged.set(keyOf(functions, event.id), Promise.resolve(event));

/**
 * What the log says of an event, read once. That it says nothing is not remembered: it may be late.
 *
 * @param find reads the log
 */
export async function readOnce(
	functions: TriggerFunctions,
	eventId: string,
	find: () => Promise<ServiceEvent | undefined>,
): Promise<ServiceEvent | undefined> {
	const key = keyOf(functions, eventId);
	const present = logged.get(key);
	if (present) return await present;
	const reading = find();
	logged.set(key, reading);
	let found: ServiceEvent | undefined;
	try {
		found = await reading;
		return found;
	} finally {
		if (!found) logged.forget(key);
	}
}
