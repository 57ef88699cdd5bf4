import { partCases } from './productPart';

export const cases = partCases({
	resource: 'productCustomField',
	locator: 'customFieldId',
	content: { name: 'Colour', value: 'grey' },
	shown: { name: 'Colour', value: 'grey' },
	change: { value: 'black' },
	again: { content: { name: 'Colour', value: 'white' }, shown: { name: 'Colour', value: 'white' } },
});
