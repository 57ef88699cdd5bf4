import type { INodeProperties } from 'n8n-workflow';
import { decisionOf } from '../../../shared/forDecision';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { entered, inputsOf, whole } from '../../../shared/record/field';
import { flag, object } from '../../../shared/shape';
import { shipment } from '../../records/orderParts';
import { ORDER_SCOPE } from '../../transport/orders';
import { ORDER_OWNER } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionField } from '../../../shared/fields';
import { onceOnly } from '../onceOnly';
import { LINES_TEXT, readLines } from '../order/namedLines';
import { orderLocator } from '../order/orderFields';
import { ShipmentJob, type ShipmentOrder } from './shipmentJob';

const WHAT: INodeProperties = {
	displayName: 'What',
	name: 'what',
	type: 'options',
	options: [
		{
			name: 'Everything but Some Lines',
			value: 'others',
			description: 'The rest waits for another shipment',
		},
		{ name: 'Everything Open', value: 'open', description: 'What was neither sent nor refunded yet' },
		{ name: 'Lines', value: 'lines', description: 'Pieces of some lines' },
	],
	default: 'open',
	description: 'What is in the shipment. What is fetched or downloaded is never sent.',
};

const LINES: INodeProperties = {
	displayName: 'Lines',
	name: 'lines',
	type: 'string',
	typeOptions: { rows: 3 },
	displayOptions: { show: { what: ['lines', 'others'] } },
	default: '',
	required: true,
	placeholder: 'e.g. MUG-GRY 2',
	description: LINES_TEXT,
};

/** One of several addresses, beside what a shipment says of itself. */
const FIELDS = {
	...shipment.further,
	order_address_id: whole('Shipping Address ID', 'Where the order is sent to several addresses', {
		name: 'orderAddressId',
		least: 1,
	}),
};

const WHATS = ['open', 'lines', 'others'] as const;

async function readItem(run: ItemRun, client: StoreClient): Promise<ShipmentOrder> {
	const chosen = run.values.choice(run.text(WHAT.name, 'open'), WHAT.displayName, WHATS);
	const what = WHATS.find((name) => name === chosen) ?? 'open';
	const { order_address_id: addressId, ...values } = entered(run, 'fields', 'additionalFields', FIELDS);
	const orderId = run.id('orderId', 'Order');
	const lines = what === 'open' ? [] : readLines(run, LINES);
	const { hash } = await client.store();
	return {
		orderId,
		what,
		lines,
		values,
		...(addressId !== undefined && { addressId: Number(addressId) }),
		decision: decisionOf(run, hash),
	};
}

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Send an order, or a part of it; the shopper may get an e-mail, as the store is set',
		action: 'Create a shipment',
	},
	effect: 'once',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({ ...shipment.properties, repeated: flag }),
	fields: [
		orderLocator,
		WHAT,
		LINES,
		collectionField('Additional Fields', 'additionalFields', inputsOf(FIELDS)),
	],
	async execute(run, client) {
		const order = await readItem(run, client);
		const { orderId, decision } = order;
		const owner = { type: ORDER_OWNER, id: String(orderId) };
		const job = new ShipmentJob(run, client, order);
		const { made, repeated } = await onceOnly(run, client, job, { owner, thing: 'shipment', decision });
		return { ...made, repeated };
	},
};
