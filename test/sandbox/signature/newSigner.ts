import { randomBytes } from 'node:crypto';

import { readFields } from './fieldTypes';
import { SIGNER_FIELDS, type SignerFields } from './fields';
import type { SignerRecord } from './types';

/** A signer who has not seen anything yet. */
export const newSigner = (fields: SignerFields, isSender = false): SignerRecord => ({
	token: randomBytes(24).toString('base64url'),
	fields,
	isSender,
	emailed: false,
	emailViewed: false,
	viewed: false,
	signedOn: null,
	signedName: null,
	declinedOn: null,
	message: null,
	downloaded: false,
	forwardedOn: null,
	forwardedTo: null,
	forwardedReason: null,
});

/** Fields of a signer of whom nothing but this is known. */
export const signerFields = (known: Partial<SignerFields>): SignerFields => readFields(SIGNER_FIELDS, known);
