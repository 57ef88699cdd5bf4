import omit from 'lodash/omit';
import type { Operation } from '../../../shared/operation';
import { inputOf, whole } from '../../../shared/record/field';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { customerGroup } from '../../records/customerGroup';
import { priceList } from '../../records/priceList';
import { priceListAssignment } from '../../records/priceListAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf, scopeOf } from '../crud/picked';

/** Not by its name: to look that up takes a right that prices do not need. */
const group = omit(customerGroup.locator, 'key');

const channel = inputOf([
	'channel_id',
	whole('Channel ID', 'The channel in which it counts', { least: 1, required: true }),
]);

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
	fields: [locatorOf(priceList.locator), locatorOf(group), channel],
	async execute(run, client) {
		const body = {
			customer_group_id: run.id(group.name, group.label),
			channel_id: run.number(channel.name, 1, { label: channel.displayName, least: 1, whole: true }),
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
