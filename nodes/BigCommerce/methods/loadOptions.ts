import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { v2List } from '../transport/dialect';
import { ORDER_SCOPE } from '../transport/orders';
import { StoreClient } from '../transport/StoreClient';

export { getClearableFields } from './clearable';

const STATUS = { id: is.whole, name: is.text, custom_label: is.text };

const NAMED = { id: is.whole, name: is.text };

/** The store's order statuses, with the merchant's own labels; work is always done with their ids (BigCommerce reference 3.5). */
export async function getOrderStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { body } = await new StoreClient(this).request({
		method: 'GET',
		path: '/v2/order_statuses',
		subject: { name: 'the list of order statuses', scope: ORDER_SCOPE },
		gives: v2List,
	});
	const statuses = Array.isArray(body) ? body.filter(isRecord).map((row) => fieldsIn(STATUS, row)) : [];
	return statuses.map(({ id = NaN, name = '', custom_label: label }) => ({
		name: label || name,
		value: id,
		description: label && label !== name ? name : undefined,
	}));
}

const named = (rows: readonly Given[]): INodePropertyOptions[] =>
	rows.map((row) => {
		const { id = NaN, name = '' } = fieldsIn(NAMED, row);
		return { name, value: id };
	});

/** The store's customer groups (BigCommerce reference 6.5). */
export async function getCustomerGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const subject = { name: 'the list of customer groups', scope: 'Customers' } as const;
	return named(await new StoreClient(this).list({ path: '/v2/customer_groups', subject }));
}

/** Where the store sells (BigCommerce reference 11.3). */
export async function getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const subject = { name: 'the list of channels', scope: 'Channel Settings' } as const;
	return named(await new StoreClient(this).list({ path: '/v3/channels', subject }));
}
