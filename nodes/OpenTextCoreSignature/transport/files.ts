import type { Document } from './documents';
import { hasFiles, outcomeOf, statusName, type SigningOutcome } from './statuses';

/** The files that the service keeps of one document. */
export type FileKind = 'original' | 'originalPdf' | 'signedDocument' | 'signingLog';

interface FileOfDocument {
	/** As in texts: "the signed PDF". */
	name: string;
	/** A pre-signed link, good for five minutes (reference 5.1); empty while there is no such file. */
	link(document: Document): string | undefined;
	/** SHA-256 of the bytes behind the link, where the service gives one; it is optional (reference 9, point 12). */
	hash(document: Document): string | undefined;
	/** Whether the service makes it when the signing ends, so that `processing` has to be over (reference 5.1). */
	madeAtTheEnd: boolean;
	/** The extension of the file, by which it is known what it must begin with; undefined when nobody knows. */
	extension(document: Document): string | undefined;
	/** What stands between the document's name and the extension. */
	suffix: string;
	/** undefined: whatever was uploaded. */
	mimeType?: string;
}

const PDF = 'application/pdf';

const alwaysPdf = () => 'pdf';

/** Of the file as it was uploaded: its link ends in the file's name (reference 7.14), and the document is called by it where it was given no other (reference 5.1). */
function uploadedExtension({ file, file_from_content_name: given, name }: Document): string | undefined {
	return extensionOf(pathOf(file)) ?? extensionOf(given ?? '') ?? extensionOf(name ?? '');
}

/** Reference 5.1. */
export const FILES: Readonly<Record<FileKind, FileOfDocument>> = {
	original: {
		name: 'original file',
		link: ({ file }) => file,
		hash: () => undefined,
		madeAtTheEnd: false,
		extension: uploadedExtension,
		suffix: '-original',
	},
	originalPdf: {
		name: 'original as PDF',
		link: ({ file_as_pdf: file }) => file,
		hash: () => undefined,
		madeAtTheEnd: false,
		extension: alwaysPdf,
		suffix: '-original',
		mimeType: PDF,
	},
	signedDocument: {
		name: 'signed PDF',
		link: ({ pdf }) => pdf,
		hash: ({ security_hash: hash }) => hash,
		madeAtTheEnd: true,
		extension: alwaysPdf,
		suffix: '',
		mimeType: PDF,
	},
	signingLog: {
		name: 'signing log',
		link: (document) => document.signing_log?.pdf,
		hash: (document) => document.signing_log?.security_hash,
		madeAtTheEnd: true,
		extension: alwaysPdf,
		suffix: '-signing-log',
		mimeType: PDF,
	},
};

/** Whether the file can be downloaded now. */
export const isThere = (document: Document, kind: FileKind): boolean =>
	Boolean(FILES[kind].link(document)) && !(FILES[kind].madeAtTheEnd && document.processing);

/** Whether a file that is not there yet will come by itself. A declined document has its PDF and log too (reference 6.3). */
export function isComing(document: Document, kind: FileKind): boolean {
	if (!FILES[kind].madeAtTheEnd) return document.status === 'co';
	return document.processing === true || hasFiles(document);
}

/** Why there is no such file, and what can be done. */
const NO_FILE: Readonly<Partial<Record<SigningOutcome, { what: string; next: string }>>> = {
	pending: {
		what: 'is not finished by its signers',
		next: 'Run this after it was signed: behind Send and Wait, or behind the OpenText Core Signature Trigger.',
	},
	cancelled: {
		what: 'was cancelled',
		next: 'Send a new request, with an external ID of its own.',
	},
	expired: {
		what: 'expired before everybody signed',
		next: 'Send a new request, with an external ID of its own.',
	},
	failed: {
		what: 'could not be converted or sent',
		next: 'Send a new request with a file that the service can read, and an external ID of its own.',
	},
};

/** What to tell the user about a file that is not there and will not come. */
export function whyMissing(document: Document, kind: FileKind): { what: string; next: string } {
	const why = FILES[kind].madeAtTheEnd ? NO_FILE[outcomeOf(document)] : undefined;
	const name = `document ${String(document.uuid)}`;
	if (!why) {
		return {
			what: `Core Signature gives no ${FILES[kind].name} of ${name}`,
			next: 'Look at the document in Core Signature.',
		};
	}
	return {
		what: `There is no ${FILES[kind].name}: ${name} ${why.what} (${statusName(document.status)})`,
		next: why.next,
	};
}

/** Short endings that begin with a letter, as of file names; "No.4711" has none. */
const EXTENSION = /\.([a-z][a-z0-9]{1,4})$/i;

/** How a file name begins; characters that some systems refuse are replaced. */
export const baseName = ({ name, uuid }: Pick<Document, 'name' | 'uuid'>): string =>
	(name ?? '')
		.replace(EXTENSION, '')
		.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ')
		.replace(/^[. ]+/, '')
		.trimEnd() || `document-${String(uuid)}`;

function extensionOf(text: string): string | undefined {
	return EXTENSION.exec(text)?.[1]?.toLowerCase();
}

/** A link that cannot be read has no ending. */
function pathOf(link = ''): string {
	return URL.canParse(link) ? new URL(link).pathname : '';
}

/**
 * The name of the downloaded file, made from the document's name.
 *
 * @returns for example `Order 4711-signing-log.pdf`
 */
export function fileName(document: Document, kind: FileKind): string {
	const { suffix, extension: extensionIn } = FILES[kind];
	const extension = extensionIn(document);
	return `${baseName(document)}${suffix}${extension ? `.${extension}` : ''}`;
}
