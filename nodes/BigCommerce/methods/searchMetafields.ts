import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { METAFIELD_LOCATOR, metafields } from '../records/metafield';
import { METAFIELD_OWNERS, type MetafieldOwner } from '../records/metafieldOwners';
import { searchOf } from './searchOf';

const OWNERS: Readonly<Record<string, MetafieldOwner>> = METAFIELD_OWNERS;

/** The metafields of the record that is chosen in the node; whose they are is told by the resource. */
export async function searchMetafields(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { [String(this.getCurrentNodeParameter('resource'))]: owner } = OWNERS;
	if (!owner) return { results: [] };
	const { type, record } = owner;
	const search = searchOf({
		...metafields,
		path: `/v3${type.path}/{id}/metafields`,
		scope: type.scope,
		below: record,
		locator: METAFIELD_LOCATOR,
	});
	return await search.call(this, filter, paginationToken);
}
