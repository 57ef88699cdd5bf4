import type { IBinaryData } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { fileBody } from '../../transport/fileBody';
import { HEAD_BYTES } from '../../../shared/files/fileContent';
import type { WithContent } from './readContent';
import { assertFile } from './uploadCheck';
import { uploadName } from './uploadName';

/**
 * A file of the item as an upload; one that n8n stores outside of the item is streamed.
 *
 * @throws NodeOperationError when there is no such file, it is empty, or not what its name says
 */
export async function readBinary(run: ItemRun): Promise<WithContent> {
	const property = run.requiredText('binaryProperty', 'Input Binary Field');
	const { helpers } = run.functions;
	const file = helpers.assertBinaryData(run.index, property);
	const { id } = file;
	// Only an n8n that keeps binary data in memory has none; then it is there whole already.
	if (!id) {
		const name = checkedName(run, file, Buffer.from(file.data.slice(0, 2 * HEAD_BYTES), 'base64'));
		return (fields) => ({ ...fields, file_from_content: file.data, file_from_content_name: name });
	}
	const name = checkedName(run, file, await headOf(await helpers.getBinaryStream(id)));
	const { fileSize } = await helpers.getBinaryMetadata(id);
	return (fields) => async () =>
		fileBody({ ...fields, file_from_content_name: name }, await helpers.getBinaryStream(id), fileSize);
}

/** The name that was entered, or the file's own, for what the file is. @throws NodeOperationError when it has none, or the file is not what it says */
function checkedName(run: ItemRun, file: IBinaryData, head: Uint8Array): string {
	const name = uploadName(run, run.text('fileName') || (file.fileName ?? ''), { ...file, head });
	assertFile(run, head, name);
	return name;
}

/** The first bytes of a stream, which is let go of afterwards: leaving the loop destroys it. */
async function headOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
	let head = Buffer.alloc(0);
	for await (const piece of stream) {
		if (!(piece instanceof Uint8Array)) throw new TypeError('The binary data cannot be read as bytes');
		head = Buffer.concat([head, piece]);
		if (head.length >= HEAD_BYTES) break;
	}
	return head;
}
