import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import type { Fill } from './filled';

/** Stands in every piece of them that could become something else than text. */
export const MARK = 'zqx';

/** In its place stands what tells the fields apart: where a text begins with what is hostile about it, at its end; where it is cut, at its beginning. */
const TAG = '<tag>';

/** Texts of strangers: what breaks out of expressions, pages and queries, out of addresses and headers, and one that is too long. */
export const HOSTILE = {
	'code of an expression, a page and a query': `="'{{ $json.zqx }}\n<b onclick="zqx()">'; DROP TABLE zqx; -- 😀${TAG}`,
	'a way to another address': `../zqx/../../zqx?zqx=1&zqx=2#zqx 😀 %2e%2e%2fzqx\r\nZqx: zqx${TAG}`,
	'10,000 characters': `${TAG}${MARK.repeat(3334)}`,
} as const;

/** The text as it is entered into one field. */
export const tagged = (text: string, tag: string): string => text.replace(TAG, tag);

/** The text comes out of the item, as a shopper's does: what is typed into a field is the merchant's own. */
const expression = (tag: string) => `={{ $json.hostile.replace("${TAG}", "${tag}") }}`;

/** A stranger's text in some text fields. @param tags by the names of the editor */
export const hostileText =
	(tags: ReadonlyMap<string, string>): Fill =>
	({ type, displayName }, given) => {
		const tag = type === 'string' ? tags.get(displayName) : undefined;
		return tag === undefined ? given : expression(tag);
	};

/** A stranger's text as that by which a record is picked, in each way of picking that a text is typed for. */
export const hostileLocators = (fields: readonly INodeProperties[]): INodeParameters[] =>
	fields
		.filter(({ type }) => type === 'resourceLocator')
		.flatMap(({ name, modes = [] }) =>
			modes
				.filter(({ type }) => type === 'string')
				.map(({ name: mode }) => ({ [name]: { __rl: true, mode, value: expression('') } })),
		);
