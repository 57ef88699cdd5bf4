import { defineResource } from '../../../shared/operation';
import { labelOf } from '../../../shared/labels';
import { METAFIELD_OWNERS, type MetafieldOwner } from '../../records/metafieldOwners';
import { theOwner } from './owned';
import { get, getMany, getManyOfAll } from './reads';
import { upsert } from './upsert';
import { create, remove, update } from './writes';

/** The metafields of one kind of record: the operations are the same for all of them. */
export function metafieldResource(value: keyof typeof METAFIELD_OWNERS) {
	const { [value]: owner }: Readonly<Record<string, MetafieldOwner>> = METAFIELD_OWNERS;
	const getAll = getMany(owner);
	const makers = [create, get, remove, update, upsert];
	// Of what there is one of, its own are all.
	if (!owner.type.isOnly) makers.push(getManyOfAll);
	return defineResource(
		{ name: labelOf(value), value, description: `A named value kept on ${theOwner(owner)}` },
		makers.map((make) => make(owner)).concat(getAll),
		getAll,
	);
}
