import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const CONTENT = { namespace: 'returns', key: 'approval', value: 'yes' };

/** Whose metafields they are. */
interface Owned {
	resource: string;
	/** What the owner is called in texts. */
	one: string;
	/** The parameter that picks it. */
	locator: string;
	/** Makes one, and picks it. @param nth tells it from others */
	owner(world: World, nth: number): Promise<INodeParameters>;
}

/** The operations of the metafields of one kind of record. */
export function metafieldCases({ resource, one, locator, owner }: Owned): Cases {
	const withMetafield = async (world: World, nth: number): Promise<INodeParameters> => {
		const owned = await owner(world, nth);
		const { id } = await world.must(NODE, { resource, operation: 'create', ...owned, ...CONTENT });
		return { ...owned, metafieldId: String(id) };
	};
	const noSuch = {
		wrong: { [locator]: byId(NOBODY) },
		refusal: new RegExp(`^BigCommerce knows no .*${one} \\d+ in this store$`),
	};
	const ofOwner = (more: object) => (entered: INodeParameters) => ({
		resource_id: idIn(entered[locator]),
		...more,
	});
	return {
		create: {
			prepare: async (world, nth) => ({ ...(await owner(world, nth)), ...CONTENT, value: `yes ${nth}` }),
			...noSuch,
			gives: (entered) => ({ ...ofOwner({ permission_set: 'read' })(entered), value: entered.value }),
		},
		delete: {
			prepare: withMetafield,
			wrong: { metafieldId: String(NOBODY) },
			refusal: new RegExp(`^${one} \\d+ has no metafield \\d+$`, 'i'),
			gives: () => ({ deleted: true }),
		},
		get: { prepare: withMetafield, ...noSuch, gives: ofOwner({ value: 'yes' }) },
		getAll: {
			prepare: async (world, nth) => ({ ...(await withMetafield(world, nth)), ...ALL }),
			...noSuch,
			gives: ofOwner({ key: 'approval' }),
		},
		getAllOfStore: {
			prepare: async (world, nth) => {
				const made = { resource, operation: 'create', ...(await owner(world, nth)), ...CONTENT };
				await world.must(NODE, { ...made, key: `approval-${nth}` });
				return { ...ALL, filters: { namespace: 'returns', key: `approval-${nth}` } };
			},
			wrong: MANY,
			refusal: NO_LIMIT,
			gives: () => ({ value: 'yes' }),
		},
		update: {
			prepare: async (world, nth) => ({ ...(await withMetafield(world, nth)), ...CONTENT, value: 'no' }),
			...noSuch,
			gives: ofOwner({ value: 'no' }),
		},
		upsert: {
			prepare: async (world, nth) => {
				const owned = omit(await withMetafield(world, nth), 'metafieldId');
				return { ...owned, ...CONTENT, value: 'no' };
			},
			...noSuch,
			gives: ofOwner({ value: 'no' }),
		},
	};
}
