import { createHash } from 'crypto';
import type { ItemRun } from './itemRun';

/** A file of the incoming item. */
export interface ItemFile {
	name: string;
	mimeType: string;
	/** 64 hexadecimal characters. */
	sha256: string;
	/** In bytes. */
	size: number;
	/** A new reading of it each time: what Node calls a Readable, or all of it where n8n keeps files in memory. */
	open(): Promise<object>;
}

/**
 * Reads a file of the incoming item once, piece by piece, for its hash and size; one that n8n stores outside the item is never in memory whole.
 *
 * @param property name of the binary field
 * @throws NodeOperationError when the item has no such binary field, or it is empty
 */
export async function readItemFile(run: ItemRun, property: string): Promise<ItemFile> {
	const { helpers } = run.functions;
	const { id, fileName, fileExtension, mimeType } = helpers.assertBinaryData(run.index, property);
	const open = async () =>
		id ? await helpers.getBinaryStream(id) : await helpers.getBinaryDataBuffer(run.index, property);
	const opened = await open();
	const pieces: AsyncIterable<unknown> | Uint8Array[] = opened instanceof Uint8Array ? [opened] : opened;
	const hash = createHash('sha256');
	let size = 0;
	for await (const piece of pieces) {
		if (!(piece instanceof Uint8Array)) throw new TypeError('The binary data cannot be read as bytes');
		hash.update(piece);
		size += piece.length;
	}
	const name = fileName ?? [property, fileExtension].filter(Boolean).join('.');
	if (size === 0) {
		throw run.refuse({ what: `File "${name}" is empty`, next: 'Look at the node that makes it.' });
	}
	return { name, mimeType, sha256: hash.digest('hex'), size, open };
}

/**
 * The files of the incoming item that lie in these binary fields; a field without one is passed over. Of several that came in by one field of a form n8n numbers the fields: `photos_0`.
 *
 * @param fields names of binary fields
 * @throws NodeOperationError when a file is empty
 */
export async function readItemFiles(run: ItemRun, fields: readonly string[]): Promise<ItemFile[]> {
	const there = Object.keys(run.functions.getInputData()[run.index].binary ?? {});
	const wanted = there.filter((name) => fields.some((field) => isField(name, field)));
	const files: ItemFile[] = [];
	for (const name of wanted) files.push(await readItemFile(run, name));
	return files;
}

const isField = (name: string, field: string): boolean =>
	name === field || (name.startsWith(`${field}_`) && /^\d+$/.test(name.slice(field.length + 1)));
