import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE, valueIn } from './support';

const named = (nth: number) => ({ name: `Pottery ${nth}` });

const withBrand = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'brand', operation: 'create', ...named(nth) });
	return { brandId: byId(Number(id)) };
};

const NO_BRAND = {
	wrong: { brandId: byId(NOBODY) },
	refusal: /^BigCommerce knows no brand \d+ in this store$/,
};

const NO_NAME = { wrong: { name: '' }, refusal: /^Name is empty$/ };

const same = ({ brandId }: INodeParameters) => ({ id: idIn(brandId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve({
				...named(nth),
				additionalFields: { metaKeywords: '["stoneware"]', customUrl: `{"url": "/pottery-${nth}/"}` },
			}),
		...NO_NAME,
		gives: ({ name }) => ({ name, meta_keywords: ['stoneware'] }),
	},
	delete: { prepare: withBrand, ...NO_BRAND, gives: (entered) => ({ ...same(entered), deleted: true }) },
	get: {
		prepare: async (world, nth) => {
			await withBrand(world, nth);
			return { brandId: { __rl: true, mode: 'name', value: named(nth).name } };
		},
		wrong: { brandId: { __rl: true, mode: 'name', value: 'Nobody' } },
		refusal: /^The store has no brand with this name$/,
		gives: ({ brandId }) => ({ name: valueIn(brandId) }),
	},
	getAll: {
		prepare: async (world, nth) => ({
			...ALL,
			filters: { ids: String(idIn((await withBrand(world, nth)).brandId)), nameContains: 'Pottery' },
		}),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ page_title: '' }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withBrand(world, nth)),
			updateFields: { pageTitle: 'Pots' },
		}),
		...NO_BRAND,
		gives: (entered) => ({ ...same(entered), page_title: 'Pots' }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withBrand(world, nth);
			return { ...named(nth), additionalFields: { searchKeywords: 'clay' } };
		},
		...NO_NAME,
		gives: ({ name }) => ({ name, created: false, search_keywords: 'clay' }),
	},
};
