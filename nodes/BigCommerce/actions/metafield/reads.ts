import { asItCame } from '../../../shared/record/given';
import { sortDirection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Fields } from '../../../shared/record/field';
import { listing, type Listing } from '../../../shared/record/listing';
import { metafields } from '../../records/metafield';
import { metafieldsOfType } from '../../transport/metafields';
import { METAFIELD, metafieldIn, metafieldLocator } from './content';
import { anOwner, metafieldsOf, ownerFields, scopesOf, theOwner, type OwnedBy } from './owned';

/** There is a direction, but no choice of the field (BigCommerce reference 5.3). */
const DIRECTION = [sortDirection('direction')];

/** The metafields of one record, or of all: not every list takes all that can be asked for. */
const listBy = (filters: Fields = metafields.filters, isUnsorted = false): Listing =>
	listing({ ...metafields, filters }, isUnsorted ? [] : DIRECTION);

function asked(run: ItemRun, { read }: Listing) {
	const { filters, sort, limit } = read(run);
	return { query: { ...filters, ...(sort && { direction: sort.direction }) }, limit };
}

export const get: OwnedBy = (owner) => ({
	option: {
		name: 'Get',
		value: 'get',
		description: `Retrieve one metafield of ${theOwner(owner)}`,
		action: `Get ${anOwner(owner)} metafield`,
	},
	effect: 'read',
	scopes: scopesOf(owner, 'read-only'),
	output: METAFIELD,
	fields: [...ownerFields(owner), metafieldLocator],
	async execute(run, client) {
		const id = metafieldIn(run);
		return await (await metafieldsOf(run, client, owner)).get(id);
	},
});

export const getMany: OwnedBy = (owner) => {
	const list = listBy(owner.filters, owner.isUnsorted);
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			description: `Retrieve a list of the metafields of ${theOwner(owner)}`,
			action: `Get many ${owner.one} metafields`,
		},
		effect: 'read',
		scopes: scopesOf(owner, 'read-only'),
		output: list.output,
		fields: [...ownerFields(owner), ...list.fields],
		async execute(run, client) {
			const { query, limit } = asked(run, list);
			const rows = await (await metafieldsOf(run, client, owner)).list(query, limit);
			return list.shown(run, rows.map(asItCame));
		},
	};
};

/** Whatever record they are on: found by namespace and key. */
export const getManyOfAll: OwnedBy = (owner) => {
	const { words, filtersOfAll } = owner;
	const all = listBy(filtersOfAll);
	return {
		option: {
			name: `Get Many of All ${words.replace(/^./, (letter) => letter.toUpperCase())}`,
			value: 'getAllOfStore',
			description: `Find metafields, whichever of the ${words} they are on`,
			action: `Get many metafields of all ${words}`,
		},
		effect: 'read',
		scopes: scopesOf(owner, 'read-only'),
		output: all.output,
		fields: all.fields,
		async execute(run, client) {
			const { query, limit } = asked(run, all);
			const rows = await metafieldsOfType(client, owner.type, query, limit);
			return all.shown(run, rows.map(asItCame));
		},
	};
};
