import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';

export type SignerRole = 'sender' | 'signer' | 'approver' | 'copy' | 'watcher';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The signers of a signature request as the service lists them, in the order of the list. */
export const signersOf = (request: unknown): IDataObject[] =>
	isRecord(request) && Array.isArray(request.signers) ? request.signers.filter(isRecord) : [];

/**
 * What a signer is there for. The service puts the sender first, who need not sign (reference 5.4).
 *
 * @param senderEmail `from_email` of the request
 */
function roleOf(signer: IDataObject, senderEmail: string): SignerRole {
	if (signer.notify_only === true) return 'watcher';
	if (signer.needs_to_sign === false) {
		return senderEmail && text(signer.email).toLowerCase() === senderEmail.toLowerCase() ? 'sender' : 'copy';
	}
	return signer.approve_only === true ? 'approver' : 'signer';
}

function stateOf(signer: IDataObject, role: SignerRole): string {
	if (signer.declined === true) return 'declined';
	if (signer.signed === true) return role === 'approver' ? 'approved' : 'signed';
	if (signer.forwarded === true) return 'forwarded';
	if (signer.viewed === true) return 'viewed';
	return signer.emailed === true ? 'invited' : 'waiting';
}

/** The first address in the list that need not act is the sender's when the request does not name it (reference 5.4). */
const senderOf = (request: unknown): string => {
	if (isRecord(request) && text(request.from_email)) return text(request.from_email);
	const [first] = signersOf(request);
	return first?.needs_to_sign === false && first.notify_only !== true ? text(first.email) : '';
};

/**
 * The people of a signature request in the words of business users, without the links that let one sign.
 *
 * @param request a signature request, or the one inside a document
 */
export function signerItems(request: unknown): IDataObject[] {
	const sender = senderOf(request);
	return signersOf(request).map((signer) => {
		const role = roleOf(signer, sender);
		return {
			email: signer.email ?? null,
			name: text(signer.full_name) || nameOf(signer),
			role,
			order: Number(signer.order ?? 0),
			state: stateOf(signer, role),
			signedAt: signer.signed_on ?? null,
			declinedAt: signer.declined_on ?? null,
			...(text(signer.message) && { reason: signer.message }),
			...(text(signer.forwarded_to_email) && { forwardedTo: signer.forwarded_to_email }),
		};
	});
}

/** Upstream names people by first and last name, or by `Name (address)` alone (reference 5.4). */
function nameOf(signer: IDataObject): string {
	const parts = [text(signer.first_name), text(signer.last_name)].filter(Boolean);
	return parts.join(' ') || text(signer.display_name).replace(/ \([^)]*@[^)]*\)$/, '');
}
