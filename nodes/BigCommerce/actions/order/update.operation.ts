import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { changeOrder } from '../../transport/orders';
import { orderLocator } from './orderFields';

/** Fields that have their own place in the editor, by BigCommerce's names (reference 3.4). */
const WRITABLE: Record<string, string> = {
	customerMessage: 'customer_message',
	externalOrderId: 'external_order_id',
	paymentMethod: 'payment_method',
	staffNotes: 'staff_notes',
	statusId: 'status_id',
};

function wantedChanges(entered: IDataObject, more: IDataObject): IDataObject {
	const named = Object.entries(WRITABLE)
		.filter(([field]) => entered[field] !== undefined)
		.map(([field, name]) => [name, name === 'status_id' ? Number(entered[field]) : entered[field]]);
	return { ...more, ...Object.fromEntries(named) };
}

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change an order; only values that differ are sent',
		action: 'Update an order',
	},
	fields: [
		orderLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Append Staff Note',
					name: 'staffNote',
					type: 'string',
					typeOptions: { rows: 2 },
					default: '',
					placeholder: 'e.g. Approved by the risk team',
					description: 'A line to put below the staff notes; a line that is already there is not added again',
				},
				{
					displayName: 'Customer Message',
					name: 'customerMessage',
					type: 'string',
					default: '',
					description: 'Replaces the comment of the checkout, which the shopper can see',
				},
				{
					displayName: 'External Order ID',
					name: 'externalOrderId',
					type: 'string',
					default: '',
					description: 'The ID of this order in another system',
				},
				{
					displayName: 'Other Fields (JSON)',
					name: 'otherFields',
					type: 'json',
					default: '{}',
					description: 'Further writable fields by the names that BigCommerce uses',
				},
				{
					displayName: 'Payment Method',
					name: 'paymentMethod',
					type: 'string',
					default: '',
					placeholder: 'e.g. Credit Card',
					description: 'The name of the payment method as the shopper sees it',
				},
				{
					displayName: 'Staff Notes',
					name: 'staffNotes',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					description: 'Replaces all staff notes',
				},
				{
					displayName: 'Status Name or ID',
					name: 'statusId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
					default: '',
					description:
						'The new status; the shopper may get an e-mail, as the store is set. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
			],
		},
	],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		const entered = run.collection('updateFields');
		const more =
			entered.otherFields === undefined ? {} : run.json('updateFields.otherFields', 'Other Fields');
		const changes = wantedChanges(entered, more);
		if (Number.isNaN(changes.status_id)) {
			throw run.refuse({
				what: `Status must be the number of a status, but it is "${String(entered.statusId)}"`,
				next: 'Choose it from the list, or enter its number, for example 11 for Awaiting Fulfillment. Nothing was sent.',
			});
		}
		const note = String(entered.staffNote ?? '').trim();
		if (!note && !Object.keys(changes).length) {
			throw run.refuse({
				what: `Nothing to change was given for order ${id}`,
				next: 'Add at least one field under Update Fields.',
			});
		}
		return await changeOrder(client, id, changes, note || undefined);
	},
};
