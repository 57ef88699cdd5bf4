import { createHash } from 'crypto';
import type { ItemRun } from '../../shared/itemRun';
import { HEAD_BYTES } from '../../shared/files/fileContent';

/** What was read of a file of the item. */
export interface ReadFile {
	/** 64 hexadecimal characters. */
	sha256: string;
	/** Its first kilobyte, or all of it. */
	head: Buffer;
	/** The whole file, when it is not larger than asked for. */
	bytes?: Buffer;
}

/**
 * Reads a file of the incoming item piece by piece; one that n8n stores outside the item is never in memory whole.
 *
 * @param property name of the binary field
 * @param keepBytes files up to this size, in bytes, are given back whole
 * @throws NodeOperationError when the item has no such binary field
 */
export async function readFile(run: ItemRun, property: string, keepBytes = 0): Promise<ReadFile> {
	const { helpers } = run.functions;
	const { id } = helpers.assertBinaryData(run.index, property);
	const source: AsyncIterable<unknown> | Uint8Array[] = id
		? await helpers.getBinaryStream(id)
		: [await helpers.getBinaryDataBuffer(run.index, property)];
	const hash = createHash('sha256');
	const kept: Uint8Array[] = [];
	let head = Buffer.alloc(0);
	let size = 0;
	for await (const piece of source) {
		if (!(piece instanceof Uint8Array)) throw new TypeError('The binary data cannot be read as bytes');
		hash.update(piece);
		size += piece.length;
		if (size <= keepBytes) kept.push(piece);
		if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES)]);
	}
	return { sha256: hash.digest('hex'), head, ...(size <= keepBytes && { bytes: Buffer.concat(kept) }) };
}
