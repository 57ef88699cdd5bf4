import { partCases } from './productPart';

export const cases = partCases({
	resource: 'productVideo',
	locator: 'videoId',
	content: { youTubeId: 'z3fRu9pkuXE' },
	shown: { video_id: 'z3fRu9pkuXE' },
	change: { title: 'How it is made' },
	keyless: true,
	beyond: {
		says: /lists no property 'video_id'/,
		source: 'BigCommerce reference 7.2: one of the fields of a video',
	},
});
