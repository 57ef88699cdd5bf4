import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { byId, mapped, NOBODY, type Cases } from '../../support/operationCase';
import { namedCases } from './named';
import { idIn, NODE } from './support';

const WHERE_AND_WHEN = {
	schedule: JSON.stringify({
		...{ week_frequency: 1, week_days: ['Monday'] },
		...{ daily_start_time: '08:00:00', daily_end_time: '18:00:00' },
	}),
	shipping_address: '{"countries": [{"iso2_country_code": "US"}]}',
};

const content = {
	redemption_type: 'COUPON',
	rules:
		'[{"action": {"cart_items": {"discount": {"percentage_amount": "15"}, "items": {"categories": [23]}}}}]',
	max_uses: 500,
	customer: '{"group_ids": [2]}',
	...WHERE_AND_WHEN,
};

const named = namedCases({
	resource: 'promotion',
	one: 'promotion',
	isWide: true,
	locator: 'promotionId',
	content,
	shown: { redemption_type: 'COUPON', status: 'DISABLED' },
	change: {
		...WHERE_AND_WHEN,
		display_name: 'For regulars',
		coupon_overrides_automatic_when_offering_higher_discounts: true,
	},
	changed: { display_name: 'For regulars', coupon_overrides_automatic_when_offering_higher_discounts: true },
});

const switching = (status: string) => ({
	prepare: async (world: World, nth: number): Promise<INodeParameters> => {
		const made = {
			resource: 'promotion',
			operation: 'create',
			...mapped({ name: `Switched ${nth}`, ...content }),
		};
		const { id } = await world.must(NODE, made);
		return { promotionId: byId(Number(id)) };
	},
	wrong: { promotionId: byId(NOBODY) },
	refusal: /^BigCommerce knows no promotion \d+ in this store$/,
	gives: (entered: INodeParameters) => ({ id: idIn(entered.promotionId), status }),
});

const inWords = (operation: 'get' | 'getAll') => ({
	...named[operation],
	others: {
		'its rules in words': async (world: World) => ({
			...(await named[operation].prepare(world, 7)),
			inWords: true,
		}),
	},
});

export const cases: Cases = {
	...omit(named, 'upsert'),
	get: inWords('get'),
	getAll: inWords('getAll'),
	// Two promotions may have one name.
	create: { ...named.create, keyless: true },
	disable: switching('DISABLED'),
	enable: switching('ENABLED'),
};
