import omit from 'lodash/omit';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { channel } from '../../records/channel';
import { customerGroup } from '../../records/customerGroup';
import { priceList } from '../../records/priceList';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf, scopeOf } from '../crud/picked';

/** Not by its name: to look that up takes a right that prices do not need. */
const group = omit(customerGroup.locator, 'key');

export const upsert: Operation<StoreClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a price list assignment',
	},
	effect: 'change',
	scopes: scopeOf(priceListAssignment, 'modify'),
	output: object(priceListAssignment.properties),
	fields: [locatorOf(priceList.locator), locatorOf(group), locatorOf(channel.locator)],
	async execute(run, client) {
		const body = {
			customer_group_id: run.id(group.name, group.label),
			channel_id: run.id(channel.locator.name, channel.locator.label),
		};
		const id = await idOf(run, client, priceList);
		return await client.write({
			method: 'PUT',
			path: `${priceList.path}/${id}/assignments`,
			body,
			subject: { name: `assignment of price list ${id}`, scope: priceListAssignment.scope },
			done: `price list ${id} was assigned`,
		});
	},
};
