import type { Order } from '../records/order';
import { isCovered } from './scopes';

/** Scopes whose events the list of orders can show; a message or a refund leaves no trace in it. */
export const SWEPT = /^store\/(?:channel\/(\d+|\*)\/)?order\/(\*|created|updated|statusUpdated|archived)$/;

/** Everything of a channel, or of all. */
export const WHOLE_CHANNEL = /^store\/channel\/(?:(\d+|\*)\/)?\*$/;

/** Those of the chosen scopes of which a sweep finds the events. */
export const sweptScopes = (scopes: readonly string[]): string[] =>
	scopes.filter((scope) => SWEPT.test(scope) || WHOLE_CHANNEL.test(scope));

/**
 * What an order that changed stands for, by the chosen scopes, in the spelling that was chosen: for the whole store, or for the channel of the order.
 *
 * @param isNew whether it was never seen before
 * @returns undefined when none of the scopes is about it
 */
export function eventFor(
	order: Pick<Order, 'channel_id' | 'is_deleted'>,
	scopes: readonly string[],
	isNew: boolean,
): string | undefined {
	const swept = sweptScopes(scopes);
	const kinds = [
		...(isNew ? ['created'] : []),
		...(order.is_deleted ? ['archived'] : []),
		'statusUpdated',
		'updated',
	];
	const channel = channelOf(order);
	return kinds
		.flatMap((kind) => [`store/order/${kind}`, `store/channel/${channel}/order/${kind}`])
		.find((event) => isCovered(event, swept));
}

/** The channel of an order for a scope; `*` where it does not say. */
export const channelOf = ({ channel_id: id = -1 }: Pick<Order, 'channel_id'>): string =>
	id < 0 ? '*' : String(id);

/** Whether an event tells that an order was placed. */
export const isCreation = (event: string): boolean => event.endsWith('/order/created');

/** Where a sample of a chosen scope is looked for: what event it shows, and in which channel. A wildcard shows a change. */
export function sampleOf(scope: string): { event: string; channelId?: string } | undefined {
	const [, channel, kind] = SWEPT.exec(scope) ?? [];
	if (!kind) return undefined;
	const event = kind === '*' ? scope.replace(/\*$/, 'updated') : scope;
	return { event, ...(channel !== '*' && { channelId: channel }) };
}
