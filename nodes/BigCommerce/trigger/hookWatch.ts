import { NodeHelpers, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { StoreClient } from '../transport/StoreClient';
import { hookSecret, SECRET_HEADER } from './hookSecret';
import type { IdleTimes } from './idleCost';
import { EXCEPTION_SCOPE, HOOKS, hookWrite } from './registration';
import { isCovered } from './scopes';
import { readSecrets, type TriggerSettings } from './settings';
import type { Sweeping } from './sweeping';
import { isSwept } from './sweptRecords';

/** By what a hook is told, and known to be ours. */
const HOOK = {
	properties: {
		id: is.whole,
		scope: is.text,
		destination: is.text,
		is_active: is.flag,
		headers: is.object({ [SECRET_HEADER]: is.text }),
	},
};

type Hook = RecordOf<typeof HOOK>;

/** As BigCommerce numbers it: the repetitions are used up, and the hook is switched off (reference 12.6). */
const SWITCHED_OFF = 90002;

/**
 * When the hooks of a trigger were looked at last, or it began: publishing looks at them itself. In ms since 1970, in n8n's static data, which n8n saves after the first poll of a
 * process: one that is restarted more often than it looks would else never look. A time of the future is none.
 */
function lookedAt(functions: IPollFunctions): number | undefined {
	const { hooksLookedAt: at } = functions.getWorkflowStaticData('node');
	return typeof at === 'number' && at <= Date.now() ? at : undefined;
}

const noteLook = (functions: IPollFunctions): void => {
	functions.getWorkflowStaticData('node').hooksLookedAt = Date.now();
};

/** Whether something that is chosen could get lost without a sweep finding it. @param hasEdition whether B2B Edition can be swept */
export const isBlind = ({ sweep, scopes }: TriggerSettings, hasEdition: boolean): boolean =>
	!sweep || !scopes.every((scope) => isSwept(scope, hasEdition));

/**
 * Whether it is time to look whether the store still delivers: a sweep that finds something says that it may not; else where no sweep would find what is lost.
 *
 * @param found whether sweeps told something
 * @param times how often it looks
 */
export function isToWatch(functions: IPollFunctions, found: boolean, { lookMs }: IdleTimes): boolean {
	const last = lookedAt(functions);
	if (last === undefined && lookMs !== undefined) noteLook(functions);
	return found || (lookMs !== undefined && Date.now() - (last ?? Date.now()) >= lookMs);
}

/**
 * Switches hooks of this trigger on again that the store has switched off, because deliveries failed for two days or none came for ninety (reference 12.1, 12.6).
 *
 * @returns an alarm for each, where delivery exceptions are among the chosen scopes
 * @throws NodeApiError when the store refuses
 */
export async function watchHooks({ functions, client, settings }: Sweeping): Promise<INodeExecutionData[]> {
	const { accessToken } = await readSecrets(client.account);
	const rows = await client.list({
		path: HOOKS,
		query: { is_active: false },
		subject: { name: 'the list of webhooks' },
	});
	const { hash: storeHash } = await client.store();
	const items: INodeExecutionData[] = [];
	for (const hook of rows.map((row: Given) => readAs(HOOK, row))) {
		const ours = oursIn(functions, hook, accessToken);
		if (!ours || !isCovered(ours.scope, settings.scopes)) continue;
		await reactivate(client, hook, ours);
		functions.logger.warn(
			`BigCommerce had switched off the webhook for ${ours.scope}; it is switched on again`,
		);
		if (isCovered(EXCEPTION_SCOPE, settings.scopes)) items.push({ json: alarmOf(hook, storeHash) });
	}
	noteLook(functions);
	return items;
}

/** What a hook of the published trigger is written with again; undefined for one that works, or is not its own. */
function oursIn(functions: IPollFunctions, hook: Hook, accessToken: string) {
	const { id, scope, destination = '', is_active: isActive, headers } = hook;
	if (isActive !== false || !id || scope === undefined || !URL.canParse(destination)) return undefined;
	const { origin, pathname } = new URL(destination);
	const secret = hookSecret(accessToken, `${origin}${pathname}`);
	const isOurs = isPathOf(functions, pathname) && isRecord(headers) && headers[SECRET_HEADER] === secret;
	return isOurs ? { scope, destination, secret } : undefined;
}

/** n8n tells a poll no address; the end of it is the node's own. That of a test that listens ends alike, below another word. */
function isPathOf(functions: IPollFunctions, pathname: string): boolean {
	const path = NodeHelpers.getNodeWebhookPath(
		String(functions.getWorkflow().id),
		functions.getNode(),
		'webhook',
	);
	return pathname.endsWith(`/${path}`) && !pathname.endsWith(`-test/${path}`);
}

const reactivate = async (
	client: StoreClient,
	{ id }: Hook,
	ours: { scope: string; destination: string; secret: string },
) => await client.request(hookWrite('PUT', `${HOOKS}/${id}`, ours));

/** As BigCommerce tells it (reference 12.6), and what became of it. */
const alarmOf = ({ id, scope }: Hook, storeHash: string): IDataObject => ({
	source: 'sweep',
	event: EXCEPTION_SCOPE,
	occurredAt: new Date().toISOString(),
	storeHash,
	data: {
		type: 'webhook',
		id,
		error_code: SWITCHED_OFF,
		message: `The webhook for ${scope} was switched off, and is switched on again`,
	},
	hook: { id, scope, is_active: true },
});
