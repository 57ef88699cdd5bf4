import type { IBinaryKeyData } from 'n8n-workflow';
import type { Cases } from '../../support/operationCase';
import { withProduct } from './product';
import { partCases } from './productPart';

const ADDRESS = { imageUrl: 'https://images.example.com/kettle.jpg' };

const fileOf = (nth: number): IBinaryKeyData => ({
	data: {
		data: Buffer.from(`GIF89a ${nth}`).toString('base64'),
		mimeType: 'image/gif',
		fileName: `kettle-${nth}.gif`,
	},
});

const parts = partCases({
	resource: 'productImage',
	locator: 'imageId',
	content: ADDRESS,
	shown: { image_url: ADDRESS.imageUrl },
	change: { description: 'Kettle' },
});

const described = { additionalFields: { description: 'Kettle', isThumbnail: true, sortOrder: 2 } };

export const cases: Cases = {
	...parts,
	create: {
		...parts.create,
		prepare: async (world, nth) => ({
			...(await withProduct(world, nth)),
			source: 'file',
			binaryProperty: 'data',
			...described,
		}),
		files: async (_world, nth) => await Promise.resolve(fileOf(nth)),
		others: {
			'from an address': async (world) => ({
				...(await withProduct(world, 7)),
				...ADDRESS,
				...described,
			}),
		},
		gives: () => ({ description: 'Kettle', is_thumbnail: true, sort_order: 2 }),
	},
};
