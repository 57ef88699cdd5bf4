import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import { CREDENTIAL } from '../transport/SignatureClient';

type TriggerFunctions = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** What the user set on the trigger. */
export interface TriggerSettings {
	/** By the service's names. */
	eventTypes: string[];
	fullDocument: boolean;
	simplify: boolean;
	/** Empty for all documents. */
	externalIdPrefix: string;
	sweep: boolean;
	overlapMs: number;
	lookBackMs: number;
}

const MINUTE_MS = 60_000;

/** How the service spells event types (reference 5.11). */
const EVENT_TYPE = /^[a-z][a-z0-9_.]*$/;

/** @throws NodeOperationError when no event type is chosen, or one of the further ones is not one */
export function readSettings(functions: TriggerFunctions): TriggerSettings {
	const chosen: unknown = functions.getNodeParameter('eventTypes', []);
	const entered: unknown = functions.getNodeParameter('options', {});
	const options = isRecord(entered) ? entered : {};
	const further = String(options.furtherEventTypes ?? '')
		.split(/[\s,]+/)
		.filter(Boolean);
	const wrong = further.find((eventType) => !EVENT_TYPE.test(eventType));
	if (wrong) {
		throw operationError(functions.getNode(), {
			what: `"${wrong}" is not an event type`,
			next: 'Write it as the service does, for example signrequest_received.',
		});
	}
	const eventTypes = [...new Set([...(Array.isArray(chosen) ? chosen.map(String) : []), ...further])];
	if (!eventTypes.length) {
		throw operationError(functions.getNode(), {
			what: 'No event type is chosen',
			next: 'Choose at least one event type in the trigger.',
		});
	}
	return {
		eventTypes,
		fullDocument: functions.getNodeParameter('fullDocument', true) === true,
		simplify: functions.getNodeParameter('simplify', true) === true,
		externalIdPrefix: String(options.externalIdPrefix ?? '').trim(),
		sweep: options.sweep !== false,
		overlapMs: Number(options.overlapMinutes ?? 5) * MINUTE_MS,
		lookBackMs: Number(options.lookBackHours ?? 0) * 60 * MINUTE_MS,
	};
}

/** The secrets of the credential; they stay inside trigger/. */
export async function readSecrets(
	functions: TriggerFunctions,
): Promise<{ clientSecret: string; callbackKey: string }> {
	const { clientSecret, callbackSecret } = await functions.getCredentials(CREDENTIAL);
	return { clientSecret: String(clientSecret ?? ''), callbackKey: String(callbackSecret ?? '').trim() };
}
