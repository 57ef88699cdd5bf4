import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { linkScopes, existing, linkLocator, linkOfItem, toItem } from './linkFields';
import { LINK } from '../../links/linkShape';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one link with its state, effect, decision and history',
		action: 'Get a link',
	},
	effect: 'read',
	scopes: linkScopes('read-only', 'linkKey'),
	output: LINK,
	fields: [linkLocator],
	async execute(run, client) {
		return toItem(await existing(run, await linkOfItem(run, client)));
	},
};
