import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, mapped, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const named = (nth: number) => ({ code: `DEPOT-${nth}`, label: `Depot ${nth}` });

const address = JSON.stringify({
	...{ address1: '1 Main St', city: 'Austin', state: 'Texas', zip: '78701', country_code: 'US' },
	...{ email: 'depot@example.com', geo_coordinates: { latitude: 30.2, longitude: -97.7 } },
});

const withLocation = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'location', operation: 'create', ...mapped(named(nth)) });
	return { locationId: byId(Number(id)) };
};

const NO_LOCATION = {
	wrong: { locationId: byId(NOBODY) },
	refusal: /^BigCommerce knows no location \d+ in this store$/,
};

const NO_CODE = {
	wrong: mapped({ label: 'Depot' }),
	refusal: /^Code is empty$/,
};

const same = ({ locationId }: INodeParameters) => ({ id: idIn(locationId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve(
				mapped({
					...named(nth),
					storefront_visibility: false,
					address,
					operating_hours: '{"monday": {"open": true, "opening": "07:00", "closing": "15:00"}}',
				}),
			),
		...NO_CODE,
		gives: () => ({
			code: expect.stringMatching(/^DEPOT-/),
			id: expect.any(Number),
			storefront_visibility: false,
		}),
	},
	delete: {
		prepare: withLocation,
		...NO_LOCATION,
		gives: (entered) => ({ ...same(entered), deleted: true }),
	},
	get: {
		prepare: async (world, nth) => {
			await withLocation(world, nth);
			return { locationId: { __rl: true, mode: 'code', value: named(nth).code }, simplify: false };
		},
		wrong: { locationId: { __rl: true, mode: 'code', value: 'NOWHERE' } },
		refusal: /^The store has no location with this code$/,
		gives: () => ({ enabled: true, special_hours: [] }),
	},
	getAll: {
		prepare: async (world, nth) => {
			await withLocation(world, nth);
			return { ...ALL, filters: { code: named(nth).code, isActive: true } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ enabled: true }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withLocation(world, nth)),
			...mapped({ description: 'Second floor', address }),
		}),
		wrong: { locationId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for location \d+ missing or not valid$/,
		gives: (entered) => ({ ...same(entered), description: 'Second floor' }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withLocation(world, nth);
			return mapped({ ...named(nth), enabled: false, address });
		},
		...NO_CODE,
		gives: () => ({ created: false, enabled: false }),
	},
};
