import { formatLinkKey } from '../../../shared/linkKey';
import { isUpForTakeover, type LinkState } from '../../../shared/linkRecord';
import type { Operation } from '../../../shared/operation';
import { latestRounds } from '../../links/rounds';
import type { StoreClient } from '../../transport/StoreClient';
import { linkScopes, linkByObject, objectFields, toItem } from './linkFields';
import { LATEST } from '../../links/linkShape';

/** States of a round that has not come to its end. */
const RUNNING: ReadonlySet<LinkState> = new Set<LinkState>(['claimed', 'open', 'decided']);

export const getLatest: Operation<StoreClient> = {
	option: {
		name: 'Get Latest Round',
		value: 'getLatest',
		description: 'Retrieve the newest round of a purpose, or learn that there is none',
		action: 'Get the latest round of a link',
	},
	effect: 'read',
	scopes: linkScopes('read-only', 'objectType'),
	output: LATEST,
	fields: objectFields.filter(({ name }) => name !== 'round'),
	async execute(run, client) {
		const now = Date.now();
		const link = await linkByObject(run, client);
		const { owner, key } = link;
		const latest = (await latestRounds(client, owner, now)).get(key.purpose);
		if (!latest) {
			return { exists: false, running: false, round: 0, claimableRound: 1, nextLinkKey: link.fullKey };
		}
		const { round, record } = latest;
		// A claim of which nothing came is taken over in its own round; a question that was asked gets a new one.
		const claimableRound = isUpForTakeover(record, now) ? round : round + 1;
		return {
			exists: true,
			running: RUNNING.has(record.state),
			claimableRound,
			nextLinkKey: formatLinkKey({ ...key, round: claimableRound }),
			...toItem(latest, now),
		};
	},
};
