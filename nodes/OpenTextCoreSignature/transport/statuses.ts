import type { Document } from './documents';

/** What can become of a signature request: whether it is over then, and whether the service makes its PDF and log (reference 6.3). */
const OUTCOMES = {
	pending: { isOver: false, hasFiles: false },
	signed: { isOver: true, hasFiles: true },
	declined: { isOver: true, hasFiles: true },
	cancelled: { isOver: true, hasFiles: false },
	expired: { isOver: true, hasFiles: false },
	failed: { isOver: true, hasFiles: false },
};

export type SigningOutcome = keyof typeof OUTCOMES;

interface Status {
	name: string;
	outcome: SigningOutcome;
}

/** Status codes of a document (reference 5.10). */
export const STATUSES: Readonly<Record<string, Status>> = {
	co: { name: 'converting', outcome: 'pending' },
	ne: { name: 'new', outcome: 'pending' },
	se: { name: 'sent', outcome: 'pending' },
	vi: { name: 'viewed', outcome: 'pending' },
	si: { name: 'signed', outcome: 'signed' },
	do: { name: 'downloaded', outcome: 'pending' },
	sd: { name: 'signed and downloaded', outcome: 'signed' },
	ca: { name: 'cancelled', outcome: 'cancelled' },
	de: { name: 'declined', outcome: 'declined' },
	ec: { name: 'not converted', outcome: 'failed' },
	es: { name: 'not sent', outcome: 'failed' },
	xp: { name: 'expired', outcome: 'expired' },
};

/** What tells of a document how far it is. */
type Telling = Pick<Document, 'pdf' | 'status'>;

/** A document's status in words; an unknown code is passed through (reference 5.10). */
export const statusName = (code: unknown): string => STATUSES[String(code)]?.name ?? String(code);

/** Whether a document's status says how far the signing is: an unknown one does not, nor does `do` (reference 5.10). */
export const isTelling = ({ status }: Telling): boolean =>
	Object.hasOwn(STATUSES, String(status)) && status !== 'do';

/**
 * What became of a document, as the service says it now. A filled `pdf` alone proves nothing: a declined one has it too (reference 6.3); only for
 * `do`, which tells nothing about signing, it decides (reference 5.10). An unknown code counts as pending.
 */
export function outcomeOf(document: Telling): SigningOutcome {
	const code = String(document.status);
	if (code === 'do' && document.pdf) return 'signed';
	return STATUSES[code]?.outcome ?? 'pending';
}

/** Whether nobody can sign, decline or cancel any more. */
export const isOver = (document: Telling): boolean => OUTCOMES[outcomeOf(document)].isOver;

/** Whether the service makes the signed PDF, or the copy that says so, and the log. */
export const hasFiles = (document: Telling): boolean => OUTCOMES[outcomeOf(document)].hasFiles;
