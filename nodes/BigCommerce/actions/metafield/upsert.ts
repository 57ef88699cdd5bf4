import type { Given } from '../../../shared/record/given';
import type { Outcome } from '../../../shared/send';
import { wholeOf } from '../../transport/metafieldChanged';
import { mayCreateAgain, type Metafields, type MetafieldChange } from '../../transport/metafields';
import { also, upsertsSeveral } from './batches';
import { contentFields, forChange, forNew, METAFIELD, readContent } from './content';
import { oursFirst } from './oursFirst';
import { anOwner, metafieldsOf, ownerFields, scopesOf, type OwnedBy } from './owned';

/** Somebody else may create or delete the same metafield between our steps; each turn starts from what is there then. */
const TURNS = 3;

const upsertsOne: OwnedBy = (owner) => ({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: `Create or update ${anOwner(owner)} metafield`,
	},
	effect: 'change',
	scopes: scopesOf(owner, 'modify'),
	output: METAFIELD,
	fields: [...ownerFields(owner), ...contentFields],
	async execute(run, client) {
		const content = readContent(run);
		return await createOrUpdate(await metafieldsOf(run, client, owner), content);
	},
});

export const upsert = also(upsertsOne, upsertsSeveral);

/**
 * The recipe of BigCommerce reference 5.3: look, then change or create; on a duplicate, or in doubt, look again. After an answer that cannot be read it is only looked
 * for, never created again. One that another API account made, and lets nobody change, is passed over: each account has one of its own of every name (reference 5.2).
 */
async function createOrUpdate(metafields: Metafields, content: MetafieldChange): Promise<Given> {
	const input = forNew(content);
	const foreign = new Map<number, Error>();
	const present = async () =>
		oursFirst(await metafields.named(input)).find(({ id }) => !foreign.has(Number(id)));
	let doubt: Outcome | undefined;
	for (let turn = 1; ; turn++) {
		const found = doubt && !mayCreateAgain(doubt) ? await metafields.lookFor(present) : await present();
		if (found) {
			// It may be somebody else's: only our own value tells that ours was created.
			if (found.value === input.value) doubt?.write?.settle(true);
			const id = Number(found.id);
			const result = await metafields.tryUpdate(id, forChange(content, found.permission_set));
			if ('changed' in result) return await wholeOf(metafields, id, result.changed);
			foreign.set(id, result.foreign);
			// There are only so many of one name, and none is tried twice.
			turn--;
			continue;
		}
		if (doubt && !mayCreateAgain(doubt)) throw metafields.doubtful(doubt);
		const result = await metafields.tryCreate(input);
		if ('created' in result) return result.created.given;
		if ('doubt' in result) {
			doubt?.write?.settle(false);
			doubt = result.doubt;
		}
		if (turn < TURNS || (doubt && !mayCreateAgain(doubt))) continue;
		if ('doubt' in result) throw metafields.doubtful(result.doubt);
		// Ours is there after all: it was refused for another reason.
		const [refused] = foreign.values();
		if (refused) throw refused;
		return await metafields.create(input);
	}
}
