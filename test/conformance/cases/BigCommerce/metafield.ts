import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import {
	ALL,
	byId,
	MANY,
	NO_LIMIT,
	NOBODY,
	type Cases,
	type OperationCase,
} from '../../support/operationCase';
import { idIn, NODE } from './support';

const CONTENT = { namespace: 'returns', key: 'approval', value: 'yes' };

type Wrong = Pick<OperationCase, 'wrong' | 'refusal'>;

/** Whose metafields they are. */
interface Owned {
	resource: string;
	/** What the owner is called in texts. */
	one: string;
	/** Makes one, and picks it. @param nth tells it from others */
	owner(world: World, nth: number): Promise<INodeParameters>;
	/** Which metafield, where the owner is the same for every one; left out: `approval`. */
	key?(nth: number): string;
	/** What it says in the metafield. */
	resourceId(entered: INodeParameters): number | string;
	/** What picks none. */
	noOwner: Wrong;
	/** What is wrong where a metafield is named by its number; left out: the owner. */
	noMetafield?: Wrong;
	/** What is wrong with a list; left out: the owner. */
	noList?: Wrong;
}

/** The operations of the metafields of one kind of record. */
export function casesOf({
	resource,
	one,
	owner,
	key = () => 'approval',
	resourceId,
	noOwner,
	...own
}: Owned): Cases {
	const { noMetafield = noOwner, noList = noOwner } = own;
	const withMetafield = async (world: World, nth: number): Promise<INodeParameters> => {
		const owned = { ...(await owner(world, nth)) };
		const content = { ...CONTENT, key: key(nth) };
		const { id } = await world.must(NODE, { resource, operation: 'create', ...owned, ...content });
		return { ...owned, metafieldId: String(id) };
	};
	const ofOwner = (more: object) => (entered: INodeParameters) => ({
		resource_id: resourceId(entered),
		...more,
	});
	return {
		create: {
			prepare: async (world, nth) => ({
				...(await owner(world, nth)),
				...CONTENT,
				key: key(nth),
				value: `yes ${nth}`,
			}),
			...noOwner,
			gives: (entered) => ({ ...ofOwner({ permission_set: 'read' })(entered), value: entered.value }),
		},
		delete: {
			prepare: withMetafield,
			wrong: { metafieldId: String(NOBODY) },
			refusal: new RegExp(`^(the )?${one}( [\\w-]+)? has no metafield \\d+$`, 'i'),
			gives: () => ({ deleted: true }),
		},
		get: { prepare: withMetafield, ...noMetafield, gives: ofOwner({ value: 'yes' }) },
		getAll: {
			prepare: async (world, nth) => ({ ...(await withMetafield(world, nth)), ...ALL }),
			...noList,
			gives: ofOwner({ namespace: 'returns' }),
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
			prepare: async (world, nth) => ({
				...(await withMetafield(world, nth)),
				...CONTENT,
				key: key(nth),
				value: 'no',
			}),
			...noMetafield,
			gives: ofOwner({ value: 'no' }),
		},
		upsert: {
			prepare: async (world, nth) => {
				const owned = omit(await withMetafield(world, nth), 'metafieldId');
				return { ...owned, ...CONTENT, key: key(nth), value: 'no' };
			},
			...noOwner,
			gives: ofOwner({ value: 'no' }),
		},
	};
}

/** The same for a record that counts, and is picked by a locator. @param locator the parameter that picks it */
export const metafieldCases = ({
	locator,
	...owned
}: Pick<Owned, 'resource' | 'one' | 'owner'> & { locator: string }): Cases =>
	casesOf({
		...owned,
		resourceId: (entered) => idIn(entered[locator]),
		noOwner: {
			wrong: { [locator]: byId(NOBODY) },
			refusal: new RegExp(`^BigCommerce knows no .*${owned.one} \\d+ in this store$`),
		},
	});
