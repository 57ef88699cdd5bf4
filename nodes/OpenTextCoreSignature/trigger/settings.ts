import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readField } from '../../shared/enteredFields';
import { operationError, type Advice } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import { Values } from '../../shared/values';
import { OPTION_FIELDS } from './description';

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

/**
 * The options that were entered, each read by the kind of its field. What was added and left blank is left out.
 *
 * @throws what `refuse` makes for a value that does not fit, and for an expression that came to nothing
 */
function readOptions(values: Values, entered: unknown, refuse: (advice: Advice) => Error) {
	const options = isRecord(entered) ? entered : {};
	const given = OPTION_FIELDS.filter(({ name }) => options[name] !== undefined && options[name] !== '');
	return Object.fromEntries(
		given.map((field) => {
			if (options[field.name] !== null) return [field.name, readField(values, options[field.name], field)];
			throw refuse({
				what: `${field.displayName} is empty`,
				next: 'Remove it from Options, or check the expression that should fill it.',
			});
		}),
	);
}

/** @throws NodeOperationError when no event type is chosen, or a value is not what its field takes */
export function readSettings(functions: TriggerFunctions): TriggerSettings {
	const refuse = (advice: Advice) => operationError(functions.getNode(), advice);
	const values = new Values(refuse, () => functions.getTimezone() || 'utc');
	const options = readOptions(values, functions.getNodeParameter('options', {}), refuse);
	const further = String(options.furtherEventTypes ?? '').split(/[\s,]+/);
	const chosen = values.list(functions.getNodeParameter('eventTypes', []), 'Event Types');
	const eventTypes = [...new Set([...chosen, ...further.filter(Boolean)])];
	const wrong = eventTypes.find((eventType) => !EVENT_TYPE.test(eventType));
	if (wrong) {
		throw refuse({
			what: `"${wrong}" is not an event type`,
			next: 'Write it as the service does, for example signrequest_received.',
		});
	}
	if (!eventTypes.length) {
		throw refuse({
			what: 'No event type is chosen',
			next: 'Choose at least one event type in the trigger.',
		});
	}
	return {
		eventTypes,
		fullDocument: values.flag(functions.getNodeParameter('fullDocument', true), 'Full Document'),
		simplify: values.flag(functions.getNodeParameter('simplify', true), 'Simplify'),
		externalIdPrefix: String(options.externalIdPrefix ?? ''),
		sweep: options.sweep !== false,
		overlapMs: Number(options.overlapMinutes ?? 5) * MINUTE_MS,
		lookBackMs: Number(options.lookBackHours ?? 0) * 60 * MINUTE_MS,
	};
}
