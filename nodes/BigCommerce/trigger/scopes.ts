import type { INodePropertyOptions } from 'n8n-workflow';
import { compareNames } from '../../shared/compareNames';

/** Stands for the number of a channel; the trigger registers a hook for each channel that is named. */
export const CHANNEL_ID = '{channel_id}';

const CHANGES = ['created', 'updated', 'deleted'];

/** What can happen, by object (BigCommerce reference 12.8); the configuration of channels is left to what is entered as text. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
	app: ['uninstalled'],
	'brand/metafield': ['*', ...CHANGES],
	cart: ['*', ...CHANGES, 'couponApplied', 'abandoned', 'converted'],
	'cart/lineItem': ['*', ...CHANGES],
	'cart/metafield': CHANGES,
	category: ['*', ...CHANGES],
	'category/metafield': CHANGES,
	channel: ['*', 'created', 'updated'],
	'channel/*/inventory/product': [
		'stock_changed',
		'low_stock_reached',
		'out_of_stock_reached',
		'settings_changed',
	],
	'channel/metafield': CHANGES,
	'channel/{channel_id}/cart': ['*', ...CHANGES, 'couponApplied', 'abandoned', 'converted'],
	'channel/{channel_id}/cart/lineItem': ['*', ...CHANGES],
	'channel/{channel_id}/category': ['*', ...CHANGES],
	'channel/{channel_id}/category/product': ['assigned', 'unassigned'],
	'channel/{channel_id}/categoryTree': ['updated'],
	'channel/{channel_id}/order': [
		'*',
		'created',
		'updated',
		'archived',
		'statusUpdated',
		'message/created',
		'refund/created',
	],
	'channel/{channel_id}/product': ['assigned', 'unassigned'],
	company: [...CHANGES, 'statusUpdated', 'superadmin/assignmentUpdated'],
	'company/address': CHANGES,
	'company/user': CHANGES,
	customer: ['*', ...CHANGES, 'payment/instrument/default/updated', 'channel/login/access/updated'],
	'customer/address': ['*', ...CHANGES],
	hook: ['deliveryException'],
	information: ['updated'],
	'inventory/location': ['created', 'updated'],
	'inventory/location/metafield': ['*', ...CHANGES],
	metafield: ['*', ...CHANGES],
	modifier: ['updated'],
	option: ['updated'],
	order: [
		'*',
		'created',
		'updated',
		'archived',
		'statusUpdated',
		'message/created',
		'refund/created',
		'transaction/created',
		'transaction/updated',
	],
	'order/metafield': CHANGES,
	priceList: [...CHANGES, 'activated', 'deactivated'],
	'priceList/assignment': ['updated', 'deleted'],
	'priceList/record': CHANGES,
	'priceList/records': CHANGES,
	priceLists: ['deleted'],
	product: ['*', ...CHANGES, 'inventory/updated', 'inventory/order/updated'],
	'product/metafield': ['*', ...CHANGES],
	'product/variant/metafield': ['*', ...CHANGES],
	quote: [...CHANGES, 'statusUpdated'],
	redirects: ['updated'],
	shipment: ['*', ...CHANGES],
	sku: ['*', ...CHANGES, 'inventory/updated', 'inventory/order/updated'],
	'store/metafield': CHANGES,
	subscriber: ['*', ...CHANGES],
	superadmin: [...CHANGES, 'assignmentUpdated'],
};

/** Words that Title Case would spell wrongly. */
const SPELLED: Readonly<Record<string, string>> = { sku: 'SKU', '*': 'Any Event' };

const words = (path: string): string =>
	path
		.replace('/*/', '/')
		.replace(/[^/]+/g, (part) => SPELLED[part] ?? part)
		.replace(/[/_]|(?<=[a-z])(?=[A-Z])/g, ' ')
		.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** The group that an object's events stand in: its name; those of single channels stand together. */
const groupOf = (object: string): string => words(object.replace(`channel/${CHANNEL_ID}/`, 'one channel/'));

/** Every scope for the drop-down, grouped by object: its search finds both halves of a name. */
export const SCOPE_OPTIONS: INodePropertyOptions[] = Object.entries(SCOPES)
	.flatMap(([object, events]) =>
		events.map((event) => {
			const value = `store/${object}/${event}`;
			return { name: `${groupOf(object)}: ${words(event)}`, value, description: `Scope ${value}` };
		}),
	)
	.sort((a, b) => compareNames(a.name, b.name));

/**
 * The chosen scopes as BigCommerce takes them: those of single channels once for each channel.
 *
 * @param channels their numbers
 */
export const inChannels = (scopes: readonly string[], channels: readonly string[]): string[] =>
	scopes.flatMap((scope) =>
		scope.includes(CHANNEL_ID) ? channels.map((id) => scope.replace(CHANNEL_ID, id)) : [scope],
	);

/** The parts of all scopes, by their spelling in small letters. */
const SPELLING: ReadonlyMap<string, string> = new Map(
	Object.entries(SCOPES)
		.flatMap(([object, events]) => events.flatMap((event) => `store/${object}/${event}`.split('/')))
		.map((part) => [part.toLowerCase(), part]),
);

/** A scope as BigCommerce spells it: without blanks and slashes around it, in the right letter case (guides print some with a slash behind, reference 12.4). */
export const spelled = (scope: string): string =>
	scope
		.trim()
		.split('/')
		.filter(Boolean)
		.map((part) => SPELLING.get(part.toLowerCase()) ?? part)
		.join('/');

/** In the place of a channel `*` stands for any channel. */
const CHANNEL = /^store\/channel\/\d+\//;

/** A wildcard covers everything below it (BigCommerce reference 12.2: the body names the concrete event). */
function covers(chosen: string, told: string): boolean {
	const scope = chosen.toLowerCase();
	const inAnyChannel = scope.startsWith('store/channel/*/');
	const event = inAnyChannel ? told.toLowerCase().replace(CHANNEL, 'store/channel/*/') : told.toLowerCase();
	return scope === event || (scope.endsWith('/*') && event.startsWith(scope.slice(0, -1)));
}

/**
 * How many of the chosen scopes an event belongs to; each has a hook of its own, so the event is delivered as often.
 *
 * @param event for example `store/order/created`
 * @param scopes as chosen, for example `store/order/*`
 */
export const covering = (event: string, scopes: readonly string[]): number =>
	scopes.filter((scope) => covers(scope, event)).length;

/** Whether an event belongs to one of the chosen scopes. */
export const isCovered = (event: string, scopes: readonly string[]): boolean => covering(event, scopes) > 0;
