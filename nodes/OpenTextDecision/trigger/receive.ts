import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parseLinkKey } from '../../shared/linkKey';
import { refuseCall } from '../../shared/webhookCall';
import { parseCallback, type Callback } from '../../OpenTextCoreSignature/callbacks/callback';
import { readOrCallAgain } from '../../OpenTextCoreSignature/callbacks/lasting';
import { tellOnce } from '../../OpenTextCoreSignature/callbacks/news';
import { PATIENCE_MS, provenBy } from '../../OpenTextCoreSignature/callbacks/proven';
import { TELLING_EVENTS } from '../ways/signature/happened';
import { lookWhenAlone } from './looking';
import { servicesOf } from './services';
import { readSettings, type TriggerSettings } from './settings';
import { Teller } from './Teller';
import { toOutputs } from './told';

/** Nothing to run; n8n answers the sender with 200. */
const NOTHING: IWebhookResponseData = {};

/**
 * Handles one callback of Core Signature: looks at once at the question whose document it names, as a poll does. The callback is a hint; what is told comes from the services (Core
 * Signature reference 6.4). Whatever it misses, the next poll finds: a document that is none of ours costs no request, and what can never be read is left to the poll to tell.
 *
 * @throws NodeApiError when a service does not answer just now; n8n then answers 500, and Core Signature calls again (reference 6.2)
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const signer = await provenBy(functions);
	if (!signer) return refuseCall(functions, 'webhook');
	const settings = readSettings(functions);
	const callback = parseCallback(functions.getBodyData());
	const question = callback && questionOf(callback, settings);
	if (!callback || !question) return NOTHING;
	const services = servicesOf(functions, { signer, patienceMs: PATIENCE_MS });
	const { hash } = await services.store.store();
	if (question.storeHash !== hash) return NOTHING;
	const teller = new Teller(functions, services, settings);
	const looked = await tellOnce(
		functions,
		callback.id,
		async () => await readOrCallAgain(async () => await lookWhenAlone(functions, teller, question.linkKey)),
	);
	// That an object is gone is told by the poll, which keeps in mind of which it was told.
	if (!looked || 'unread' in looked || looked.value.isGone) return NOTHING;
	const workflowData = toOutputs(looked.value.told ?? []);
	return workflowData ? { workflowData } : NOTHING;
}

/** The question that a callback may be about, when it is one of this trigger's. */
function questionOf(
	{ type: event, externalId: linkKey = '' }: Callback,
	{ type, purpose }: TriggerSettings,
): { linkKey: string; storeHash: string } | undefined {
	const key = TELLING_EVENTS.includes(event) ? parseLinkKey(linkKey) : undefined;
	if (key?.purpose !== purpose || key.objectType !== type.value) return undefined;
	return { linkKey, storeHash: key.storeHash };
}
