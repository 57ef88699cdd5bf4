import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { filtersCollection, optionsCollection, returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { newestOfType } from '../../../BigCommerce/links/DecisionRounds';
import { OWNERS } from '../../../BigCommerce/transport/owners';
import { readWatchedOrder } from '../../../BigCommerce/records/watchedOrder';
import { ROUND, roundItem } from '../../rounds/roundItem';
import type { Services } from '../../transport/Services';
import { FILTERS, passes, type Listed } from './filters';

const includeOrder: INodeProperties = {
	displayName: 'Include Order',
	name: 'includeOrder',
	type: 'boolean',
	default: false,
	description: 'Whether each item holds its order, which costs a call',
};

export const getAll: Operation<Services> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of decisions, each as it stands now',
		action: 'Get many decisions',
	},
	effect: 'read',
	scopes: [{ name: 'Orders', access: 'read-only' }],
	output: object({ ...ROUND, order: object() }),
	fields: [...returnAllAndLimit, filtersCollection(FILTERS), optionsCollection([includeOrder])],
	async execute(run, { store }) {
		const limit = run.limit();
		const filters = run.filters('filters', FILTERS);
		const withOrder = run.flag('options.includeOrder');
		const now = Date.now();
		const purpose = typeof filters.purpose === 'string' ? filters.purpose : undefined;
		const newest = await newestOfType(store, OWNERS.order, purpose);
		const listed = newest.map((round): Listed => ({ round, item: roundItem(round, now) }));
		const items: IDataObject[] = [];
		for (const one of listed.filter((entry) => passes(entry, filters, now)).slice(0, limit)) {
			const { objectId } = one.round.key;
			const order = withOrder && { order: await readWatchedOrder(store, Number(objectId)) };
			items.push({ ...one.item, ...order });
		}
		return items;
	},
};
