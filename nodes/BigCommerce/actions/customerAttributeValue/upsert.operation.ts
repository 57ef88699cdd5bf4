import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { fitting, inputOf } from '../../../shared/record/field';
import { object } from '../../../shared/shape';
import { customerAttributeValues, VALUE } from '../../records/customerAttributeValue';
import { AttributeValues, type ValueInput } from '../../transport/attributeValues';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { ownerFields, ownerIn } from './owner';

const valueField = { ...inputOf(['value', VALUE]), required: true };

async function read(run: ItemRun, client: StoreClient): Promise<ValueInput> {
	const value = String(fitting(run, VALUE, run.requiredText('value', 'Value')));
	return { ...(await ownerIn(run, client)), value };
}

async function alone(run: ItemRun, client: StoreClient) {
	const row = await read(run, client);
	return (await new AttributeValues(client).set([row])) ?? [];
}

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update an attribute value by customer and attribute',
	},
	effect: 'change',
	scopes: scopeOf(customerAttributeValues, 'modify'),
	output: object(customerAttributeValues.properties),
	fields: [...ownerFields, valueField],
	execute: alone,
	batch: batchOf<StoreClient, ValueInput>({
		// Reference 2.9.
		most: 10,
		read,
		send: async (rows, client) => await new AttributeValues(client).set(rows),
		about: ({ customer_id: customer, attribute_id: attribute }) => `${customer} ${attribute}`,
		alone,
	}),
};
