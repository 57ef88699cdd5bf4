import type { DocumentRecord, RequestRecord, SignerRecord, Status } from './types';

export type SignerRole = 'sender' | 'signer' | 'approver' | 'copy' | 'watcher';

/** What a signer is there for (Core Signature reference 5.4, 7.11). */
export function roleOf({ fields, isSender }: SignerRecord): SignerRole {
	if (fields.notify_only) return 'watcher';
	if (!fields.needs_to_sign) return isSender ? 'sender' : 'copy';
	return fields.approve_only ? 'approver' : 'signer';
}

const ACTING: ReadonlySet<SignerRole> = new Set(['signer', 'approver']);

export const mustAct = (signer: SignerRecord) => ACTING.has(roleOf(signer)) && signer.forwardedOn === null;

export const isPending = (signer: SignerRecord) =>
	mustAct(signer) && signer.signedOn === null && signer.declinedOn === null;

/** States in which signers may act. */
const OPEN: ReadonlySet<Status> = new Set(['se', 'vi']);
/** States before the end, in which a request can be cancelled or expire (reference 8.1, state overview). */
const UNFINISHED: ReadonlySet<Status> = new Set(['co', 'ne', 'se', 'vi']);

export const isOpen = ({ status }: DocumentRecord) => OPEN.has(status);
export const isUnfinished = ({ status }: DocumentRecord) => UNFINISHED.has(status);
export const isProcessing = ({ finishAt }: DocumentRecord) => finishAt !== null;

/** Whose turn it is: the pending signers with the lowest order; equal numbers act in parallel (reference 5.4). */
export function currentSigners({ signers }: RequestRecord): SignerRecord[] {
	const pending = signers.filter(isPending);
	const first = Math.min(...pending.map(({ fields }) => fields.order));
	return pending.filter(({ fields }) => fields.order === first);
}

export const hasTurn = (document: DocumentRecord, signer: SignerRecord) =>
	isOpen(document) && document.request !== null && currentSigners(document.request).includes(signer);

export const nameOf = ({ fields }: SignerRecord) =>
	fields.full_name || `${fields.first_name} ${fields.last_name}`.trim();

/** `Name (address)`, or the address (reference 5.4). */
export const displayNameOf = (signer: SignerRecord) => {
	const name = nameOf(signer);
	return name === '' ? signer.fields.email : `${name} (${signer.fields.email})`;
};
