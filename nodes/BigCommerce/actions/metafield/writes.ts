import { fieldsIn } from '../../../shared/record/given';
import { flag, object, whole } from '../../../shared/shape';
import { metafield } from '../../transport/metafield';
import { wholeOf } from '../../transport/metafieldChanged';
import { ownerName } from '../../transport/owners';
import { also, changesSeveral, createsSeveral, removesSeveral } from './batches';
import {
	contentFields,
	forChange,
	forNew,
	METAFIELD,
	metafieldIn,
	metafieldLocator,
	readContent,
} from './content';
import { anOwner, metafieldsOf, ownerFields, scopesOf, theOwner, type OwnedBy } from './owned';

const createsOne: OwnedBy = (owner) => ({
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a metafield; one with the same namespace and key is refused',
		action: `Create ${anOwner(owner)} metafield`,
	},
	effect: 'change',
	scopes: scopesOf(owner, 'modify'),
	output: METAFIELD,
	fields: [...ownerFields(owner), ...contentFields],
	async execute(run, client) {
		const content = readContent(run);
		return await (await metafieldsOf(run, client, owner)).create(forNew(content));
	},
});

const changesOne: OwnedBy = (owner) => ({
	option: {
		name: 'Update',
		value: 'update',
		description: `Replace a metafield of ${theOwner(owner)}`,
		action: `Update ${anOwner(owner)} metafield`,
	},
	effect: 'change',
	scopes: scopesOf(owner, 'modify'),
	output: METAFIELD,
	fields: [...ownerFields(owner), metafieldLocator, ...contentFields],
	async execute(run, client) {
		const [id, content] = [metafieldIn(run), readContent(run)];
		const metafields = await metafieldsOf(run, client, owner);
		const isSaid = content.permission_set !== undefined || !owner.type.isWholeInChange;
		const permissions = isSaid
			? undefined
			: fieldsIn(metafield.properties, await metafields.get(id)).permission_set;
		return await wholeOf(metafields, id, await metafields.update(id, forChange(content, permissions)));
	},
});

const removesOne: OwnedBy = (owner) => ({
	option: {
		name: 'Delete',
		value: 'delete',
		description: `Remove one metafield of ${theOwner(owner)}`,
		action: `Delete ${anOwner(owner)} metafield`,
	},
	effect: 'change',
	scopes: scopesOf(owner, 'modify'),
	output: object({ id: whole, deleted: flag }),
	fields: [...ownerFields(owner), metafieldLocator],
	async execute(run, client) {
		const id = metafieldIn(run);
		const metafields = await metafieldsOf(run, client, owner);
		if (await metafields.remove(id)) return { id, deleted: true };
		const name = ownerName(metafields.owner);
		throw run.refuse({
			what: `${name.replace(/^./, (letter) => letter.toUpperCase())} has no metafield ${id}`,
			next: 'It may have been deleted already. Use Get Many to see which metafields there are.',
		});
	},
});

export const create = also(createsOne, createsSeveral);

export const update = also(changesOne, changesSeveral);

export const remove = also(removesOne, removesSeveral);
