import kebabCase from 'lodash/kebabCase';
import snakeCase from 'lodash/snakeCase';
import type { ExecutionError, INodeProperties, ResourceMapperField } from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/isRecord';
import { meantBy } from './meantBy';

/** A text field: what the editor calls it, and what the node or the vendor calls it. */
export interface TextField {
	label: string;
	name: string;
	/** Stands in what is entered into it, and into no other. */
	tag: string;
}

/** What a service of the sandbox says of something that it does not have: the node may send it all the same. */
export const LEFT_OUT = /The sandbox leaves out (?:include=|the property ')(\w+)/;

type Named = Pick<TextField, 'label' | 'name'>;

/** Every text field that is asked for anywhere in the operation, the longest label first. @param loaded the fields of its resource mapper */
export function textFields(
	fields: readonly INodeProperties[],
	loaded: readonly ResourceMapperField[],
): TextField[] {
	const found = (value: unknown): Named[] => {
		if (Array.isArray(value)) return value.flatMap(found);
		if (!isRecord(value)) return [];
		const own =
			value.type === 'string' ? [{ label: String(value.displayName), name: String(value.name) }] : [];
		return [...own, ...found(value.options), ...found(value.values)];
	};
	const all = [...found(fields), ...loaded.map(({ id, displayName }) => ({ label: displayName, name: id }))];
	return all
		.sort((one, other) => other.label.length - one.label.length)
		.map((field) => ({ ...field, tag: `~${all.findIndex(({ label }) => label === field.label)}~` }));
}

const isWord = (text: string, word: string) =>
	new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(text);

/**
 * The fields that a refusal means: that whose label stands in the message, or whose value stands in the text; those that the service calls by its own names; or what is known of the
 * refusal.
 *
 * @param entered the fields into which something was entered
 */
export function refusedFields(error: ExecutionError, entered: readonly TextField[]): string[] {
	const advice = String(error.description ?? '');
	const leftOut = LEFT_OUT.exec(advice)?.[1];
	const labelled = entered.find(({ label }) => error.message.includes(label));
	const known = meantBy(`${error.message} ${advice}`).find((meant) =>
		entered.some(({ label }) => label === meant),
	);
	const quoted = entered.find(({ tag }) => `${error.message} ${advice}`.includes(tag));
	const named = entered.filter(({ name }) =>
		[name, snakeCase(name), kebabCase(name)].some((word) => isWord(advice, word)),
	);
	if (leftOut !== undefined) return entered.filter(({ name }) => name === leftOut).map(({ label }) => label);
	if (labelled) return [labelled.label];
	if (known !== undefined) return [known];
	return (quoted ? [quoted] : named).map(({ label }) => label);
}
