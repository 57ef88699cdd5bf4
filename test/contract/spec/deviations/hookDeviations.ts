import { pointerOf } from '../json';
import type { SpecDeviation } from './specDeviation';

const WEBHOOKS = 'reference/webhooks.v3.yml';

/** V3 webhooks. */
export const hookDeviations: SpecDeviation[] = [
	{
		file: WEBHOOKS,
		pointers: [
			pointerOf('paths', '/hooks', 'post', 'responses'),
			pointerOf('paths', '/hooks/{webhook_id}', 'put', 'responses'),
		],
		set: {
			'409': {
				content: { 'application/json': { schema: { $ref: '#/components/schemas/errorDetailed_Full' } } },
			},
		},
		reason: 'a second hook of one scope and destination is refused, 409 or 422; the file lists only 422',
		source: '12.1',
	},
	{
		file: WEBHOOKS,
		pointers: [
			pointerOf(
				'components',
				'responses',
				'webhooks_Resp',
				'content',
				'application/json',
				'schema',
				'properties',
				'data',
			),
		],
		set: { minItems: 0 },
		reason:
			'an empty V3 collection is 200 with `data: []`; an account without hooks has nothing else to answer',
		source: '2.1',
	},
];
