import type { Operation } from '../../../shared/operation';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { newFields, saidValues } from '../../../shared/record/written';
import { flag, object } from '../../../shared/shape';
import { hook, SCOPES_BY_EVENT } from '../../records/hook';
import type { StoreClient } from '../../transport/StoreClient';
import { create } from '../crud/create';
import { collectionOf, idIn } from '../crud/picked';

/** The store takes one webhook for a scope and a destination (BigCommerce reference 12.1). */
export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a webhook by scope and destination',
	},
	effect: 'change',
	scopes: [],
	scopesBy: SCOPES_BY_EVENT,
	output: object({ created: flag, ...hook.properties }),
	fields: newFields(hook),
	async execute(run, client) {
		const values = saidValues(run, hook);
		const [scope, destination] = [String(values.scope), String(values.destination)];
		const isIt = (row: Given) => {
			const known = fieldsIn(hook.properties, row);
			return known.scope === scope && known.destination === destination;
		};
		const collection = await collectionOf(run, client, hook);
		const standing = (await collection.find({ scope, destination })).find(isIt);
		if (!standing) {
			return { created: true, ...(await create(run, client, hook, { ...hook.starts, ...values })) };
		}
		// One that staff switched off stays so, unless the item says otherwise.
		const [changed] = (await collection.change([{ ...values, id: idIn(standing) }])) ?? [];
		return { created: false, ...changed };
	},
};
