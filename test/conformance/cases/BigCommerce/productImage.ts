import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, type Cases } from '../../support/operationCase';
import { NO_PRODUCT, withProduct } from './product';
import { NODE } from './support';

const CONTENT = { imageUrl: 'https://images.example.com/kettle.jpg' };

const withPart = async (world: World, nth: number): Promise<INodeParameters> => {
	const product = await withProduct(world, nth);
	const made = { resource: 'productImage', operation: 'create', ...product, ...CONTENT };
	const { id } = await world.must(NODE, made);
	return { ...product, imageId: byId(Number(id)) };
};

const gives = () => ({ image_url: 'https://images.example.com/kettle.jpg' });

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => ({ ...(await withProduct(world, nth)), ...CONTENT }),
		...NO_PRODUCT,
		gives,
	},
	delete: { prepare: withPart, ...NO_PRODUCT, gives: () => ({ deleted: true }) },
	get: { prepare: withPart, ...NO_PRODUCT, gives },
	getAll: {
		prepare: async (world, nth) => ({ ...(await withPart(world, nth)), ...ALL }),
		...NO_PRODUCT,
		gives,
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withPart(world, nth)),
			updateFields: { description: 'Kettle' },
		}),
		...NO_PRODUCT,
		gives: () => ({ description: 'Kettle' }),
	},
};
