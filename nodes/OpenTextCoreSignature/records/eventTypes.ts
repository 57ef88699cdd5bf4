import type { INodePropertyOptions } from 'n8n-workflow';
import { compareNames } from '../../shared/compareNames';

/**
 * What can happen to a document, in plain words (reference 5.11). Only `signed` was seen on Core Signature itself; the others come from SignRequest. Events of accounts
 * (sign-ins, requests that arrive for oneself) are left to *Further Event Types*.
 */
const EVENT_TYPES: Readonly<Record<string, { name: string; description: string }>> = {
	cancelled: { name: 'Cancelled', description: 'The sender called the request off' },
	convert_error: { name: 'Conversion Failed', description: 'No PDF could be made of the upload' },
	converted: { name: 'Converted', description: 'The PDF of the upload is ready' },
	declined: { name: 'Declined', description: 'A signer refused, which ends the request' },
	downloaded: {
		name: 'Downloaded',
		description: 'The document was downloaded; it is not certain that the service calls for this one',
	},
	expired: { name: 'Expired', description: 'The days to sign ran out' },
	sending_error: { name: 'Sending Failed', description: 'The request could not be sent' },
	sent: { name: 'Sent', description: 'The request was sent' },
	signed: { name: 'Signed by Everybody', description: 'All signers are done, and the PDF is ready' },
	signer_downloaded: { name: 'Signer Downloaded', description: 'A signer downloaded the document' },
	signer_email_bounced: {
		name: 'Signer E-Mail Bounced',
		description: 'The invitation could not be delivered',
	},
	signer_forwarded: { name: 'Signer Forwarded', description: 'A signer handed the task to somebody else' },
	signer_signed: { name: 'Signer Signed', description: 'One of the signers is done' },
	signer_viewed: { name: 'Signer Viewed Document', description: 'A signer opened the document' },
	signer_viewed_email: { name: 'Signer Viewed E-Mail', description: 'A signer opened the invitation' },
	viewed: {
		name: 'Viewed',
		description: 'The document was viewed; it is not certain that the service calls for this one',
	},
};

/** Every event type for the drop-down, by name. */
export const EVENT_TYPE_OPTIONS: INodePropertyOptions[] = Object.entries(EVENT_TYPES)
	.map(([value, words]) => ({ ...words, value }))
	.sort((a, b) => compareNames(a.name, b.name));

/** Whether an event is known to be about a document, so that one without was deleted. */
export const isAboutDocument = (eventType: string): boolean => Object.hasOwn(EVENT_TYPES, eventType);
