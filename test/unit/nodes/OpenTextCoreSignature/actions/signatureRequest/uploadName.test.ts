import {
	uploadExtension,
	uploadName,
	type FileFacts,
} from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/uploadName';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';

const run = new ItemRun(executeFunctions(), 0);

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the name of an upload (reference 8, point 9: the service tells the type by the extension alone)', () => {
	it.each<[string, FileFacts, string]>([
		['contract', { mimeType: 'application/pdf' }, 'contract.pdf'],
		['contract', { mimeType: 'Application/PDF; name=x' }, 'contract.pdf'],
		['contract', { fileExtension: 'pdf', mimeType: 'application/octet-stream' }, 'contract.pdf'],
		['contract', { fileExtension: '.DOCX' }, 'contract.docx'],
		['v1.2 contract', { mimeType: 'application/pdf' }, 'v1.2 contract.pdf'],
		['contract v1.2', { mimeType: 'application/pdf' }, 'contract v1.2.pdf'],
		['contract.', { mimeType: 'application/pdf' }, 'contract.pdf'],
		['contract.v2', { mimeType: 'application/pdf' }, 'contract.v2.pdf'],
		['Offer Ltd.Berlin', { mimeType: 'text/html' }, 'Offer Ltd.Berlin.html'],
		['No. 4711', { mimeType: DOCX }, 'No. 4711.docx'],
		['', { mimeType: 'application/pdf' }, 'document.pdf'],
		['', { fileExtension: 'docx' }, 'document.docx'],
		['.pdf', {}, 'document.pdf'],
		['scan', { mimeType: 'image/jpeg' }, 'scan.jpg'],
		['scan', { mimeType: 'image/png' }, 'scan.png'],
		['notes', { mimeType: 'text/plain; charset=utf-8' }, 'notes.txt'],
		['letter', { mimeType: 'application/msword' }, 'letter.doc'],
		['sheet', { mimeType: 'application/vnd.ms-excel' }, 'sheet.xls'],
		['letter', { mimeType: 'application/vnd.oasis.opendocument.text' }, 'letter.odt'],
		['Offer.PDF', {}, 'Offer.PDF'],
		['offer.pdf', { mimeType: 'application/octet-stream' }, 'offer.pdf'],
		['offer.docx', { mimeType: 'application/pdf' }, 'offer.docx'],
		['a.b.txt', { fileExtension: 'txt' }, 'a.b.txt'],
		['offer.pages', {}, 'offer.pages'],
		[' offer.pdf ', {}, 'offer.pdf'],
		['C:\\docs\\contract.pdf', {}, 'contract.pdf'],
		['\\\\server\\share\\contract.pdf', {}, 'contract.pdf'],
		['/tmp/a/contract.pdf', {}, 'contract.pdf'],
		['/tmp/a/contract', { mimeType: 'application/pdf' }, 'contract.pdf'],
		['../contract.pdf', {}, 'contract.pdf'],
		['docs/contract.docx', {}, 'contract.docx'],
		['/tmp/', { mimeType: 'application/pdf' }, 'document.pdf'],
		['Offer 42/2026', { mimeType: 'application/pdf' }, 'Offer 42-2026.pdf'],
		['contract.pdf?token=1', {}, 'contract.pdf'],
		['contract.pdf?path=/a/b.txt#x', {}, 'contract.pdf'],
		['contract.PDF#page=2', {}, 'contract.PDF'],
		['https://example.com/a/contract.pdf?token=1', {}, 'contract.pdf'],
		['https://example.com/download?id=3', { mimeType: 'application/pdf' }, 'download.pdf'],
		['Why? Because.pdf', {}, 'Why? Because.pdf'],
		['con\ntract\r\n.pdf', {}, 'contract.pdf'],
		['con\u0000tract\u200b.pdf\u2028', {}, 'contract.pdf'],
		['Offer 42', { mimeType: 'application/octet-stream', fileName: 'a.pdf' }, 'Offer 42.pdf'],
		['Offer 42', { fileName: 'C:\\x\\a.docx?y=1' }, 'Offer 42.docx'],
		['', { head: Buffer.from('%PDF-1.7') }, 'document.pdf'],
		['Offer 42', { mimeType: 'application/octet-stream', head: Buffer.from('%PDF-1.7') }, 'Offer 42.pdf'],
	])('%j with %j is %j', (name, facts, expected) => {
		expect(uploadName(run, name, facts)).toBe(expected);
	});

	it.each<[string, FileFacts, string]>([
		['contract', { mimeType: 'application/octet-stream' }, 'File Name "contract" has no extension'],
		[
			'contract',
			{ fileExtension: 'bin', mimeType: 'application/octet-stream' },
			'File Name "contract" has no extension',
		],
		['v1.2 contract', {}, 'File Name "v1.2 contract" has no extension'],
		['contract 1.25', {}, 'File Name "contract 1.25" has no extension'],
		['', { mimeType: 'application/octet-stream' }, 'File Name is empty'],
		['', {}, 'File Name is empty'],
	])('%j with %j is refused with the next step', (name, facts, what) => {
		expect(() => uploadName(run, name, facts)).toThrow(
			expect.objectContaining({
				message: `Item 1: ${what}`,
				description: expect.stringContaining('offer-42.pdf'),
			}),
		);
	});

	it.each<[string, FileFacts, string]>([
		[`${'a'.repeat(300)}.pdf`, {}, `${'a'.repeat(251)}.pdf`],
		[`${'a'.repeat(252)}.docx`, {}, `${'a'.repeat(250)}.docx`],
		['a'.repeat(300), { mimeType: 'application/pdf' }, `${'a'.repeat(251)}.pdf`],
		[`${'a'.repeat(250)}😀.pdf`, {}, `${'a'.repeat(250)}.pdf`],
		[`${'a'.repeat(251)}.pdf`, {}, `${'a'.repeat(251)}.pdf`],
	])('has at most 255 characters, its extension among them', (name, facts, expected) => {
		expect(uploadName(run, name, facts)).toBe(expected);
		expect(expected.length).toBeLessThanOrEqual(255);
	});

	it('has its extension in small letters', () => {
		expect(['a.PDF', 'v1.2 contract', 'a.tar.Gz'].map(uploadExtension)).toEqual(['pdf', undefined, 'gz']);
	});
});
