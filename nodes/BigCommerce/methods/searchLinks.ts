import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { labelOf } from '../../shared/labels';
import { metafieldKey, parseLinkKey } from '../../shared/linkKey';
import { readAs, type Given } from '../../shared/record/given';
import { searchPages } from '../../shared/record/searchPages';
import { LINK_NAMESPACE, toStoredLink } from '../links/Links';
import { metafield } from '../transport/metafield';
import { ORDER_OWNER, ownerType, type OwnerType } from '../transport/owners';
import { StoreClient } from '../transport/StoreClient';

const PAGE_SIZE = 50;

/** The kind of object whose links are listed: the one that is named first, or inside a link key; orders without one. */
function typeIn(filter: string): { type: OwnerType; rest: string } {
	const [word = '', ...words] = filter.trim().split(/\s+/);
	const type = ownerType(word.toLowerCase());
	if (type) return { type, rest: words.join(' ') };
	return { type: ownerType(word.split(':')[1] ?? '') ?? ORDER_OWNER, rest: filter };
}

/** `Order 4711 – risk-review – round 1 – open`, and the key by which people may look for it. */
function linkItem(field: Given): INodeListSearchItems[] {
	const { record } = toStoredLink(readAs(metafield, field));
	const key = record && parseLinkKey(record.key);
	if (!record || !key) return [];
	const { objectType, objectId, purpose, round } = key;
	const name = [`${labelOf(objectType)} ${objectId}`, purpose, `round ${round}`, record.state].join(' – ');
	return [{ name, value: record.key, description: record.key }];
}

/**
 * Links for the resource locator, the newest first.
 *
 * @param filter part of what is shown, or a link key. Links of orders are listed; another kind of object is named first: `product 42`
 * @param paginationToken the next page's number as text
 */
export async function searchLinks(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '1',
): Promise<INodeListSearchResult> {
	const client = new StoreClient(this);
	const { type, rest } = typeIn(filter);
	const key = parseLinkKey(rest.trim());
	return await searchPages(key ? '' : rest, paginationToken, async (page) => {
		const { rows, more } = await client.page(
			{
				path: `/v3${type.path}/metafields`,
				query: { namespace: LINK_NAMESPACE, direction: 'desc', ...(key && { key: metafieldKey(key) }) },
				subject: { name: 'the list of links', scope: type.scope },
			},
			page,
			PAGE_SIZE,
		);
		const items = rows.flatMap(linkItem);
		return { items: key ? items.filter(({ value }) => value === rest.trim()) : items, more };
	});
}
