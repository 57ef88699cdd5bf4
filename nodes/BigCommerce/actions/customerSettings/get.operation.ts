import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { customerSettings } from '../../records/customerSettings';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf } from '../crud/picked';
import { settingsOf, whoseFields } from './whose';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what holds for all customers, or for those of a channel',
		action: 'Get customer settings',
	},
	effect: 'read',
	scopes: scopeOf(customerSettings, 'read-only'),
	output: object(customerSettings.properties),
	fields: whoseFields,
	async execute(run, client) {
		return await (await settingsOf(run, client)).get();
	},
};
