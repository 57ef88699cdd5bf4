import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readAs, type Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import type { FieldsOf } from '../../shared/shape';
import * as is from '../../shared/shape';
import type { ScopeName } from '../transport/scopes';
import type { ListRequest } from '../transport/lists';
import { orderOf } from '../records/order';
import type { StoreClient } from '../transport/StoreClient';
import { channelOf, sampleOf } from './orderEvents';
import { ORDERS } from './orderChanges';
import { readOrderFacts, shownOrder } from './orderFacts';
import { modifiedAt } from './orderTimes';

interface Sample {
	event: string;
	kind: string;
	request: ListRequest;
}

const listed = (kind: string, path: string, query: Query, scope: ScopeName) => ({
	kind,
	request: { path, query, subject: { name: `the list of ${kind}s`, scope } },
});

/** Objects of which a list gives the newest as a whole; the sort words are those of reference 6.1 and 7.1. */
const NEWEST_OF: Readonly<Record<string, Omit<Sample, 'event'>>> = {
	customer: listed('customer', '/v3/customers', { sort: 'date_modified:desc' }, 'Customers'),
	product: listed(
		'product',
		'/v3/catalog/products',
		{ sort: 'date_modified', direction: 'desc' },
		'Products',
	),
};

/** By what an order, a customer or a product is told of. */
const SAMPLED = { properties: { id: is.whole, channel_id: is.whole, date_modified: is.text } };

/** What a scope is shown by; undefined for one of which no list knows the newest. */
function sampleFor(scope: string): Sample | undefined {
	const order = sampleOf(scope);
	if (order) {
		const channel = order.channelId === undefined ? {} : { channel_id: order.channelId };
		const query = { sort: 'date_modified:desc', ...channel };
		return { event: order.event, kind: 'order', request: { ...ORDERS, query } };
	}
	const [, object, event] = /^store\/(customer|product)\/(\*|created|updated)$/.exec(scope) ?? [];
	return object
		? { event: `store/${object}/${event === '*' ? 'updated' : event}`, ...NEWEST_OF[object] }
		: undefined;
}

/**
 * A real, recent record of what was chosen, so that the fields can be mapped at once; moves nothing.
 *
 * @param scopes as chosen; the first of which there can be a sample is shown
 * @param facts as chosen, for an order
 * @returns null when there is none
 */
export async function sample(
	client: StoreClient,
	scopes: readonly string[],
	facts: readonly string[] = [],
): Promise<INodeExecutionData[][] | null> {
	const shown = scopes.map(sampleFor).find((found) => found !== undefined);
	if (!shown) return null;
	const { kind, request } = shown;
	const [record] = await client.list(request, 1);
	if (!record) return null;
	const { hash: storeHash } = await client.store();
	const { id, ...told } = readAs(SAMPLED, record);
	const data = { type: kind, id };
	const event = shown.event.replace('/*/order/', `/${channelOf(told)}/order/`);
	const shownRecord = kind === 'order' ? await withFacts(client, record, facts) : { [kind]: record };
	return [[{ json: { source: 'sample', event, ...timeOf(told), storeHash, data, ...shownRecord } }]];
}

async function withFacts(client: StoreClient, record: Given, facts: readonly string[]): Promise<IDataObject> {
	const order = orderOf(record);
	const read = await readOrderFacts(client, order, facts);
	if ('refused' in read) throw read.refused;
	return shownOrder(order, read);
}

function timeOf(told: FieldsOf<typeof SAMPLED.properties>): { occurredAt?: string } {
	const at = modifiedAt(told);
	return at === undefined ? {} : { occurredAt: new Date(at).toISOString() };
}
