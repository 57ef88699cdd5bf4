import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { article } from '../../../shared/record/locator';
import { placeOf, type MetafieldOwner } from '../../records/metafieldOwners';
import { Metafields } from '../../transport/metafields';
import type { StoreClient } from '../../transport/StoreClient';
import { locators, stayingId } from '../crud/picked';

/** Makes one operation on the metafields of a kind of record. */
export type OwnedBy = (owner: MetafieldOwner) => Operation<StoreClient>;

/** What picks the record that carries the metafields. */
export const ownerFields = ({ record, field }: MetafieldOwner): INodeProperties[] =>
	record ? locators(record) : field ? [field] : [];

/** `an order`, for the names of what is done. */
export const anOwner = ({ one }: MetafieldOwner): string => `${article(one)} ${one}`;

/** `an order`, `the store`, for the texts of the editor. */
export const theOwner = (owner: MetafieldOwner): string =>
	owner.type.isOnly ? `the ${owner.one}` : anOwner(owner);

/** What an API account needs for them. */
export const scopesOf = ({ type }: MetafieldOwner, access: 'read-only' | 'modify') => [
	{ name: type.scope, access },
];

/** The id of the record that the item picks; empty for the store, which has none. @throws NodeOperationError that names the field, when it cannot be one */
export async function ownerIdOf(
	run: ItemRun,
	client: StoreClient,
	{ record, field, type }: MetafieldOwner,
): Promise<string> {
	if (record) return String(await stayingId(run, client, record));
	if (!field) return '';
	const id = run.requiredText(field.name, field.displayName);
	if (type.id.test(id)) return id;
	throw run.refuse({
		what: `${field.displayName} must be a UUID, but it is "${id}"`,
		next: 'Enter it like d30016e2-23c0-4a90-884f-2e92ac135476.',
	});
}

/** The metafields of the record with this id. */
export const metafieldsAt = async (
	client: StoreClient,
	owner: MetafieldOwner,
	id: string,
): Promise<Metafields> => new Metafields(client, await placeOf(client, owner, id));

/** The metafields of the record that the item picks. */
export const metafieldsOf = async (
	run: ItemRun,
	client: StoreClient,
	owner: MetafieldOwner,
): Promise<Metafields> => await metafieldsAt(client, owner, await ownerIdOf(run, client, owner));
