import type { NodeHint } from 'n8n-workflow';
import { SWEPT, WHOLE_CHANNEL } from './orderEvents';
import { EVENT } from './sweptRecords';

const patterns = [EVENT, SWEPT, WHOLE_CHANNEL].map(({ source }) => source);

/** Says where a lost delivery stays lost: BigCommerce keeps no history of events (reference 12.1), and what no list filters by time cannot be swept. */
export const unsweptHint: NodeHint = {
	message:
		'No sweep finds some of the chosen events, most of them because BigCommerce offers no list of them by time: one whose delivery is lost is not told later.',
	type: 'info',
	location: 'ndv',
	displayCondition: `={{ [$parameter.scopes].flat().some((scope) => !${JSON.stringify(patterns)}.some((swept) => new RegExp(swept).test(scope))) }}`,
};
