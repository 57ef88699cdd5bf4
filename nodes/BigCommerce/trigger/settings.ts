import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import { CREDENTIAL } from '../transport/StoreClient';

type TriggerFunctions = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** What the user set on the trigger. */
export interface TriggerSettings {
	scopes: string[];
	fullRecord: boolean;
	ignoreOwnWrites: boolean;
	acceptUnsigned: boolean;
	sweep: boolean;
	overlapMs: number;
	lookBackMs: number;
}

const MINUTE_MS = 60_000;

const SCOPE = /^store\/[\w*-]+(\/[\w*-]+)+$/;

/** @throws NodeOperationError when no event is chosen, or one of the further scopes is not one */
export function readSettings(functions: TriggerFunctions): TriggerSettings {
	const chosen: unknown = functions.getNodeParameter('scopes', []);
	const entered: unknown = functions.getNodeParameter('options', {});
	const options = new Map<string, unknown>(Object.entries(entered ?? {}));
	const further = String(options.get('furtherScopes') ?? '')
		.split(/[\s,]+/)
		.filter(Boolean);
	const wrong = further.find((scope) => !SCOPE.test(scope));
	if (wrong) {
		throw operationError(functions.getNode(), {
			what: `"${wrong}" is not a webhook scope`,
			next: 'Write it as BigCommerce does, for example store/channel/2/order/created.',
		});
	}
	const scopes = [...new Set([...(Array.isArray(chosen) ? chosen.map(String) : []), ...further])];
	if (!scopes.length) {
		throw operationError(functions.getNode(), {
			what: 'No scope is chosen',
			next: 'Choose at least one scope in the trigger.',
		});
	}
	return {
		scopes,
		fullRecord: functions.getNodeParameter('fullRecord', true) === true,
		ignoreOwnWrites: options.get('ignoreOwnWrites') !== false,
		acceptUnsigned: options.get('acceptUnsigned') === true,
		sweep: options.get('sweep') !== false,
		overlapMs: Number(options.get('overlapMinutes') ?? 5) * MINUTE_MS,
		lookBackMs: Number(options.get('lookBackHours') ?? 0) * 60 * MINUTE_MS,
	};
}

/** The secrets of the credential; they stay inside trigger/. */
export async function readSecrets(
	functions: TriggerFunctions,
): Promise<{ accessToken: string; clientSecret: string }> {
	const { accessToken, clientSecret } = await functions.getCredentials(CREDENTIAL);
	return { accessToken: String(accessToken ?? ''), clientSecret: String(clientSecret ?? '') };
}
