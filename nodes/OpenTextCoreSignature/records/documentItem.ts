import { requestIdOf, type Document } from '../transport/documents';
import { isOver, outcomeOf, statusName } from '../transport/statuses';
import { signerItems, type SignerItem } from './signers';

/**
 * What every operation gives out about a document, in the words of business users. Download links are left out: they are secrets for five minutes and dead afterwards
 * (reference 8, point 5).
 */
export function documentItem(document: Document) {
	const outcome = outcomeOf(document);
	const signers = signerItems(document.signrequest);
	return {
		documentId: document.uuid ?? null,
		documentUrl: document.url ?? null,
		requestId: requestIdOf(document) ?? null,
		externalId: document.external_id ?? null,
		name: document.name ?? null,
		status: statusName(document.status),
		statusCode: document.status ?? null,
		outcome,
		final: isOver(document),
		processing: document.processing === true,
		decidedAt: decidedAt(signers),
		...(outcome === 'declined' && { reason: reasonOf(signers) }),
		expiresAt: document.auto_expire_after ?? null,
		documentHash: document.security_hash ?? null,
		signingLogHash: document.signing_log?.security_hash ?? null,
		signers,
	};
}

/** The words of whoever declined. */
const reasonOf = (signers: SignerItem[]): string | null =>
	signers.find(({ state, reason }) => state === 'declined' && reason)?.reason ?? null;

/** When the last person acted. ISO times of one zone sort as text. */
function decidedAt(signers: SignerItem[]): string | null {
	const times = signers
		.flatMap(({ signedAt, declinedAt }) => [signedAt, declinedAt])
		.filter((time) => time !== null)
		.sort();
	return times.at(-1) ?? null;
}
