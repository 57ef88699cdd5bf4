import type { ItemRun } from '../../../shared/itemRun';

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
}

function extensionBy({ fileExtension = '', mimeType = '' }: FileFacts): string | undefined {
	const told = fileExtension.replace(/^\./, '').toLowerCase();
	const type = mimeType.split(';')[0].trim().toLowerCase();
	if (KNOWN.has(told)) return told;
	return Object.hasOwn(EXTENSION_OF_TYPE, type) ? EXTENSION_OF_TYPE[type] : undefined;
}

/**
 * The name of an upload with its extension, by which alone the service tells the type (reference 8, point 9).
 *
 * @param name as it was entered, or as the file is called; may be empty
 * @param facts give the extension where the name has none that is known
 * @returns `contract.pdf` for `contract` of type `application/pdf`
 * @throws NodeOperationError when nobody knows the type
 */
export function uploadName(run: ItemRun, name: string, facts: FileFacts = {}): string {
	const given = name.trim().replace(/[. ]+$/, '');
	const [, base = given, ending = ''] = ENDING.exec(given) ?? [];
	const named = base ? given : `document.${ending}`;
	if (KNOWN.has(ending.toLowerCase())) return named;
	const extension = extensionBy(facts);
	if (extension) return `${given || 'document'}.${extension}`;
	if (ending) return named;
	throw run.refuse({
		what: name ? `File Name "${name}" has no extension` : 'File Name is empty',
		next: 'Enter it with its extension, for example offer-42.pdf.',
	});
}
