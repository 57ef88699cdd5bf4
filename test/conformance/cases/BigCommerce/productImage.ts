import { partCases } from './productPart';

export const cases = partCases({
	resource: 'productImage',
	locator: 'imageId',
	content: { imageUrl: 'https://images.example.com/kettle.jpg' },
	shown: { image_url: 'https://images.example.com/kettle.jpg' },
	change: { description: 'Kettle' },
	keyless: true,
});
