import type { ItemRun } from '../../../shared/itemRun';
import { isPdf } from '../../../shared/files/fileContent';

/** Extensions of what the service makes a PDF of (reference 8, point 14), by the type under which n8n and data URLs know a file. */
const EXTENSION_OF_TYPE: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'application/x-pdf': 'pdf',
	'text/plain': 'txt',
	'text/html': 'html',
	'application/xhtml+xml': 'html',
	'text/rtf': 'rtf',
	'application/rtf': 'rtf',
	'application/msword': 'doc',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.presentation': 'odp',
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/jpg': 'jpg',
	'image/gif': 'gif',
	'image/tiff': 'tiff',
	'image/bmp': 'bmp',
};

/** Further spellings. */
const KNOWN: ReadonlySet<string> = new Set([
	...Object.values(EXTENSION_OF_TYPE),
	'htm',
	'xhtml',
	'jpeg',
	'tif',
]);

/** Short endings that begin with a letter; ".2 contract" of "v1.2 contract" is none. */
const ENDING = /^(.*)\.([a-z][a-z0-9]{1,4})$/is;

const endingOf = (name: string): string | undefined => ENDING.exec(name)?.[2]?.toLowerCase();

/** The extension of an upload's name, in small letters. */
export const uploadExtension = (name: string): string | undefined => endingOf(name);

/** What is known of a file beside its name. */
export interface FileFacts {
	/** As n8n tells it; with or without a dot. */
	fileExtension?: string;
	/** With or without parameters. */
	mimeType?: string;
	/** As the file itself is called, whatever was entered. */
	fileName?: string;
	/** Its first kilobyte, or all of it. */
	head?: Uint8Array;
}

/** The service keeps no longer name (reference 5.1). */
const NAME_LENGTH = 255;

/** A name with a query or a fragment behind it, as an address has. */
const WITH_QUERY = /^(.*?\.([a-z][a-z0-9]{1,4}))[?#].*$/i;

function withoutQuery(name: string): string {
	if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return name.replace(/[?#].*$/, '');
	const [, named = name, ending = ''] = WITH_QUERY.exec(name) ?? [];
	return KNOWN.has(ending.toLowerCase()) ? named : name;
}

/** Paths from a root, a drive or a host. */
const FROM_ROOT = /^([a-z]:)?[\\/]|^[a-z][a-z0-9+.-]+:\/\/|^\.{1,2}[\\/]|^~[\\/]/i;

/** The last part of a path; in a name that only has a slash in it, such as "Offer 42/2026", a hyphen takes its place. */
function withoutFolders(name: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';
	return FROM_ROOT.test(name) || KNOWN.has(endingOf(last) ?? '') ? last : name.replace(/[\\/]+/g, '-');
}

/** A file's name alone: without folders, query, control characters and line breaks. */
export const plainName = (name: string): string =>
	withoutFolders(withoutQuery(name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()))
		.trim()
		.replace(/[. ]+$/, '');

/** Cut where a name is too long, without its extension. */
export function shortened(name: string, extension: string): string {
	const end = extension ? `.${extension}` : '';
	if (name.length <= NAME_LENGTH) return name;
	const base = name.slice(0, name.length - end.length).slice(0, NAME_LENGTH - end.length);
	return `${base.replace(/[\ud800-\udbff]$/, '').trimEnd()}${end}`;
}

function extensionBy({
	fileExtension = '',
	mimeType = '',
	fileName = '',
	head,
}: FileFacts): string | undefined {
	const told = fileExtension.replace(/^\./, '').toLowerCase();
	const type = mimeType.split(';')[0].trim().toLowerCase();
	if (KNOWN.has(told)) return told;
	if (Object.hasOwn(EXTENSION_OF_TYPE, type)) return EXTENSION_OF_TYPE[type];
	const own = endingOf(plainName(fileName)) ?? '';
	if (KNOWN.has(own)) return own;
	return head && isPdf(head) ? 'pdf' : undefined;
}

/**
 * The name of an upload with its extension, by which alone the service tells the type (reference 8, point 9).
 *
 * @param name as it was entered, or as the file is called; may be empty, or a path
 * @param facts give the extension where the name has none that is known
 * @returns `contract.pdf` for `contract` of type `application/pdf`
 * @throws NodeOperationError when nobody knows the type
 */
export function uploadName(run: ItemRun, name: string, facts: FileFacts = {}): string {
	const given = plainName(name);
	const [, base = given, ending = ''] = ENDING.exec(given) ?? [];
	const named = base ? given : `document.${ending}`;
	if (KNOWN.has(ending.toLowerCase())) return shortened(named, ending);
	const extension = extensionBy(facts);
	if (extension) return shortened(`${given || 'document'}.${extension}`, extension);
	if (ending) return shortened(named, ending);
	throw run.refuse({
		what: name ? `File Name "${name}" has no extension` : 'File Name is empty',
		next: 'Enter it with its extension, for example offer-42.pdf.',
	});
}
