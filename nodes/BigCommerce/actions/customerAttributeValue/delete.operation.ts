import type { Operation } from '../../../shared/operation';
import { flag, object, whole } from '../../../shared/shape';
import { customerAttributeValues } from '../../records/customerAttributeValue';
import { AttributeValues } from '../../transport/attributeValues';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { ownerFields, ownerIn, valueOf } from './owner';

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
	async execute(run, client) {
		const owner = await ownerIn(run, client);
		const id = Number((await valueOf(run, client, owner)).id);
		await new AttributeValues(client).remove(id, owner);
		return { id, deleted: true };
	},
};
