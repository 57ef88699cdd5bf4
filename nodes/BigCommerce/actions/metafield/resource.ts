import { defineResource } from '../../../shared/operation';
import { labelOf } from '../../../shared/labels';
import { METAFIELD_OWNERS } from '../../records/metafieldOwners';
import { anOwner } from './owned';
import { get, getMany, getManyOfAll } from './reads';
import { upsert } from './upsert';
import { create, remove, update } from './writes';

/** The metafields of one kind of record: the operations are the same for all of them. */
export function metafieldResource(value: keyof typeof METAFIELD_OWNERS) {
	const { [value]: owner } = METAFIELD_OWNERS;
	const getAll = getMany(owner);
	return defineResource(
		{ name: labelOf(value), value, description: `A named value kept on ${anOwner(owner)}` },
		[create, get, getManyOfAll, remove, update, upsert].map((make) => make(owner)).concat(getAll),
		getAll,
	);
}
