import { b2bDeviations } from './deviations/b2bDeviations';
import { catalogDeviations } from './deviations/catalogDeviations';
import { customerDeviations } from './deviations/customerDeviations';
import { hookDeviations } from './deviations/hookDeviations';
import { metafieldDeviations } from './deviations/metafieldDeviations';
import { orderDeviations } from './deviations/orderDeviations';
import { promotionDeviations } from './deviations/promotionDeviations';
import type { SpecDeviation } from './deviations/specDeviation';

export type { SpecDeviation } from './deviations/specDeviation';

/** Every spot of the official descriptions that is relaxed. There is no other loosening than this table. */
export const knownSpecDeviations: SpecDeviation[] = [
	...orderDeviations,
	...hookDeviations,
	...metafieldDeviations,
	...customerDeviations,
	...catalogDeviations,
	...promotionDeviations,
	...b2bDeviations,
];
