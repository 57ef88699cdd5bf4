import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { flag, object, whole } from '../../../shared/shape';
import { customerAttributeValues } from '../../records/customerAttributeValue';
import { AttributeValues, type ValueOwner } from '../../transport/attributeValues';
import { INFERRED } from '../../transport/inferred';
import type { StoreClient } from '../../transport/StoreClient';
import { idIn, scopeOf } from '../crud/picked';
import { removeSeveral } from '../crud/removesSeveral';
import { ownerFields, ownerIn, valueOf } from './owner';

async function alone(run: ItemRun, client: StoreClient) {
	const owner = await ownerIn(run, client);
	const id = idIn(await valueOf(run, client, owner));
	await new AttributeValues(client).remove(id, owner);
	return { id, deleted: true };
}

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove what a customer has for one attribute',
		action: 'Delete a customer attribute value',
	},
	effect: 'change',
	scopes: scopeOf(customerAttributeValues, 'modify'),
	output: object({ id: whole, deleted: flag }),
	fields: ownerFields,
	execute: alone,
	batch: batchOf<StoreClient, ValueOwner>({
		most: INFERRED.removedAtOnce,
		read: ownerIn,
		about: ({ customer_id: customer, attribute_id: attribute }) => `${customer} ${attribute}`,
		async send(rows, client, [first]) {
			const values = new AttributeValues(client);
			const gone = await removeSeveral(first, rows, {
				look: async (owners) => await values.find(owners),
				remove: async (found) => await values.removeSeveral(found.map((row) => idIn(row))),
			});
			return gone?.map((row) => row && { id: idIn(row), deleted: true });
		},
		alone,
	}),
};
