import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { linkScopes, existing, linkLocator, linkOfItem, toItem } from './linkFields';
import { RELEASED } from '../../links/linkShape';

export const release: Operation<StoreClient> = {
	option: {
		name: 'Release',
		value: 'release',
		description: 'Give an unused claim back, so that another run can take it at once',
		action: 'Release a link',
	},
	effect: 'change',
	scopes: linkScopes('modify', 'linkKey'),
	output: RELEASED,
	fields: [
		linkLocator,
		{
			displayName: 'Holder',
			name: 'holder',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.holder }}',
			description: 'Only if this claim still holds the link; as Claim returned it',
		},
	],
	async execute(run, client) {
		const link = await linkOfItem(run, client);
		const found = await existing(run, link);
		const holder = run.text('holder');
		if (holder && holder !== found.record.holder) return { released: false, ...toItem(found) };
		const result = await link.take(found, { state: 'released', run: run.functions.getExecutionId() });
		if ('link' in result) return { released: true, ...toItem(result.link) };
		throw run.refuse({
			what: `Link ${link.fullKey} cannot be released: ${result.refused}`,
			next: 'End the case or signature request instead, then record the link as closed.',
		});
	},
};
