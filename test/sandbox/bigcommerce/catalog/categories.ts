import type { FastifyInstance } from 'fastify';

import { accountOf } from '../access';
import { queryOf } from '../request';
import { pageByNumber } from '../v3Paging';

/** Those that the seed's products are in, and one that nothing is in until a test puts it there. */
const CATEGORIES = [
	{ id: 18, name: 'Coffee' },
	{ id: 21, name: 'Stoneware' },
	{ id: 23, name: 'Lighting' },
	{ id: 24, name: 'Regulated' },
];

const show = ({ id, name }: (typeof CATEGORIES)[number], index: number) => ({
	category_id: id,
	category_uuid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
	parent_id: 0,
	tree_id: 1,
	name,
	description: '',
	views: 0,
	sort_order: index,
	page_title: '',
	meta_keywords: [],
	meta_description: '',
	layout_file: 'category.html',
	image_url: '',
	is_visible: true,
	search_keywords: '',
	default_product_sort: 'use_store_settings',
	url: { path: `/${name.toLowerCase()}/`, is_customized: false },
});

/** Categories are read only here, by their ids and page by page; `include_fields` is passed over: BigCommerce reference 7.4. */
export function registerCategories(app: FastifyInstance): void {
	app.get('/catalog/trees/categories', async (request) => {
		accountOf(request, 'store_v2_products');
		const query = queryOf(request);
		const ids = query['category_id:in']?.split(',');
		const { data, meta } = pageByNumber(
			CATEGORIES.filter(({ id }) => ids === undefined || ids.includes(String(id))),
			query,
		);
		return { data: data.map(show), meta };
	});
}
