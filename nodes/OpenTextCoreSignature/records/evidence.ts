import { flag, list, object, orNull, text, whole } from '../../shared/shape';
import { signerLine } from './signer';

export const COLLECTED = object({
	version: whole,
	collectedAt: text,
	linkKey: orNull(text),
	documentId: text,
	requestId: orNull(text),
	name: orNull(text),
	outcome: text,
	signers: list(object({ ...signerLine, reason: orNull(text), required: orNull(flag) })),
	files: list(
		object({
			item: text,
			fileName: text,
			mimeType: text,
			bytes: whole,
			sha256: text,
			serviceHashMatches: orNull(flag),
		}),
	),
	snapshot: orNull(object({ sha256: text, value: object() })),
	seal: text,
	manifestSha256: text,
});

export const VERIFIED = object({
	verified: flag,
	changed: list(text),
	unchecked: list(text),
	notPdf: list(text),
	withoutServiceHash: orNull(list(text)),
	items: list(object({ item: text, sha256: text, expected: orNull(text), matches: orNull(flag) })),
	linkKey: orNull(text),
	documentId: orNull(text),
	outcome: orNull(text),
	collectedAt: orNull(text),
	manifestSha256: text,
});
