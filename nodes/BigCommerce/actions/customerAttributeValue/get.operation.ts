import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { customerAttributeValues } from '../../records/customerAttributeValue';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { ownerFields, ownerIn, valueOf } from './owner';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what a customer has for one attribute',
		action: 'Get a customer attribute value',
	},
	effect: 'read',
	scopes: scopeOf(customerAttributeValues, 'read-only'),
	output: object(customerAttributeValues.properties),
	fields: ownerFields,
	async execute(run, client) {
		return await valueOf(run, client, await ownerIn(run, client));
	},
};
