import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import {
	byId,
	mapped,
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
	/** Entered through the resource mapper, by the vendor's names. */
	isWide?: true;
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

const named = () => ({ name: expect.stringMatching(/^Named \d/) });

/** The operations of a record with a name of its own. */
export function namedCases({
	resource,
	one,
	isWide,
	locator,
	content,
	shown,
	change,
	changed,
	lost,
	beyond,
}: Named): Cases {
	const entered = (nth: number): INodeParameters => {
		const all = { name: nameOf(nth), ...content };
		return isWide ? mapped(all) : all;
	};
	const make = async (world: World, nth: number) =>
		await world.must(NODE, { resource, operation: 'create', ...entered(nth) });
	const byOwnId = async (world: World, nth: number): Promise<INodeParameters> => ({
		[locator]: byId(Number((await make(world, nth)).id)),
	});
	const noSuch = {
		wrong: { [locator]: byId(NOBODY) },
		refusal: new RegExp(`^BigCommerce knows no ${one} \\d+ in this store$`),
	};
	const same = (given: INodeParameters) => ({ id: idIn(given[locator]) });
	const noName = { wrong: isWide ? mapped(content) : { name: '' }, refusal: /^Name is empty$/ };
	return {
		create: {
			prepare: async (_world, nth) => await Promise.resolve(entered(nth)),
			...noName,
			gives: () => ({ ...named(), ...shown }),
		},
		delete: { prepare: byOwnId, ...noSuch, gives: (given) => ({ ...same(given), deleted: true }) },
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
			prepare: async (world, nth) => ({
				...(await byOwnId(world, nth)),
				...(isWide ? mapped(change) : { updateFields: change }),
			}),
			...noSuch,
			...(lost && { refusal: lost }),
			...(beyond && { beyond }),
			gives: (given) => ({ ...same(given), ...changed }),
		},
		upsert: {
			prepare: async (world, nth) => {
				await make(world, nth);
				return entered(nth);
			},
			...noName,
			gives: () => ({ ...named(), created: false, ...shown }),
		},
	};
}
