import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { article } from '../../../shared/record/locator';
import type { MetafieldOwner } from '../../records/metafieldOwners';
import { Metafields } from '../../transport/metafields';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf, locators } from '../crud/picked';

/** Makes one operation on the metafields of a kind of record. */
export type OwnedBy = (owner: MetafieldOwner) => Operation<StoreClient>;

/** What picks the record that carries the metafields. */
export const ownerFields = ({ record }: MetafieldOwner): INodeProperties[] => locators(record);

/** `an order`, for the texts of the editor. */
export const anOwner = ({ record: { one } }: MetafieldOwner): string => `${article(one)} ${one}`;

/** What an API account needs for them. */
export const scopesOf = ({ type }: MetafieldOwner, access: 'read-only' | 'modify') => [
	{ name: type.scope, access },
];

/** The metafields of the record that the item picks. */
export async function metafieldsOf(
	run: ItemRun,
	client: StoreClient,
	{ type, record }: MetafieldOwner,
): Promise<Metafields> {
	return new Metafields(client, { type, id: String(await idOf(run, client, record)) });
}
