import fc from 'fast-check';
import { faultOfFile, faultOfOffice, isPdf } from '../../../../../nodes/shared/files/fileContent';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a file begins like', () => {
	it.each([
		['%PDF-1.7', true],
		['%PDF-', true],
		['\xef\xbb\xbf%PDF-1.4\n', true],
		[`${'\n'.repeat(1019)}%PDF-`, true],
		[`${'\n'.repeat(1020)}%PDF-`, false],
		['junk of a mail gateway\r\n%PDF-1.5', true],
		['<html><p>Your file %PDF-1.7 is not ready</p></html>', false],
		['<!DOCTYPE html><title>%PDF-</title>', false],
		['PDF-1.7', false],
		['%pdf-1.7', false],
		['', false],
	])('%j is a PDF: %p', (text, expected) => {
		expect(isPdf(bytes(text))).toBe(expected);
	});

	it.each<[string, string | undefined, string | undefined]>([
		['', 'pdf', 'is empty'],
		['', undefined, 'is empty'],
		['<html>Sign in</html>', 'pdf', 'is no PDF but a web page'],
		['\n <!doctype HTML><p>x', 'pdf', 'is no PDF but a web page'],
		['{"detail": "Not found."}', 'pdf', 'is no PDF'],
		['PK\x03\x04', 'pdf', 'is no PDF'],
		['<html>Sign in</html>', 'docx', 'is a web page'],
		['<html>Sign in</html>', undefined, 'is a web page'],
		['\xef\xbb\xbf<html>Sign in</html>', 'png', 'is a web page'],
		['<html>Offer</html>', 'html', undefined],
		['<html>Offer</html>', 'htm', undefined],
		['<!DOCTYPE svg><svg><title>Logo</title></svg>', 'svg', undefined],
		['<html> is a tag', 'txt', undefined],
		['We write <html> in the middle', 'docx', undefined],
		['PK\x03\x04', 'docx', undefined],
		['%PDF-1.7', undefined, undefined],
	])('%j as %p: %p', (text, extension, fault) => {
		expect(faultOfFile(bytes(text), extension)).toBe(fault);
	});

	it('of no page of any service is taken for a PDF', () => {
		const page = fc
			.tuple(
				fc.constantFrom('', ' ', '\n', '\xef\xbb\xbf'),
				fc.constantFrom('html', 'HTML', '!DOCTYPE html', 'head'),
				fc.string(),
			)
			.map(([before, tag, text]) => `${before}<${tag}>${text} %PDF-1.7 ${text}`);
		fc.assert(
			fc.property(page, (text) => expect(faultOfFile(bytes(text), 'pdf')).toBe('is no PDF but a web page')),
		);
	});
});

describe('an office file or a picture begins as its kind does (K18)', () => {
	const GOOD: Array<[string, string]> = [
		['docx', 'PK\x03\x04'],
		['xlsx', 'PK\x03\x04'],
		['pptx', 'PK\x03\x04'],
		['doc', '\xd0\xcf\x11\xe0\xa1'],
		['xls', '\xd0\xcf\x11\xe0\xa1'],
		['ppt', '\xd0\xcf\x11\xe0\xa1'],
		['png', '\x89PNG\r\n'],
		['jpg', '\xff\xd8\xff\xe0'],
		['jpeg', '\xff\xd8\xff\xe1'],
		['gif', 'GIF89a'],
	];
	const ERRORS = ['<?xml version="1.0"?><Error/>', '{"detail":"x"}', '<html>x</html>', 'PDF', 'P', ' PK'];

	it.each(GOOD)('%s', (extension, text) => {
		expect(faultOfOffice(bytes(text), extension)).toBeUndefined();
		for (const error of ERRORS) {
			expect(faultOfOffice(bytes(error), extension)).toBe(`is no ${extension.toUpperCase()} file`);
		}
	});

	it.each(['txt', 'html', 'pdf', 'toString', undefined])('other types are not judged: %p', (extension) => {
		expect(faultOfOffice(bytes('{"a":1}'), extension)).toBeUndefined();
	});
});
