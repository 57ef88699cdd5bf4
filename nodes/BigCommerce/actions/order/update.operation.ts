import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { entered, inputsOf } from '../../../shared/record/field';
import { ALSO, CHANGES } from '../../records/order';
import { ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { changeOrder } from '../../records/changeOrder';
import { ORDER, orderLocator } from './orderFields';
import { readOrderFields } from './otherFields';

const FIELDS = { ...CHANGES, ...ALSO };

/** The fields as they were entered, with what an expression left empty. */
function rawFields(run: ItemRun): IDataObject {
	const raw: unknown = run.functions.getNodeParameter('updateFields', run.index, {});
	return isRecord(raw) ? raw : {};
}

/** The status as a number. One that was added and left blank is refused, for an expression may have come to nothing. */
function statusOf(run: ItemRun): IDataObject {
	const raw = rawFields(run);
	if (!('statusId' in raw)) return {};
	return { status_id: run.values.number(raw.statusId, 'Status', { least: 0, whole: true }) };
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
			options: inputsOf(FIELDS),
		},
	],
	async execute(run, client) {
		const id = run.id('orderId', 'Order');
		const status = statusOf(run);
		const { append, ...given } = entered(run, 'fields', 'updateFields', FIELDS);
		const others = readOrderFields(run.values, rawFields(run).otherFields, (advice) => run.refuse(advice));
		const values = { ...others, ...pick(given, Object.keys(CHANGES)), ...status };
		const note = run.values.text(append, 'Append to Staff Notes');
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
