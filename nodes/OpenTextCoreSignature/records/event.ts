import { choice, text as textField } from '../../shared/record/field';
import { fieldsIn, type Given } from '../../shared/record/given';
import type { ListTable } from '../../shared/record/listing';
import { either, flag, object, orNull, text, whole } from '../../shared/shape';
import { idOfUrl } from '../transport/replies';
import { personName, SIGNER } from '../transport/signers';
import { EVENT_TYPE_OPTIONS } from './eventTypes';
import { DOCUMENT_LOCATOR, EXTERNAL_ID } from './document';

/** What is looked at of an event (reference 5.8). Its id is text, and a number in older forms of the service (reference 4.6). */
const EVENT = {
	uuid: either(text, whole),
	event_type: text,
	status: text,
	timestamp: text,
	delivered: flag,
	delivered_on: text,
	callback_status_code: whole,
	document: object({ uuid: text, url: text, name: text, external_id: text }),
	signer: object(SIGNER),
};

const item = (row: Given) => {
	const { uuid, document, signer, ...event } = fieldsIn(EVENT, row);
	return {
		eventId: uuid === undefined ? null : String(uuid),
		eventType: event.event_type ?? null,
		failed: event.status === 'error',
		happenedAt: event.timestamp ?? null,
		documentId: document?.uuid ?? idOfUrl(document?.url) ?? null,
		documentName: document?.name ?? null,
		externalId: document?.external_id ?? null,
		signerEmail: signer?.email ?? null,
		signerName: (signer && personName(signer)) || null,
		delivered: event.delivered ?? null,
		deliveredAt: event.delivered_on ?? null,
		callbackStatus: event.callback_status_code ?? null,
	};
};

const delivered = choice(
	'Delivered',
	'Whether a callback was answered well',
	[
		{ name: 'No', value: 'false' },
		{ name: 'Yes', value: 'true' },
	],
	{ default: 'false' },
);

const typeNames = EVENT_TYPE_OPTIONS.map(({ name, value }) => ({ name, value }));

/**
 * What the event log can be asked for, and what it gives (reference 4.6). `timestamp` and `delivered_on` are left out, as `created` of documents is, and the state of the document, which
 * the list of documents tells.
 */
export const events = {
	words: 'events',
	properties: {
		eventId: orNull(text),
		eventType: orNull(text),
		failed: flag,
		happenedAt: orNull(text),
		documentId: orNull(text),
		documentName: orNull(text),
		externalId: orNull(text),
		signerEmail: orNull(text),
		signerName: orNull(text),
		delivered: orNull(flag),
		deliveredAt: orNull(text),
		callbackStatus: orNull(whole),
	},
	item,
	filters: {
		delivered,
		document__external_id: textField('External ID', '', { name: 'externalId', like: EXTERNAL_ID.like }),
		document__uuid: textField('Document ID', '', { name: 'documentId', like: DOCUMENT_LOCATOR.like }),
		event_type: choice('Event Type', '', typeNames, { name: 'eventType', default: 'signed' }),
	},
} satisfies ListTable;
