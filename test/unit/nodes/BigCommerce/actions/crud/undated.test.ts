import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { mapped } from '../../../../../conformance/support/operationCase';
import { runOperation } from '../../../../support/operationRun';
import { ServiceDouble, v3 } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What a store shows of a new one beside what was sent. */
const NEW_BRAND = {
	id: 35,
	name: 'Example Pottery',
	page_title: '',
	meta_keywords: [''],
	meta_description: '',
	search_keywords: '',
	image_url: '',
	custom_url: { url: '/example-pottery/', is_customized: false },
};

const NEW_CATEGORY = {
	category_id: 41,
	name: 'Lamps',
	parent_id: 23,
	tree_id: 1,
	description: '',
	views: 0,
	sort_order: 0,
	page_title: '',
	meta_keywords: [],
	meta_description: null,
	search_keywords: '',
	layout_file: 'category.html',
	image_url: '',
	is_visible: true,
	default_product_sort: 'use_store_settings',
	url: { path: '/lamps/', is_customized: false },
};

const IS_IN_DOUBT = /It is not known whether the (brand|category) was created/;

/** What comes of one whose answer is lost, while the store has these. */
async function lost(resource: string, operation: string, entered: INodeParameters, found: IDataObject[]) {
	let isSent = false;
	const service = new ServiceDouble(({ method }) => {
		if (method === 'GET') return v3(operation === 'upsert' && !isSent ? [] : found);
		isSent = true;
		return { broken: 'ECONNRESET' };
	});
	const { result } = await passTime(
		async () =>
			await runOperation({ resource, operation, items: [entered], service }).then(
				([{ json }]) => json.id ?? json.category_id,
				(error: Error & { description?: string }) => `${error.message} ${String(error.description)}`,
			),
	);
	expect(service.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	return {
		result,
		looks: service.lines.indexOf(service.lines.find((line) => line.startsWith('POST')) ?? ''),
	};
}

const created = async (resource: string, entered: INodeParameters, found: IDataObject[]) => {
	const { result, looks } = await lost(resource, 'create', entered, found);
	expect(looks).toBe(0);
	return result;
};

describe('a new brand whose answer is lost', () => {
	const NAMED = { name: 'Example Pottery' };

	const DESCRIBED = {
		...NAMED,
		additionalFields: {
			customUrl: '{"url": "pots", "is_customized": true}',
			imageUrl: 'https://example.com/pottery.jpg',
			metaKeywords: '["pottery", "stoneware"]',
			pageTitle: 'Pots',
		},
	};

	const MADE = {
		...NEW_BRAND,
		page_title: 'Pots',
		meta_keywords: ['pottery', 'stoneware'],
		image_url: 'https://cdn.example.com/b/pottery__1.jpg',
		custom_url: { url: '/pots/', is_customized: true },
	};

	it('is found, without a look before it is sent', async () => {
		expect(await created('brand', NAMED, [NEW_BRAND])).toBe(35);
	});

	it('is found in the form in which the store keeps it', async () => {
		expect(await created('brand', DESCRIBED, [MADE])).toBe(35);
	});

	it.each<[string, IDataObject]>([
		['a page title', { page_title: 'All Pots' }],
		['words', { meta_keywords: ['pots'] }],
		['an image', { image_url: 'https://cdn.example.com/b/old__1.jpg' }],
	])('is not taken for one that has %s, which was not sent', async (_what, older) => {
		expect(await created('brand', NAMED, [{ ...NEW_BRAND, ...older }])).toMatch(IS_IN_DOUBT);
	});

	it.each<[string, IDataObject]>([
		['page title', { page_title: '' }],
		['words', { meta_keywords: ['pottery'] }],
		['address', { custom_url: { url: '/example-pottery/', is_customized: false } }],
	])('is not taken for one of another %s', async (_what, older) => {
		expect(await created('brand', DESCRIBED, [{ ...MADE, ...older }])).toMatch(IS_IN_DOUBT);
	});

	it('is known by its name alone where a look showed none before', async () => {
		const { result } = await lost('brand', 'upsert', NAMED, [{ ...NEW_BRAND, page_title: 'By another app' }]);
		expect(result).toBe(35);
	});
});

describe('a new category whose answer is lost', () => {
	const NAMED = { name: 'Lamps', parent_id: 23, tree_id: 1 };

	const DESCRIBED = { ...NAMED, is_visible: false, sort_order: 3, page_title: 'Light' };

	const MADE = { ...NEW_CATEGORY, is_visible: false, sort_order: 3, page_title: 'Light' };

	it('is found, without a look before it is sent', async () => {
		expect(await created('category', mapped(NAMED), [NEW_CATEGORY])).toBe(41);
	});

	it('is told from an older one of its name', async () => {
		const older = { ...MADE, category_id: 40, sort_order: 0 };
		expect(await created('category', mapped(DESCRIBED), [older, MADE])).toBe(41);
	});

	it.each<[string, IDataObject]>([
		['is seen', { is_visible: true }],
		['stands elsewhere in the order', { sort_order: 4 }],
		['has a description', { description: 'Old' }],
	])('is not taken for one that %s', async (_what, older) => {
		expect(await created('category', mapped(DESCRIBED), [{ ...MADE, ...older }])).toMatch(IS_IN_DOUBT);
	});

	it('is known by its name, parent and tree alone where a look showed none before', async () => {
		const found = [{ ...NEW_CATEGORY, description: 'By another app' }];
		expect((await lost('category', 'upsert', mapped(NAMED), found)).result).toBe(41);
	});
});
