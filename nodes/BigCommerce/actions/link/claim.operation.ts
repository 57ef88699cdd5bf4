import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { linkScopes, linkByObject, objectFields, toItem } from './linkFields';
import { CLAIMED } from '../../links/linkShape';

const MINUTE_MS = 60_000;

export const claim: Operation<StoreClient> = {
	option: {
		name: 'Claim',
		value: 'claim',
		description: 'Take the link for this run; of all who try, exactly one gets it',
		action: 'Claim a link',
	},
	effect: 'change',
	scopes: linkScopes('modify', 'objectType'),
	output: CLAIMED,
	fields: [
		...objectFields,
		{
			displayName: 'Lease (Minutes)',
			name: 'leaseMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 15,
			description: 'After that, a claim of which nothing came can be taken over',
		},
	],
	async execute(run, client) {
		const minutes = run.number('leaseMinutes', 15, { label: 'Lease (Minutes)' });
		if (minutes <= 0) {
			throw run.refuse({
				what: `Lease must be more than 0 minutes, but it is ${minutes}`,
				next: 'Enter longer than one run of the workflow ever takes, for example 15.',
			});
		}
		const link = await linkByObject(run, client);
		const {
			claimed,
			takenOver,
			link: stored,
		} = await link.claim(run.functions.getExecutionId(), minutes * MINUTE_MS);
		return { claimed, takenOver, ...toItem(stored), linkKey: link.fullKey };
	},
};
