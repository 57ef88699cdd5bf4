import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { isRecord } from '../isRecord';
import type { ItemRun } from '../itemRun';

/** What something typed has to look like; what an expression gives is checked when the node runs. */
export interface Format {
	/** Of the whole text. */
	regex: string;
	/** What is said of anything else. */
	fault: string;
}

/** For ids that count. */
export const WHOLE_ID: Format = { regex: '\\d+', fault: 'Whole numbers only' };

/** Something of its own by which a record is known, such as an e-mail address. */
export interface LocatorKey {
	mode: string;
	label: string;
	like: string;
	format?: Format;
}

/** How people pick one record. */
export interface LocatorTable {
	/** The parameter's name. */
	name: string;
	label: string;
	description: string;
	/** The method that searches the list. */
	search: string;
	/** What the ID is called, where people know it by another name. */
	called?: string;
	/** An ID, as an example. */
	like: string;
	/** What an ID looks like, where that is known. */
	format?: Format;
	/** Its page in the vendor's own editor, with the ID in it. */
	page?: { like: string; id: string };
	key?: LocatorKey;
	/** What else it is known by. */
	others?: readonly LocatorKey[];
}

/** @param word in the middle of a sentence: an order, a customer */
export const article = (word: string) => (/^[aeiou]/i.test(word) ? 'an' : 'a');

const mode = (name: string, displayName: string, more: Partial<INodePropertyMode>): INodePropertyMode =>
	Object.assign({ displayName, name }, { type: 'string' as const, ...more });

const checked = (format: Format | undefined): Partial<INodePropertyMode> =>
	format
		? {
				validation: [{ type: 'regex', properties: { regex: format.regex, errorMessage: format.fault } }],
			}
		: {};

const keysOf = ({ key, others = [] }: LocatorTable): LocatorKey[] => [...(key ? [key] : []), ...others];

/**
 * A resource locator: from the list with search, by ID, by URL where there is a page, by its own keys where there are some. What an empty list shows is n8n's own text.
 */
export function locatorOf(table: LocatorTable): INodeProperties {
	const { name, label, description, search, called = 'ID', like, format, page } = table;
	const modes = [
		mode('list', 'From List', {
			type: 'list',
			typeOptions: { searchListMethod: search, searchable: true },
		}),
		mode('id', `By ${called}`, { placeholder: `e.g. ${like}`, ...checked(format) }),
		...(page
			? [
					mode('url', 'By URL', {
						placeholder: `e.g. ${page.like}`,
						extractValue: { type: 'regex', regex: page.id },
						...checked({
							regex: `.*${page.id}.*`,
							fault: `Not the address of ${article(label)} ${label.toLowerCase()}`,
						}),
					}),
				]
			: []),
		...keysOf(table).map((key) =>
			mode(key.mode, `By ${key.label}`, { placeholder: `e.g. ${key.like}`, ...checked(key.format) }),
		),
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

/** What a record was picked by. */
export interface Picked {
	/** `id` too for what came from the list, or by the URL, or as a bare text of an expression. */
	by: string;
	value: string;
	/** What the value is called in texts. */
	label: string;
}

/** What the item picks. @throws NodeOperationError when it is empty */
export function picked(run: ItemRun, table: LocatorTable): Picked {
	const entered: unknown = run.functions.getNodeParameter(table.name, run.index, {});
	const key = isRecord(entered) && keysOf(table).find((known) => known.mode === entered.mode);
	const label = key ? key.label : (table.called ?? `${table.label} ID`);
	return { by: key ? key.mode : 'id', label, value: run.requiredText(table.name, label) };
}
