import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** How people pick one record. */
export interface LocatorTable {
	/** The parameter's name. */
	name: string;
	label: string;
	description: string;
	/** The method that searches the list. */
	search: string;
	/** An ID, as an example. */
	like: string;
	/** Its page in the vendor's own editor, with the ID in it. */
	page?: { like: string; id: string };
	/** A key of its own, such as an e-mail address. */
	key?: { mode: string; label: string; like: string };
}

const article = (word: string) => (/^[aeiou]/i.test(word) ? 'an' : 'a');

const mode = (name: string, displayName: string, more: Partial<INodePropertyMode>): INodePropertyMode =>
	Object.assign({ displayName, name }, { type: 'string' as const, ...more });

/** A resource locator: from the list with search, by ID, by URL where there is a page, by its own key where there is one. */
export function locatorOf({
	name,
	label,
	description,
	search,
	like,
	page,
	key,
}: LocatorTable): INodeProperties {
	const modes = [
		mode('list', 'From List', {
			type: 'list',
			placeholder: `Select ${article(label)} ${label.toLowerCase()}...`,
			typeOptions: { searchListMethod: search, searchable: true },
		}),
		mode('id', 'By ID', { placeholder: `e.g. ${like}` }),
		...(page
			? [
					mode('url', 'By URL', {
						placeholder: `e.g. ${page.like}`,
						extractValue: { type: 'regex', regex: page.id },
					}),
				]
			: []),
		...(key ? [mode(key.mode, `By ${key.label}`, { placeholder: `e.g. ${key.like}` })] : []),
	];
	return {
		displayName: label,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes,
	};
}
