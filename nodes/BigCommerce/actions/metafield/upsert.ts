import type { Given } from '../../../shared/record/given';
import type { Outcome } from '../../../shared/send';
import { mayCreateAgain, type Metafields, type MetafieldChange } from '../../transport/metafields';
import { also, upsertsSeveral } from './batches';
import { contentFields, forChange, forNew, METAFIELD, readContent } from './content';
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
 * for, never created again.
 */
async function createOrUpdate(metafields: Metafields, content: MetafieldChange): Promise<Given> {
	const input = forNew(content);
	const present = async () => (await metafields.named(input)).at(0);
	let doubt: Outcome | undefined;
	for (let turn = 1; ; turn++) {
		const found = doubt && !mayCreateAgain(doubt) ? await metafields.lookFor(present) : await present();
		if (found) {
			// It may be somebody else's: only our own value tells that ours was created.
			if (found.value === input.value) doubt?.write?.settle(true);
			return await metafields.updateAndShow(Number(found.id), forChange(content, found.permission_set));
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
		return await metafields.create(input);
	}
}
