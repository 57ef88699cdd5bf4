/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Readable } from 'node:stream';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { readContent } from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/readContent';
import { isRecord } from '../../../../../../nodes/shared/isRecord';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
import { readText } from '../../../../support/signature';

const runOf = (item: IDataObject) => new ItemRun(executeFunctions({ items: [item] }), 0);

/** The part of a body that is the document, when it is not streamed. */
const content = async (item: IDataObject) => (await readContent(runOf(item)))({});

/** An item with this file; n8n keeps it elsewhere when it has an id. */
const runWithFile = (item: IDataObject, file: Partial<IBinaryData>, bytes = Buffer.from('%PDF-1.7')) => {
	const run = runOf({ source: 'binary', binaryProperty: 'data', ...item });
	const helpers = jest.mocked(run.functions.helpers);
	helpers.assertBinaryData.mockReturnValue({ mimeType: 'application/pdf', data: '', ...file });
	helpers.getBinaryMetadata.mockResolvedValue({ fileSize: bytes.length });
	helpers.getBinaryStream.mockImplementation(async () => await Promise.resolve(Readable.from([bytes])));
	return run;
};

describe('the document of a request', () => {
	it('is an address that the service downloads', async () => {
		expect(await content({ source: 'url', url: ' https://example.com/a.pdf ' })).toEqual({
			file_from_url: 'https://example.com/a.pdf',
		});
	});

	it.each(['example.com/a.pdf', 'file:///etc/hosts', `https://example.com/${'a'.repeat(2100)}`, 'https://'])(
		'is refused as address: %p',
		async (url) => {
			await expect(content({ source: 'url', url })).rejects.toThrow(/not an address/);
		},
	);

	it.each([
		['plain', 'JVBERi0='],
		['with the beginning of a data URL', 'data:application/pdf;base64,JVBERi0='],
		['in lines', 'JVBE\r\nRi0=\n'],
	])('is base64, %s (reference 3.1)', async (_how, base64) => {
		expect(await content({ source: 'base64', base64, fileName: 'a.pdf' })).toEqual({
			file_from_content: 'JVBERi0=',
			file_from_content_name: 'a.pdf',
		});
	});

	it.each(['no base64!', 'JVBERi0', 'data:application/pdf;base64,'])(
		'is refused as base64: %p',
		async (base64) => {
			await expect(content({ source: 'base64', base64, fileName: 'a.pdf' })).rejects.toThrow(
				'Item 1: Base64 does not hold base64 text',
			);
		},
	);

	it('needs a name with an extension, by which the service tells its type (reference 8, point 9)', async () => {
		const base64 = { source: 'base64', base64: 'bm8gcGRm' };
		await expect(content(base64)).rejects.toThrow('Item 1: File Name is empty');
		await expect(content({ ...base64, fileName: 'offer' })).rejects.toThrow(
			'Item 1: File Name "offer" has no extension',
		);
	});

	it.each([
		['', 'document.html'],
		['offer', 'offer.html'],
		['offer.pdf', 'offer.html'],
		['Offer.HTM', 'Offer.HTM'],
		['/tmp/a/offer.html?x=1', 'offer.html'],
		['off\ner', 'offer.html'],
	])('is HTML whose file name %p becomes %p', async (fileName, name) => {
		const html = '<html><p>Größe</p></html>';
		expect(await content({ source: 'html', html, fileName })).toEqual({
			file_from_content: Buffer.from(html).toString('base64'),
			file_from_content_name: name,
		});
	});

	it('is a whole page, with its character set, also when only a part of one was entered', async () => {
		const body = await content({ source: 'html', html: '<h1>Größe</h1>' });
		const sent = isRecord(body) ? String(body.file_from_content) : '';
		expect(Buffer.from(sent, 'base64').toString()).toBe(
			'<!DOCTYPE html><meta charset="utf-8"><h1>Größe</h1>',
		);
	});

	it('is a file that is streamed, made anew for each try, under its own name', async () => {
		const run = runWithFile({}, { id: 'filesystem:1', fileName: 'offer.pdf' });
		const body = (await readContent(run))({ subject: 'x' });
		if (typeof body !== 'function') throw new Error('Not streamed');
		for (let turn = 0; turn < 2; turn++) {
			const { stream, length } = await body();
			const text = await readText(stream);
			expect(JSON.parse(text)).toEqual({
				file_from_content: Buffer.from('%PDF-1.7').toString('base64'),
				subject: 'x',
				file_from_content_name: 'offer.pdf',
			});
			expect(text).toHaveLength(length ?? NaN);
		}
	});

	it('is sent as it is when n8n keeps it in memory', async () => {
		const run = runWithFile({ fileName: 'other.pdf' }, { data: 'JVBERi0=', fileName: 'offer.pdf' });
		expect((await readContent(run))({})).toEqual({
			file_from_content: 'JVBERi0=',
			file_from_content_name: 'other.pdf',
		});
	});

	it('is named by its type when its name has no extension', async () => {
		const stored = runWithFile({}, { id: 'filesystem:1', fileName: 'contract' });
		const body = (await readContent(stored))({});
		if (typeof body !== 'function') throw new Error('Not streamed');
		expect(JSON.parse(await readText((await body()).stream))).toMatchObject({
			file_from_content_name: 'contract.pdf',
		});
		const base64 = { source: 'base64', base64: 'data:application/pdf;base64,JVBERi0=', fileName: 'contract' };
		expect(await content(base64)).toMatchObject({ file_from_content_name: 'contract.pdf' });
	});

	const PAGE = '<!DOCTYPE html><html><body>Sign in</body></html>';

	it.each<[string, string, string, string]>([
		['of 0 bytes', 'offer.pdf', '', 'is empty'],
		['of 0 bytes, of any type', 'offer.docx', '', 'is empty'],
		['that is a web page', 'offer.pdf', PAGE, 'is no PDF but a web page'],
		['that is an error in JSON', 'offer.PDF', '{"error":"expired"}', 'is no PDF'],
		['that is another type', 'offer.pdf', 'PK\u0003\u0004', 'is no PDF'],
		['that is an error in XML', 'offer.xlsx', '<?xml version="1.0"?><Error/>', 'is no XLSX file'],
		['that is an error in JSON under another name', 'a.png', '{"error":"expired"}', 'is no PNG file'],
		['that is a page under another name', 'offer.docx', PAGE, 'is a web page'],
	])('is refused before anything is mailed when it is a file %s', async (_what, fileName, text, fault) => {
		const bytes = Buffer.from(text);
		const message = `Item 1: The file "${fileName}" ${fault}`;
		const stored = runWithFile({}, { id: 'filesystem:1', fileName }, bytes);
		await expect(readContent(stored)).rejects.toMatchObject({ message });
		const inMemory = runWithFile({}, { data: bytes.toString('base64'), fileName });
		await expect(readContent(inMemory)).rejects.toMatchObject({ message });
		if (!bytes.length) return;
		await expect(
			content({ source: 'base64', base64: bytes.toString('base64'), fileName }),
		).rejects.toMatchObject({
			message,
		});
	});

	it('is looked at without being read whole, and let go of', async () => {
		const run = runWithFile({}, { id: 'filesystem:1', fileName: 'offer.pdf' });
		const pieces = function* () {
			for (;;) yield Buffer.from('%PDF-1.7'.padEnd(600, ' '));
		};
		const endless = Readable.from(pieces());
		jest.mocked(run.functions.helpers).getBinaryStream.mockResolvedValueOnce(endless);
		await readContent(run);
		expect(endless.destroyed).toBe(true);
	});

	it.each([
		'',
		'   ',
		'<h1></h1>',
		'<html><head><title></title></head><body>&nbsp;</body></html>',
		'<p> <br/></p>',
	])('is refused as HTML that shows nothing: %p', async (html) => {
		await expect(content({ source: 'html', html })).rejects.toThrow(
			/HTML is (empty|a page without anything)/,
		);
	});

	it.each(['<h1>x</h1>', 'text', '<img src="data:image/png;base64,iVBO">', '<p>0</p>'])(
		'is HTML that shows something: %p',
		async (html) => {
			expect(await content({ source: 'html', html })).toMatchObject({
				file_from_content_name: 'document.html',
			});
		},
	);

	it.each([
		['Offer 1.2', 'Offer 1.2.html'],
		['v1.2 contract', 'v1.2 contract.html'],
	])('keeps the dots of a name that has no extension: %p', async (fileName, name) => {
		expect(await content({ source: 'html', html: '<p>x</p>', fileName })).toMatchObject({
			file_from_content_name: name,
		});
	});

	it.each([
		[{ fileExtension: 'docx', data: 'UEsDBA==' }, 'document.docx'],
		[{ fileName: 'a.b.txt', fileExtension: 'txt' }, 'a.b.txt'],
		[{ mimeType: 'application/octet-stream' }, 'document.pdf'],
		[{ fileName: '/tmp/a.pdf?b=1' }, 'a.pdf'],
	])('has a name for %j', async (file, name) => {
		expect((await readContent(runWithFile({}, { data: 'JVBERi0=', ...file })))({})).toMatchObject({
			file_from_content_name: name,
		});
	});
});
