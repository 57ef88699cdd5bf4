import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

/** The walk fills in whatever it is not told: a header is nothing that may come out. */
const described = (nth: number): INodeParameters => ({
	scope: 'store/order/*',
	destination: `https://example.com/hooks/${nth}`,
	additionalFields: { headers: '{"X-Origin": "walk"}' },
});

const withHook = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'hook', operation: 'create', ...described(nth) });
	return { hookId: byId(Number(id)) };
};

const NO_HOOK = {
	wrong: { hookId: byId(NOBODY) },
	refusal: /^BigCommerce knows no webhook \d+ in this store$/,
};

const ISO = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

const SHOWN = { scope: 'store/order/*', created_at: ISO, updated_at: ISO };

const anyAccount = { needsNoScope: true } as const;

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) => await Promise.resolve(described(nth)),
		wrong: { destination: 'http://example.com/unsafe' },
		refusal: /^BigCommerce found the values for the new webhook missing or not valid$/,
		gives: ({ destination }) => ({ ...SHOWN, destination, is_active: true }),
		...anyAccount,
	},
	delete: {
		prepare: withHook,
		...NO_HOOK,
		gives: ({ hookId }) => ({ id: idIn(hookId), deleted: true }),
		...anyAccount,
	},
	get: {
		prepare: withHook,
		...NO_HOOK,
		gives: ({ hookId }) => ({ id: idIn(hookId), ...SHOWN }),
		...anyAccount,
	},
	getAll: {
		prepare: async (world, nth) => {
			await withHook(world, nth);
			return { ...ALL, filters: { destination: String(described(nth).destination), isActive: true } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => SHOWN,
		...anyAccount,
	},
	reactivate: {
		prepare: withHook,
		...NO_HOOK,
		gives: ({ hookId }) => ({ id: idIn(hookId), is_active: true }),
		...anyAccount,
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withHook(world, nth)),
			updateFields: { scope: 'store/product/*', isActive: false },
		}),
		...NO_HOOK,
		gives: ({ hookId }) => ({ id: idIn(hookId), scope: 'store/product/*', is_active: false }),
		...anyAccount,
	},
	upsert: {
		prepare: async (world, nth) => {
			await withHook(world, nth);
			return described(nth);
		},
		others: { 'one that is not there': async () => await Promise.resolve(described(1)) },
		wrong: { destination: 'http://example.com/unsafe' },
		refusal: /^BigCommerce found the values for the new webhook missing or not valid$/,
		gives: ({ destination }) => ({ ...SHOWN, destination, is_active: true }),
		...anyAccount,
	},
};
