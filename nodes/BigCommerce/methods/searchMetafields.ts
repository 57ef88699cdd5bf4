import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { METAFIELD_LOCATOR, metafields } from '../records/metafield';
import { METAFIELD_OWNERS, placeOf, type MetafieldOwner } from '../records/metafieldOwners';
import { StoreClient } from '../transport/StoreClient';
import { searchOf } from './searchOf';

const OWNERS: Readonly<Record<string, MetafieldOwner>> = METAFIELD_OWNERS;

/** The id of the record that is chosen in the node. @returns undefined before one is */
function chosenIn(
	functions: ILoadOptionsFunctions,
	{ type, record, field }: MetafieldOwner,
): string | undefined {
	const name = record?.locator.name ?? field?.name;
	const chosen = name === undefined ? '' : functions.getCurrentNodeParameter(name, { extractValue: true });
	const id = String(chosen ?? '').trim();
	return type.id.test(id) ? id : undefined;
}

/** The metafields of the record that is chosen in the node; whose they are is told by the resource. */
export async function searchMetafields(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { [String(this.getCurrentNodeParameter('resource'))]: owner } = OWNERS;
	const id = owner && chosenIn(this, owner);
	if (id === undefined) return { results: [] };
	const { type, path = `${type.path}/${id}` } = await placeOf(new StoreClient(this), owner, id);
	const search = searchOf({
		...metafields,
		path: `/v3${path}/metafields`,
		scope: type.scope,
		locator: METAFIELD_LOCATOR,
	});
	return await search.call(this, filter, paginationToken);
}
