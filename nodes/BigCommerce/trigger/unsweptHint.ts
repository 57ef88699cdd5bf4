import type { NodeHint } from 'n8n-workflow';
import { SWEPT, WHOLE_CHANNEL } from './orderEvents';
import { EDITION_EVENT, EVENT } from './sweptRecords';

const isSome = (test: string) => `={{ [$parameter.scopes].flat().some((scope) => ${test}) }}`;

const isOneOf = (...patterns: readonly RegExp[]) =>
	`${JSON.stringify(patterns.map(({ source }) => source))}.some((swept) => new RegExp(swept).test(scope))`;

/** Says where a lost delivery stays lost: BigCommerce keeps no history of events (reference 12.1), and what no list filters by time cannot be swept. */
export const unsweptHint: NodeHint = {
	message:
		'No sweep finds some of the chosen events, most of them because BigCommerce offers no list of them by time: one whose delivery is lost is not told later.',
	type: 'info',
	location: 'ndv',
	displayCondition: isSome(`!${isOneOf(EVENT, EDITION_EVENT, SWEPT, WHOLE_CHANNEL)}`),
};

/** Says what a sweep of B2B Edition needs. The editor tells a note nothing of the credentials that are chosen, so it stands whether they are or not. */
export const editionHint: NodeHint = {
	message:
		'Companies, company users and quotes are read and swept with the BigCommerce B2B credential. As long as it is not chosen in this trigger, their events hold only IDs, and one whose delivery is lost is not told later.',
	type: 'info',
	location: 'ndv',
	displayCondition: isSome(isOneOf(EDITION_EVENT)),
};
