import type { INodePropertyOptions } from 'n8n-workflow';
import { compareNames } from '../../shared/compareNames';

/** What can happen, by object (BigCommerce reference 12.8). Channel scopes carry an id and are entered as text. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
	'brand/metafield': ['*', 'created', 'updated', 'deleted'],
	cart: ['*', 'created', 'updated', 'deleted', 'couponApplied', 'abandoned', 'converted'],
	'cart/lineItem': ['*', 'created', 'updated', 'deleted'],
	'cart/metafield': ['created', 'updated', 'deleted'],
	category: ['created', 'updated', 'deleted'],
	'category/metafield': ['created', 'updated', 'deleted'],
	channel: ['*', 'created', 'updated'],
	'channel/*/inventory/product': [
		'stock_changed',
		'low_stock_reached',
		'out_of_stock_reached',
		'settings_changed',
	],
	'channel/metafield': ['created', 'updated', 'deleted'],
	company: ['created', 'updated', 'statusUpdated', 'deleted', 'superadmin/assignmentUpdated'],
	'company/address': ['created', 'updated', 'deleted'],
	'company/user': ['created', 'updated', 'deleted'],
	customer: [
		'*',
		'created',
		'updated',
		'deleted',
		'payment/instrument/default/updated',
		'channel/login/access/updated',
	],
	'customer/address': ['*', 'created', 'updated', 'deleted'],
	hook: ['deliveryException'],
	information: ['updated'],
	'inventory/location': ['created', 'updated'],
	'inventory/location/metafield': ['*', 'created', 'updated', 'deleted'],
	metafield: ['*', 'created', 'updated', 'deleted'],
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
	'order/metafield': ['created', 'updated', 'deleted'],
	priceList: ['created', 'updated', 'activated', 'deactivated', 'deleted'],
	'priceList/assignment': ['updated', 'deleted'],
	'priceList/record': ['created', 'updated', 'deleted'],
	'priceList/records': ['created', 'updated', 'deleted'],
	priceLists: ['deleted'],
	product: ['*', 'created', 'updated', 'deleted', 'inventory/updated', 'inventory/order/updated'],
	'product/metafield': ['*', 'created', 'updated', 'deleted'],
	'product/variant/metafield': ['*', 'created', 'updated', 'deleted'],
	quote: ['created', 'updated', 'statusUpdated', 'deleted'],
	redirects: ['updated'],
	shipment: ['*', 'created', 'updated', 'deleted'],
	sku: ['*', 'created', 'updated', 'deleted', 'inventory/updated', 'inventory/order/updated'],
	'store/metafield': ['created', 'updated', 'deleted'],
	subscriber: ['*', 'created', 'updated', 'deleted'],
	superadmin: ['created', 'updated', 'deleted', 'assignmentUpdated'],
};

/** Words that Title Case would spell wrongly. */
const SPELLED: Readonly<Record<string, string>> = { sku: 'SKU', '*': 'Any Event' };

const words = (path: string): string =>
	path
		.replace('/*/', '/')
		.replace(/[^/]+/g, (part) => SPELLED[part] ?? part)
		.replace(/[/_]|(?<=[a-z])(?=[A-Z])/g, ' ')
		.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** Every scope for the drop-down, by name. */
export const SCOPE_OPTIONS: INodePropertyOptions[] = Object.entries(SCOPES)
	.flatMap(([object, events]) =>
		events.map((event) => {
			const value = `store/${object}/${event}`;
			return { name: words(`${object}/${event}`), value, description: `Scope ${value}` };
		}),
	)
	.sort((a, b) => compareNames(a.name, b.name));

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
