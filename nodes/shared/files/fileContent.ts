import { bodyKind } from '../answer';

/** How many bytes a file is known by: `%PDF-` may stand anywhere in the first kilobyte (PDF Reference 1.7, appendix H, note 13). */
export const HEAD_BYTES = 1024;

const WEB_PAGE = 'a web page';

const asText = (head: Uint8Array): string => Buffer.from(head).toString('latin1');

/** Whether a file begins as a page does, for example one that says why there is no file. */
function isWebPage(head: Uint8Array): boolean {
	const text = asText(head)
		.replace(/^\xef\xbb\xbf/, '')
		.trimStart();
	return text.startsWith('<') && bodyKind(text) === WEB_PAGE;
}

/** Whether a file begins as a PDF does; a page that talks about PDF files does not. */
export function isPdf(head: Uint8Array): boolean {
	const at = asText(head.subarray(0, HEAD_BYTES)).indexOf('%PDF-');
	return at >= 0 && !isWebPage(head.subarray(0, at));
}

/** Types that may hold the text of a page, or begin as one does. */
const MAY_BE_PAGE: ReadonlySet<string> = new Set(['htm', 'html', 'xhtml', 'txt', 'md', 'xml', 'svg']);

/**
 * What is wrong with a file, by its first bytes: a PDF must be one, and what is no page must not be one. Other types are judged by `faultOfOffice` before they are mailed.
 *
 * @param head its first kilobyte, or all of it
 * @param extension in small letters; undefined when it is not known
 * @returns the end of a sentence about it, `is no PDF but a web page`; undefined when it may be what it should be
 */
export function faultOfFile(head: Uint8Array, extension: string | undefined): string | undefined {
	if (head.length === 0) return 'is empty';
	const page = isWebPage(head);
	if (extension === 'pdf') return isPdf(head) ? undefined : `is no PDF${page ? ' but a web page' : ''}`;
	return page && !MAY_BE_PAGE.has(extension ?? '') ? 'is a web page' : undefined;
}

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const JPEG = [0xff, 0xd8, 0xff];

/** How files begin whose kind is told by their first bytes. */
const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
	docx: ZIP,
	xlsx: ZIP,
	pptx: ZIP,
	odt: ZIP,
	ods: ZIP,
	odp: ZIP,
	doc: OLE,
	xls: OLE,
	ppt: OLE,
	png: [0x89, 0x50, 0x4e, 0x47],
	jpg: JPEG,
	jpeg: JPEG,
	gif: [0x47, 0x49, 0x46, 0x38],
};

/**
 * What is wrong with an office file or a picture that is to be mailed: it does not begin as its kind does, as the words of an error do not.
 *
 * @param head its first bytes
 * @param extension in small letters; undefined when it is not known
 * @returns the end of a sentence about it, `is no DOCX file`; undefined when it may be what it should be
 */
export function faultOfOffice(head: Uint8Array, extension = ''): string | undefined {
	const beginning = Object.hasOwn(BEGINNINGS, extension) ? BEGINNINGS[extension] : [];
	return beginning.every((byte, index) => head[index] === byte)
		? undefined
		: `is no ${extension.toUpperCase()} file`;
}

/** A page, or a part of one, as a file that tells its letters. */
export const wholePage = (html: string): string =>
	/<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><meta charset="utf-8">${html}`;
