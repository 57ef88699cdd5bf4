/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { fileBody } from '../../../../../nodes/OpenTextCoreSignature/transport/fileBody';
import { readText } from '../../../support/signature';
import { runs } from '../../../support/runs';

/** Bytes cut at these places. */
const cut = (bytes: Uint8Array, places: number[]): Uint8Array[] => {
	const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
	return at.slice(1).map((to, index) => bytes.subarray(at[index], to));
};

describe('the body of an upload', () => {
	it('is the JSON that a file in base64 makes, whatever the pieces in which it is read, and tells its length', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 5_000 }),
				fc.array(fc.nat(), { maxLength: 20 }),
				fc.string({ unit: 'binary', maxLength: 50 }),
				async (bytes, places, name) => {
					const fields = { name, signers: [{ email: 'a@example.com' }] };
					const { stream, length } = fileBody(fields, Readable.from(cut(bytes, places)), bytes.length);
					const text = await readText(stream);
					const whole = { file_from_content: Buffer.from(bytes).toString('base64'), ...fields };
					expect(text).toBe(JSON.stringify(whole));
					expect(Buffer.byteLength(text)).toBe(length);
				},
			),
			runs(200),
		);
	});

	it('has no length when that of the file is not known', () => {
		expect(fileBody({}, Readable.from([Buffer.from('a')]))).not.toHaveProperty('length');
	});

	it('is written while the file is read, never whole', async () => {
		let read = 0;
		const pieces = (function* () {
			for (; read < 1_000; read++) yield Buffer.alloc(16_384, read);
		})();
		const { stream } = fileBody({}, Readable.from(pieces));
		let most = 0;
		let written = 0;
		for await (const piece of Readable.prototype.iterator.call(stream)) {
			written += String(piece).length;
			most = Math.max(most, read * 16_384 - (written * 3) / 4);
		}
		expect(read).toBe(1_000);
		expect(most).toBeLessThan(1_000_000);
	});

	it('ends with the error of the file', async () => {
		const broken = Readable.from(
			(async function* () {
				yield await Promise.resolve(Buffer.from('abc'));
				throw new Error('The file is gone');
			})(),
		);
		await expect(readText(fileBody({}, broken, 9).stream)).rejects.toThrow('The file is gone');
	});

	it.each([[Buffer.from('abc')], ['abc'], [undefined], [{}]])('needs a stream, not %p', (file) => {
		expect(() => fileBody({}, file)).toThrow(TypeError);
	});
});
