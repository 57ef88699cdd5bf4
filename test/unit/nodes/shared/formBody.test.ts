/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { formBody } from '../../../../nodes/shared/formBody';
import { readForm } from '../../../sandbox/core/multipart';
import { runs } from '../../support/runs';

const bytesOf = async (sent: object): Promise<Buffer> => {
	if (sent instanceof Uint8Array) return Buffer.from(sent);
	if (!(sent instanceof Readable)) throw new Error('neither bytes nor a stream');
	const pieces: Uint8Array[] = [];
	for await (const piece of sent) pieces.push(Buffer.from(piece));
	return Buffer.concat(pieces);
};

/** What stands for a character by its number, `%22`, is the form's own way of writing a quote. */
const name = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
	.filter((text) => !text.includes('%'));

describe('a form with a file', () => {
	it('is read as the texts and the file that were put in, whatever they hold and however the file is read', async () => {
		await fc.assert(
			fc.asyncProperty(
				name,
				fc.string({ unit: 'grapheme', maxLength: 60 }),
				fc.array(fc.uint8Array({ minLength: 1, maxLength: 900 }), { minLength: 1, maxLength: 6 }),
				fc.boolean(),
				async (fileName, description, pieces, isStreamed) => {
					const whole = Buffer.concat(pieces);
					const open = async () => await Promise.resolve(isStreamed ? Readable.from(pieces) : whole);
					const file = { name: fileName, mimeType: 'image/png', size: whole.length, open };
					const { stream, length, type } = await formBody({ description }, 'file', file);
					const sent = await bytesOf(stream);
					expect(sent.length).toBe(length);
					const { fields, files } = await readForm(sent, String(type));
					expect(fields).toEqual({ description });
					expect(files.file).toEqual({
						name: fileName,
						type: 'image/png',
						content: new Uint8Array(whole),
					});
				},
			),
			runs(200),
		);
	});

	it('keeps out of its headers what would end one', async () => {
		const open = async () => await Promise.resolve(Buffer.from('a'));
		const file = { name: 'a"\r\nX-Own: 1', mimeType: 'text/plain\r\nX-Own: 2', size: 1, open };
		const { stream } = await formBody({}, 'file', file);
		expect((await bytesOf(stream)).toString()).not.toMatch(/^X-Own/m);
	});
});
