import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';

export type SignerRole = 'sender' | 'signer' | 'approver' | 'copy' | 'watcher';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The signers of a signature request as the service lists them, in the order of the list. */
export const signersOf = (request: unknown): IDataObject[] =>
	isRecord(request) && Array.isArray(request.signers) ? request.signers.filter(isRecord) : [];

/** What a signer is there for. The sender is a row, not an address: somebody who gets a copy may share it (reference 5.4). */
function roleOf(signer: IDataObject, isSender: boolean): SignerRole {
	if (signer.notify_only === true) return 'watcher';
	if (signer.needs_to_sign === false) return isSender ? 'sender' : 'copy';
	return signer.approve_only === true ? 'approver' : 'signer';
}

function stateOf(signer: IDataObject, role: SignerRole): string {
	if (signer.declined === true) return 'declined';
	if (signer.signed === true) return role === 'approver' ? 'approved' : 'signed';
	if (signer.forwarded === true) return 'forwarded';
	if (signer.viewed === true) return 'viewed';
	return signer.emailed === true ? 'invited' : 'waiting';
}

const actsNever = ({ needs_to_sign: signs, notify_only: watches }: IDataObject): boolean =>
	signs === false && watches !== true;

/** The sender's row: the service puts it first, and it need not act (reference 5.4). Undefined when the sender signs too, which is then the sender's only row. */
function senderOf(request: unknown): IDataObject | undefined {
	const signers = signersOf(request);
	const from = isRecord(request) ? text(request.from_email) : '';
	if (!from) return signers.slice(0, 1).find(actsNever);
	return signers
		.filter(({ email }) => sameText(email, from))
		.slice(0, 1)
		.find(actsNever);
}

/**
 * The people of a signature request in the words of business users, without the links that let one sign.
 *
 * @param request a signature request, or the one inside a document
 */
export function signerItems(request: unknown): IDataObject[] {
	const sender = senderOf(request);
	return signersOf(request).map((signer) => {
		const role = roleOf(signer, signer === sender);
		return {
			email: signer.email ?? null,
			name: personName(signer),
			role,
			order: orderOf(signer),
			state: stateOf(signer, role),
			signedAt: signer.signed_on ?? null,
			declinedAt: signer.declined_on ?? null,
			...(text(signer.message) && { reason: signer.message }),
			...(text(signer.forwarded_to_email) && { forwardedTo: signer.forwarded_to_email }),
		};
	});
}

/** When a person is asked, compared with the others. */
export const orderOf = ({ order }: IDataObject): number => Number(order) || 0;

/** How a person is called. Upstream names people by first and last name, or by `Name (address)` alone (reference 5.4). */
export function personName(signer: IDataObject): string {
	const parts = [text(signer.first_name), text(signer.last_name)].filter(Boolean);
	return (
		text(signer.full_name) || parts.join(' ') || text(signer.display_name).replace(/ \([^)]*@[^)]*\)$/, '')
	);
}

const plain = (value: unknown): string =>
	typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() : '';

/** Whether two names or addresses are the same, as people read them. Nothing is the same as nothing. */
export const sameText = (one: unknown, other: unknown): boolean =>
	plain(one) !== '' && plain(one) === plain(other);

/** Whether a person signs or approves. */
export const isActing = ({ needs_to_sign: signs, notify_only: watches }: IDataObject): boolean =>
	signs !== false && watches !== true;

/** Whether a person still has to sign or approve. */
export const hasToAct = (signer: IDataObject): boolean =>
	isActing(signer) && [signer.signed, signer.declined, signer.forwarded].every((done) => done !== true);
