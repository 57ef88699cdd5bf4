import { personName, type Signer, type SignRequest } from '../transport/signers';

export type SignerRole = 'sender' | 'signer' | 'approver' | 'copy' | 'watcher';

/** What a signer is there for. The sender is a row, not an address: somebody who gets a copy may share it (reference 5.4). */
function roleOf(signer: Signer, isSender: boolean): SignerRole {
	if (signer.notify_only) return 'watcher';
	if (signer.needs_to_sign === false) return isSender ? 'sender' : 'copy';
	return signer.approve_only ? 'approver' : 'signer';
}

function stateOf(signer: Signer, role: SignerRole): string {
	if (signer.declined) return 'declined';
	if (signer.signed) return role === 'approver' ? 'approved' : 'signed';
	if (signer.forwarded) return 'forwarded';
	if (signer.viewed) return 'viewed';
	return signer.emailed ? 'invited' : 'waiting';
}

const actsNever = ({ needs_to_sign: signs, notify_only: watches }: Signer): boolean =>
	signs === false && !watches;

/** The sender's row: the service puts it first, and it need not act (reference 5.4). Undefined when the sender signs too, which is then the sender's only row. */
function senderOf({ from_email: from, signers = [] }: SignRequest): Signer | undefined {
	const rows = from ? signers.filter(({ email }) => sameText(email, from)) : signers;
	return rows.slice(0, 1).find(actsNever);
}

/**
 * The people of a signature request in the words of business users, without the links that let one sign.
 *
 * @param request a signature request, or the one inside a document
 */
export const signerItems = (request?: SignRequest) => {
	const sender = request && senderOf(request);
	return (request?.signers ?? []).map((signer) => {
		const role = roleOf(signer, signer === sender);
		return {
			email: signer.email ?? null,
			name: personName(signer),
			role,
			order: signer.order ?? 0,
			state: stateOf(signer, role),
			signedAt: signer.signed_on ?? null,
			declinedAt: signer.declined_on ?? null,
			...(signer.message && { reason: signer.message }),
			...(signer.forwarded_to_email && { forwardedTo: signer.forwarded_to_email }),
		};
	});
};

export type SignerItem = ReturnType<typeof signerItems>[number];

const plain = (value: unknown): string =>
	typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() : '';

/** Whether two names or addresses are the same, as people read them. Nothing is the same as nothing. */
export const sameText = (one: unknown, other: unknown): boolean =>
	plain(one) !== '' && plain(one) === plain(other);

/** Whether a person signs or approves. */
export const isActing = ({ needs_to_sign: signs, notify_only: watches }: Signer): boolean =>
	signs !== false && !watches;

/** Whether a person still has to sign or approve. */
export const hasToAct = (signer: Signer): boolean =>
	isActing(signer) && !signer.signed && !signer.declined && !signer.forwarded;
