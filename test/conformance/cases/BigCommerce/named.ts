import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import {
	byId,
	MANY,
	NO_LIMIT,
	NOBODY,
	ALL,
	type Cases,
	type OperationCase,
} from '../../support/operationCase';
import { idIn, NODE } from './support';

/** A record of the store that its name alone tells from others, and how it is made and changed. */
interface Named {
	resource: string;
	/** What one is called in texts. */
	one: string;
	/** The parameter that picks one. */
	locator: string;
	/** What is entered beside the name. */
	content: INodeParameters;
	/** What comes out of it. */
	shown: IDataObject;
	/** Changes, and what comes out of them. */
	change: INodeParameters;
	changed: IDataObject;
	/** What the store says of a change of one that it does not have. */
	lost?: RegExp;
	/** What a change sends beyond the vendor's description. */
	beyond?: OperationCase['beyond'];
}

const nameOf = (nth: number) => `Named ${nth}`;

/** The operations of a record with a name of its own. */
export function namedCases({
	resource,
	one,
	locator,
	content,
	shown,
	change,
	changed,
	lost,
	beyond,
}: Named): Cases {
	const make = async (world: World, nth: number) =>
		await world.must(NODE, { resource, operation: 'create', name: nameOf(nth), ...content });
	const byOwnId = async (world: World, nth: number): Promise<INodeParameters> => ({
		[locator]: byId(Number((await make(world, nth)).id)),
	});
	const noSuch = {
		wrong: { [locator]: byId(NOBODY) },
		refusal: new RegExp(`^BigCommerce knows no ${one} \\d+ in this store$`),
	};
	const same = (entered: INodeParameters) => ({ id: idIn(entered[locator]) });
	const noName = { wrong: { name: '' }, refusal: /^Name is empty$/ };
	return {
		create: {
			prepare: async (_world, nth) => await Promise.resolve({ name: nameOf(nth), ...content }),
			...noName,
			gives: ({ name }) => ({ name, ...shown }),
		},
		delete: { prepare: byOwnId, ...noSuch, gives: (entered) => ({ ...same(entered), deleted: true }) },
		get: {
			prepare: async (world, nth) => {
				await make(world, nth);
				return { [locator]: { __rl: true, mode: 'name', value: nameOf(nth) } };
			},
			wrong: { [locator]: { __rl: true, mode: 'name', value: 'Nobody' } },
			refusal: new RegExp(`^The store has no ${one} with this name$`),
			gives: () => shown,
		},
		getAll: {
			prepare: async (world, nth) => {
				await make(world, nth);
				return { ...ALL, filters: { name: nameOf(nth) } };
			},
			wrong: MANY,
			refusal: NO_LIMIT,
			gives: () => shown,
		},
		update: {
			prepare: async (world, nth) => ({ ...(await byOwnId(world, nth)), updateFields: change }),
			...noSuch,
			...(lost && { refusal: lost }),
			...(beyond && { beyond }),
			gives: (entered) => ({ ...same(entered), ...changed }),
		},
		upsert: {
			prepare: async (world, nth) => {
				await make(world, nth);
				return { name: nameOf(nth), ...content };
			},
			...noName,
			gives: ({ name }) => ({ name, created: false, ...shown }),
		},
	};
}
