import type { INodeProperties } from 'n8n-workflow';
import { filtersCollection } from '../../shared/fields';
import type { Given } from '../../shared/record/given';
import { fieldsIn } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { Values } from '../../shared/values';
import { namespaceOf } from '../links/roundName';
import { LINK_NAMESPACE } from '../links/Links';
import { ONCE_NAMESPACE } from '../links/once';
import { singleData, type Delivery } from './delivery';

/** Which of the chosen events are told; an empty list keeps all. What an event does not tell keeps it: one too many can be left out later, a lost one cannot be found. */
export interface Filters {
	channels: readonly string[];
	statusFrom: readonly string[];
	statusTo: readonly string[];
	namespaces: readonly string[];
	purposes: readonly string[];
	fromShoppersOnly: boolean;
}

/** What was read again for an event: its object, and the part of it that it tells of. */
interface Reread {
	kind?: string;
	record?: Given;
	part?: Reread;
}

const statuses = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
	default: [],
	description:
		'Which status changes are told; none chosen: all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

export const filtersField: INodeProperties = filtersCollection([
	{
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: [],
		description:
			'Only events of these channels, as far as an event or its record names one; scopes of one channel need it. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'From Shoppers Only',
		name: 'fromShoppersOnly',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out order messages known to be written by staff. One that cannot be read is told all the same; scopes of one channel do not tell who wrote.',
	},
	{
		displayName: 'Metafield Namespaces',
		name: 'namespaces',
		type: 'string',
		default: '',
		placeholder: 'e.g. warehouse, pim',
		description: 'Of metafield events, only those in one of these namespaces, separated by commas',
	},
	{
		displayName: 'Purposes',
		name: 'purposes',
		type: 'string',
		default: '',
		placeholder: 'e.g. risk-review',
		description:
			'Also tell metafield events about decisions of these purposes, separated by commas. Without it, what OpenText Decision writes down is left out.',
	},
	statuses('Status From Names or IDs', 'statusFrom'),
	statuses('Status To Names or IDs', 'statusTo'),
]);

/** @param entered what the user added */
export const filtersIn = (values: Values, entered: Readonly<Record<string, unknown>>): Filters => ({
	channels: values.list(entered.channels, 'Channels'),
	statusFrom: values.list(entered.statusFrom, 'Status From'),
	statusTo: values.list(entered.statusTo, 'Status To'),
	namespaces: values.list(entered.namespaces, 'Metafield Namespaces'),
	purposes: values.list(entered.purposes, 'Purposes'),
	fromShoppersOnly:
		entered.fromShoppersOnly !== undefined && values.flag(entered.fromShoppersOnly, 'From Shoppers Only'),
});

const isOwn = (namespace: string): boolean =>
	[LINK_NAMESPACE, ONCE_NAMESPACE].some((own) => namespace === own || namespace.startsWith(`${own}.`));

/** Own metafields fire events like any other (reference 14.2); they are told only where their purpose is wanted. Many events lack the namespace (reference 12.4): then the metafield tells. */
function passesNamespace(delivery: Delivery, { namespaces, purposes }: Filters, metafield?: Given): boolean {
	const { namespace = fieldsIn(PART, metafield).namespace } = singleData(delivery);
	if (namespace === undefined) return true;
	if (purposes.some((purpose) => namespace === namespaceOf(purpose))) return true;
	if (isOwn(namespace)) return false;
	return !delivery.scope.includes('/metafield/') || isAmong(namespaces, [namespace]);
}

const isAmong = (wanted: readonly string[], told: ReadonlyArray<string | undefined>): boolean => {
	const known = told.filter((one) => one !== undefined);
	return !wanted.length || !known.length || known.some((one) => wanted.includes(one));
};

const MESSAGE = /\/order\/message\/created$/;

/** No single field tells who wrote (reference 3.8). */
function isByStaff(message: Given | undefined): boolean {
	// A message that could not be read may be of a shopper: it is told, and `unreadPart` says why.
	const { staff_id: staffId = '', type = '' } = fieldsIn(PART, message);
	return !['', '0'].includes(staffId) || type.toLowerCase() === 'admin';
}

const STATUS_CHANGE = /\/statusUpdated$/;

const TOLD = {
	channel_ids: is.list(is.text),
	context: is.object({ channel_id: is.text }),
	origin_channel_id: is.text,
	status: is.object({ previous_status_id: is.text, new_status_id: is.text }),
};

const PART = { namespace: is.text, staff_id: is.text, type: is.text };

const RECORD = {
	/** Of quotes (reference 13.6). */
	channelId: is.text,
	channel_id: is.text,
	channel_ids: is.list(is.text),
	origin_channel_id: is.text,
	status_id: is.text,
};

/** The channels that an event or its record names; undefined entries say nothing. */
function channelsOf({ scope, data }: Delivery, record: Given | undefined): Array<string | undefined> {
	const ofScope = /^store\/channel\/(\d+)\//.exec(scope)?.[1];
	if (ofScope !== undefined) return [ofScope];
	const { channel_ids: ids = [], context, origin_channel_id: origin } = fieldsIn(TOLD, data);
	const {
		channelId: ofQuote,
		channel_id: own = ofQuote,
		channel_ids: more = [],
		origin_channel_id: recordOrigin,
	} = fieldsIn(RECORD, record);
	return [own, origin, recordOrigin, context?.channel_id, ...ids, ...more];
}

/**
 * Whether an event is wanted.
 *
 * @param reread what it is about as that is now; left out while it was not read
 */
export function isWanted(delivery: Delivery, filters: Filters, { record, part }: Reread = {}): boolean {
	const { scope, data } = delivery;
	if (!passesNamespace(delivery, filters, part?.record)) return false;
	if (filters.fromShoppersOnly && MESSAGE.test(scope) && isByStaff(part?.record)) return false;
	if (!isAmong(filters.channels, channelsOf(delivery, record))) return false;
	if (!STATUS_CHANGE.test(scope) || !scope.includes('order/')) return true;
	const { status } = fieldsIn(TOLD, data);
	const now = status?.new_status_id ?? fieldsIn(RECORD, record).status_id;
	return isAmong(filters.statusFrom, [status?.previous_status_id]) && isAmong(filters.statusTo, [now]);
}
