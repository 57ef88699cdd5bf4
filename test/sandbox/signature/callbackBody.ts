import { createHmac } from 'node:crypto';

import omit from 'lodash/omit';

import type { Presenter } from './present';
import type { Switches } from './switches';
import type { EventRecord } from './types';

/** Name of the API token whose key signs (Core Signature reference 6.3, 6.4). */
const TOKEN_NAME = 'Sandbox callbacks';

/**
 * `event_hash` of a callback, as SignRequest makes it (reference 6.4).
 * @param time Unix seconds as text
 * @returns lower-case hex
 */
export const eventHash = (key: string, time: string, eventType: string): string =>
	createHmac('sha256', key).update(`${time}${eventType}`).digest('hex');

const ONLY_IN_THE_LOG = ['delivered', 'delivered_on', 'callback_status_code'] as const;

/** What a callback holds (reference 6.3): the event with its document as it stands now, without the document's address. */
export function callbackBody(presenter: Presenter, event: EventRecord, switches: Switches) {
	const { document, ...shown } = omit(presenter.event(event), ONLY_IN_THE_LOG);
	const { url, ...withoutUrl } = document ?? {};
	const time = String(Math.floor(event.at / 1000));
	const { callbackKey, documentUrlInCallbacks } = switches;
	const signed =
		callbackKey === null
			? {}
			: { token_name: TOKEN_NAME, event_hash: eventHash(callbackKey, time, event.eventType) };
	return {
		...shown,
		document: document === null ? null : documentUrlInCallbacks ? { url, ...withoutUrl } : withoutUrl,
		event_time: time,
		...signed,
	};
}

export const CALLBACK_HEADERS = {
	'content-type': 'application/json',
	accept: '*/*',
	'user-agent': 'core-signature-sandbox',
};
