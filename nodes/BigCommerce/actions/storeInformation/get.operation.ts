import { simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import { storeInformation } from '../../records/storeInformation';
import { v2Record } from '../../transport/dialect';
import type { StoreClient } from '../../transport/StoreClient';

const { path, scope, properties, simple } = storeInformation;

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what the store says of itself',
		action: 'Get store information',
	},
	effect: 'read',
	scopes: [{ name: scope, access: 'read-only' }],
	output: object(properties),
	fields: [simplify],
	async execute(run, client) {
		const subject = { name: 'the profile of the store', scope, onlyRead: true } as const;
		const store = await client.get({ path, subject, gives: v2Record() });
		return run.flag('simplify', true) ? simplified(store, simple) : store;
	},
};
