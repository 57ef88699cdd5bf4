/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { posix } from 'node:path';

import { atPointer, isJsonObject, textOf } from './json';

/** Where some files refer to the others of their repository. */
const PUBLISHED = 'https://raw.githubusercontent.com/bigcommerce/docs/main/';

/** The file and the pointer that a reference names; undefined for one inside its own file. */
function targetOf(reference: string, file: string): { file: string; pointer: string } | undefined {
	const [place, pointer = ''] = reference.split('#');
	if (place === '') return undefined;
	const path = place.startsWith(PUBLISHED)
		? place.slice(PUBLISHED.length)
		: posix.join(posix.dirname(file), place);
	return { file: path, pointer };
}

/**
 * A description in which every reference to another file stands as what it names, since what reads descriptions knows one file at a time. References inside such a part are replaced
 * as well; a part that refers to itself ends there.
 *
 * @param value the description, or a part of it
 * @param file where it stands
 * @param read parses a file of the set
 * @param own references inside its own file stay as they are; else they are replaced, by the document given
 */
export function withParts(
	value: unknown,
	file: string,
	read: (file: string) => unknown,
	own?: { document: unknown; seen: readonly string[] },
): unknown {
	if (Array.isArray(value)) return value.map((entry) => withParts(entry, file, read, own));
	if (!isJsonObject(value)) return value;
	const reference = textOf(value.$ref);
	if (reference === undefined) {
		return Object.fromEntries(
			Object.entries(value).map(([name, entry]) => [name, withParts(entry, file, read, own)]),
		);
	}
	const target = targetOf(reference, file) ?? (own && { file, pointer: reference.slice(1) });
	if (target === undefined) return value;
	const key = `${target.file}#${target.pointer}`;
	if (own?.seen.includes(key)) return {};
	const document = target.file === file && own ? own.document : read(target.file);
	const part = target.pointer === '' ? document : atPointer(document, target.pointer);
	return withParts(part, target.file, read, { document, seen: [...(own?.seen ?? []), key] });
}
