import { pointerOf } from '../json';
import { schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const PROMOTIONS = 'reference/promotions.v3.yml';

export const promotionDeviations: SpecDeviation[] = [
	{
		file: PROMOTIONS,
		pointers: [schema('PromotionBase', 'properties', 'redemption_type')],
		set: { readOnly: false },
		reason: 'a new promotion must have it, and it is called read-only',
		source: '10.1',
	},
	{
		file: PROMOTIONS,
		pointers: [
			pointerOf('paths', '/promotions/{id}', 'put', 'requestBody', 'content', 'application/json', 'schema'),
		],
		set: {
			oneOf: undefined,
			anyOf: ['PatchCouponPromotion', 'PatchAutomaticPromotion'].map((name) => ({
				$ref: `#/components/schemas/${name}`,
			})),
		},
		reason: 'exactly one of two forms is wanted, and what both kinds have fits both',
		source: '10.1',
	},
	{
		file: PROMOTIONS,
		pointers: ['daily_start_time', 'daily_end_time'].map((name) =>
			schema('AvailabilityByWeekDay', 'properties', name),
		),
		set: { format: undefined },
		reason: 'the pattern wants hours, minutes and seconds alone, to which the format adds a zone',
		source: '10.1',
	},
	{
		file: PROMOTIONS,
		pointers: [pointerOf('paths', '/promotions/{id}', 'put', 'responses')],
		set: {
			'422': {
				description: 'The request payload was invalid.',
				content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorResponse' } } },
			},
		},
		reason: 'a creation is refused in this form, a change by no described one',
		source: '10.3',
	},
];
