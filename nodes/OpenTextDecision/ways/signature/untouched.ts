import { hasToAct, isActing } from '../../../OpenTextCoreSignature/records/signers';
import { readDocument, requestIdOf, type Document } from '../../../OpenTextCoreSignature/transport/documents';
import type { SignatureClient } from '../../../OpenTextCoreSignature/transport/SignatureClient';
import { isTelling, outcomeOf } from '../../../OpenTextCoreSignature/transport/statuses';

/** Whether it was sent, and nobody has done anything with it that could be told: an unknown status tells nothing (Core Signature reference 5.10). */
const isUntouched = (document: Document): boolean =>
	isTelling(document) &&
	outcomeOf(document) === 'pending' &&
	(document.signrequest?.signers ?? []).filter(isActing).every(hasToAct);

/**
 * Those of many questions about which the list of documents says that nobody has answered yet: 100 of them cost one call, where looking at each costs one or more. Never more pages are
 * read than there are questions, newest first; what is not found there is not among them, and has to be looked at. A mail that came back is told by the log alone.
 *
 * @param keys link keys of the questions
 * @param stopAt when the time is up, in ms since 1970
 * @throws NodeApiError when the service does not answer
 */
export async function untouchedOf(
	client: SignatureClient,
	keys: ReadonlySet<string>,
	stopAt: number,
): Promise<ReadonlySet<string>> {
	const untouched = new Set<string>();
	if (!keys.size) return untouched;
	const left = new Set(keys);
	let pages = 0;
	for await (const rows of client.pages({ path: '/documents/', subject: 'the list of documents' })) {
		for (const document of rows.map(readDocument)) {
			const key = document.external_id ?? '';
			// Of several with one link key, the newest that was sent counts, as everywhere.
			if (requestIdOf(document) === undefined || !left.delete(key)) continue;
			if (isUntouched(document)) untouched.add(key);
		}
		pages += 1;
		if (!left.size || pages >= keys.size || Date.now() > stopAt) break;
	}
	return untouched;
}
