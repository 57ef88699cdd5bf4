import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/isRecord';
import type { Fill } from './filled';

/** Stands in every piece of them that could become something else than text. */
export const MARK = 'zqx';

/** Texts of strangers: what breaks out of expressions, pages and queries, out of addresses and headers, and one that is too long. */
export const HOSTILE = {
	'code of an expression, a page and a query': `="'{{ $json.zqx }}\n<b onclick="zqx()">'; DROP TABLE zqx; -- 😀`,
	'a way to another address': '../zqx/../../zqx?zqx=1&zqx=2#zqx 😀 %2e%2e%2fzqx\r\nZqx: zqx',
	'10,000 characters': MARK.repeat(3334),
} as const;

/** The text comes out of the item, as a shopper's does: what is typed into a field is the merchant's own. */
const EXPRESSION = '={{ $json.hostile }}';

/** A stranger's text in every text field but those that refused it. @param refusing names of the editor */
export const hostileText =
	(refusing: ReadonlySet<string>): Fill =>
	({ type, displayName }, given) =>
		type === 'string' && !refusing.has(displayName) ? EXPRESSION : given;

/** A stranger's text as that by which a record is picked, in each way of picking that a text is typed for. */
export const hostileLocators = (fields: readonly INodeProperties[]): INodeParameters[] =>
	fields
		.filter(({ type }) => type === 'resourceLocator')
		.flatMap(({ name, modes = [] }) =>
			modes
				.filter(({ type }) => type === 'string')
				.map(({ name: mode }) => ({ [name]: { __rl: true, mode, value: EXPRESSION } })),
		);

/** Every text field that is asked for anywhere in the operation, by its name in the editor, longest first. */
export function textLabels(fields: readonly INodeProperties[]): string[] {
	const labels = (value: unknown): string[] => {
		if (Array.isArray(value)) return value.flatMap(labels);
		if (!isRecord(value)) return [];
		const own = value.type === 'string' ? [String(value.displayName)] : [];
		return [...own, ...labels(value.options), ...labels(value.values)];
	};
	return [...new Set(labels(fields))].sort((one, other) => other.length - one.length);
}
