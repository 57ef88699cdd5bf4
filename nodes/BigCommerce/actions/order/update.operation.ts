import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { ORDER_SCOPE, changeOrder } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { orderLocator } from './orderFields';
import { readOrderFields } from './otherFields';
import { ORDER } from '../../records/order';

/** Fields that have their own place in the editor, by BigCommerce's names (reference 3.4). */
const WRITABLE: Readonly<Record<string, string>> = {
	customerMessage: 'customer_message',
	externalOrderId: 'external_order_id',
	paymentMethod: 'payment_method',
	replaceStaffNotes: 'staff_notes',
};

const UPDATE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Append to Staff Notes',
		name: 'appendToStaffNotes',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Approved by the risk team',
		description: 'Text to put below the staff notes; what already stands there is not added again',
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
		displayName: 'Replace Staff Notes',
		name: 'replaceStaffNotes',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'The staff notes from now on; what stood there is lost',
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
];

/** The fields as they were entered, with what an expression left empty. */
function rawFields(run: ItemRun): IDataObject {
	const entered: unknown = run.functions.getNodeParameter('updateFields', run.index, {});
	return isRecord(entered) ? entered : {};
}

/** The status as a number. One that was added and left blank is refused, for an expression may have come to nothing. */
function statusOf(run: ItemRun): IDataObject {
	const entered = rawFields(run);
	if (!('statusId' in entered)) return {};
	return { status_id: run.values.number(entered.statusId, 'Status', { least: 0, whole: true }) };
}

function wantedValues(run: ItemRun, entered: IDataObject): IDataObject {
	const named = Object.entries(WRITABLE).filter(([field]) => entered[field] !== undefined);
	return {
		...readOrderFields(run.values, rawFields(run).otherFields, (advice) => run.refuse(advice)),
		...Object.fromEntries(named.map(([field, name]) => [name, entered[field]])),
	};
}

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change an order; only values that differ are sent',
		action: 'Update an order',
	},
	effect: 'change',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: ORDER,
	fields: [
		orderLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: UPDATE_FIELDS,
		},
	],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		const status = statusOf(run);
		const entered = run.fields('updateFields', UPDATE_FIELDS);
		const values = { ...wantedValues(run, entered), ...status };
		const note = run.values.text(entered.appendToStaffNotes, 'Append to Staff Notes');
		if (!note && !Object.keys(values).length) {
			throw run.refuse({
				what: `Nothing to change was given for order ${id}`,
				next: 'Add at least one field under Update Fields.',
			});
		}
		const { id: workflowId } = run.functions.getWorkflow();
		return await changeOrder(client, id, { values, note: note || undefined, workflowId });
	},
};
