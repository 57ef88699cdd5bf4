import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Account } from '../../shared/account';
import { operationError, type Advice } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import { Values } from '../../shared/values';
import { FACT_VALUES } from '../records/facts/factsField';
import { filtersIn, type Filters } from './filters';
import { CHANNEL_ID, inChannels } from './scopes';

type TriggerFunctions = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** What the user set on the trigger. */
export interface TriggerSettings {
	/** As BigCommerce takes them: those of single channels once for each channel. */
	scopes: string[];
	filters: Filters;
	fullRecord: boolean;
	ignoreOwnWrites: boolean;
	acceptUnsigned: boolean;
	sweep: boolean;
	/** Groups of facts that orders are told with. */
	facts: string[];
	overlapMs: number;
	lookBackMs: number;
}

const MINUTE_MS = 60_000;

const SCOPE = /^store\/[\w*-]+(\/[\w*-]+)+$/;

const added = (functions: TriggerFunctions, name: string): Readonly<Record<string, unknown>> => {
	const entered: unknown = functions.getNodeParameter(name, {});
	return isRecord(entered) ? entered : {};
};

/** @throws NodeOperationError when no event is chosen, one of the further scopes is not one, or an option holds what it cannot mean */
export function readSettings(functions: TriggerFunctions): TriggerSettings {
	const refuse = (advice: Advice) => operationError(functions.getNode(), advice);
	const values = new Values(refuse, () => functions.getTimezone() || 'utc');
	const options = added(functions, 'options');
	const flag = (value: unknown, label: string, fallback: boolean) =>
		value === undefined ? fallback : values.flag(value, label);
	const count = (value: unknown, label: string, fallback: number) =>
		value === undefined ? fallback : values.number(value, label, { least: 0 });
	const further = values
		.text(options.furtherScopes, 'Further Scopes')
		.split(/[\s,]+/)
		.filter(Boolean);
	const wrong = further.find((scope) => !SCOPE.test(scope));
	if (wrong) {
		throw refuse({
			what: `"${wrong}" is not a webhook scope`,
			next: 'Write it as BigCommerce does, for example store/channel/2/order/created.',
		});
	}
	const chosen = [...values.list(functions.getNodeParameter('scopes', []), 'Scopes'), ...further];
	if (!chosen.length) {
		throw refuse({ what: 'No scope is chosen', next: 'Choose at least one scope in the trigger.' });
	}
	const filters = filtersIn(values, added(functions, 'filters'));
	const ofOneChannel = chosen.find((scope) => scope.includes(CHANNEL_ID));
	if (ofOneChannel && !filters.channels.length) {
		throw refuse({
			what: `"${ofOneChannel}" is told of single channels, and none is chosen`,
			next: 'Choose the channels under Filters in the trigger.',
		});
	}
	const scopes = [...new Set(inChannels(chosen, filters.channels))];
	const facts = values.list(options.facts, 'Add Facts', FACT_VALUES);
	const fullRecord = flag(functions.getNodeParameter('fullRecord', true), 'Full Record', true);
	return {
		scopes,
		filters,
		facts,
		// Facts are worked out of it, and who wrote a message stands in the message.
		fullRecord: fullRecord || facts.length > 0 || filters.fromShoppersOnly,
		ignoreOwnWrites: flag(options.ignoreOwnWrites, 'Ignore Own Writes', true),
		acceptUnsigned: flag(options.acceptUnsigned, 'Accept Unsigned Deliveries', false),
		sweep: flag(options.sweep, 'Catch-Up Sweep', true),
		overlapMs: count(options.overlapMinutes, 'Overlap (Minutes)', 5) * MINUTE_MS,
		lookBackMs: count(options.lookBackHours, 'Look Back (Hours)', 0) * 60 * MINUTE_MS,
	};
}

/** The secrets of the credential; they stay inside trigger/. */
export interface Secrets {
	accessToken: string;
	/** Empty where there is none. */
	clientSecret: string;
}

export async function readSecrets(account: Account): Promise<Secrets> {
	const { accessToken, clientSecret } = await account.read();
	return { accessToken: String(accessToken ?? ''), clientSecret: String(clientSecret ?? '') };
}
