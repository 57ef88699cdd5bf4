import omit from 'lodash/omit';
import pick from 'lodash/pick';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { flag, object, text } from '../../../shared/shape';
import { product } from '../../records/product';
import {
	CONTENT_PARTS,
	contentVersion,
	differing,
	isContentOf,
	withContent,
} from '../../records/productContent';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, idOf, locators, scopeOf, type Made } from '../crud/picked';

const UNCHANGED_SINCE: INodeProperties = {
	displayName: 'Only If Unchanged Since',
	name: 'unchangedSince',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.link.version }}',
	description:
		'Version of the content, as a decision about it, Get and Publish give it: when what shoppers read or pay was changed since, also images, videos, custom fields and bulk prices, nothing is sent. Stock, measures and variants do not count. Leave it empty to change the product in any case.',
};

/** What an operation sets on a product, by the vendor's names. */
type Wanted = (standing: Given) => Entered;

/**
 * Puts a product before shoppers, or takes it away from them, in one step: visibility and availability together (BigCommerce reference 7.1). What stands as wished already is
 * left as it is, so that a second run gives the same.
 *
 * @param wantedOf what the item says, of which is made what is set on the product that stands
 * @param fields what it asks beside the product and its version
 */
export const publication = (fields: INodeProperties[], wantedOf: (run: ItemRun) => Wanted): Made => ({
	effect: 'change',
	scopes: scopeOf(product, 'modify'),
	output: object({ ...product.properties, version: text, changed: flag, before: object() }),
	fields: [...locators(product), ...fields, UNCHANGED_SINCE],
	async execute(run, client) {
		const wanted = wantedOf(run);
		const since = run.text(UNCHANGED_SINCE.name);
		const id = await idOf(run, client, product);
		return await publish(run, client, id, { wanted, since });
	},
});

async function publish(
	run: ItemRun,
	client: StoreClient,
	id: number,
	{ wanted: wantedOf, since }: { wanted: Wanted; since: string },
): Promise<IDataObject> {
	const collection = await collectionOf(run, client, product);
	const standing = await collection.get(id, withContent);
	const wanted = wantedOf(standing);
	const values = differing(standing, wanted);
	const names = Object.keys(values);
	// Before all else: what shoppers see already may be another content than the one that was approved.
	if (since && !isContentOf(since, standing, wanted)) {
		throw run.refuse({
			what: `The content of product ${id} is not what it was`,
			next: 'Somebody changed it meanwhile: look at it, and have it approved again.',
		});
	}
	// Its parts are no more than read: the version needs them.
	const told = (product: Given) => ({ ...omit(product, CONTENT_PARTS), version: contentVersion(product) });
	if (!names.length) return { ...told(standing), changed: false, before: {} };
	const [changed] = (await collection.change([{ ...values, id }])) ?? [];
	const published = { ...standing, ...omit(changed, CONTENT_PARTS) };
	return { ...told(published), changed: true, before: pick(standing, names) };
}
