import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { lookFor } from '../../shared/createOnce';
import { triggerKey } from '../../shared/deliveries';
import { Turns } from '../../shared/turns';
import { logUnread, refuseCall } from '../../shared/webhookCall';
import { provenBy } from '../callbacks/proven';
import { identityOf } from '../records/startCase';
import { findCase } from '../transport/cases';
import { WorkflowClient } from '../transport/WorkflowClient';
import type { WaitedFor } from '../records/waitedFor';
import { Called } from './Called';
import { caseEvents } from './caseEvents';
import type { Found } from './Cursor';
import { Items } from './Items';
import { readSettings, type TriggerSettings } from './settings';

/** A case stands still until its call is answered, and what comes then shows a little later (reference 6.6, 7.4). How long it is looked at, in ms. */
const LOOKING_MS = 30_000;

/** How long one request waits in all, in ms. */
const PATIENCE_MS = 8_000;

/** Calls of one case are looked into one after another. */
const turns = new Turns();

/** Cases for which a look is to come that has not begun. */
const toLookAt = new Set<string>();

/** The caller was answered, and nothing runs. */
const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

/**
 * Handles a call of a case. It is answered at once, since the case stands still until then. A callback is a hint, not the truth: whatever it says, the case that its address names is
 * read, and what is told comes from the service. Whatever it misses, the next poll finds.
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const proven = await provenBy(functions).catch((error: unknown) => logUnread(functions, error));
	if (!proven) return refuseCall(functions, 'case');
	const settings = readSettings(functions);
	if (settings.watchBy !== 'callback') return refuseCall(functions, 'case');
	functions.getResponseObject().status(202).end();
	const { named, account } = proven;
	if (settings.modelKey && named.by === 'key' && named.modelKey !== settings.modelKey) return ANSWERED;
	const about = JSON.stringify([triggerKey(functions), named]);
	// The look that is still to come sees what this call is about as well.
	if (toLookAt.has(about)) return ANSWERED;
	toLookAt.add(about);
	const client = new WorkflowClient(functions, { account, patienceMs: PATIENCE_MS });
	const look = turns.take(about, async () => {
		toLookAt.delete(about);
		return await newsOf(functions, client, settings, named);
	});
	// What goes wrong after the answer is not thrown: n8n would answer a second time. The next poll finds what is missing.
	const news = (await look.catch((error: unknown) => logUnread(functions, error))) ?? [];
	return news.length ? { ...ANSWERED, workflowData: [news.map((json) => ({ json }))] } : ANSWERED;
}

/** What is new about a case, oldest first: looked for until something is, or nothing can be. */
async function newsOf(
	functions: IWebhookFunctions,
	client: WorkflowClient,
	settings: TriggerSettings,
	named: WaitedFor,
): Promise<IDataObject[]> {
	const called = new Called(functions, settings);
	called.takeUp();
	const items = new Items(client, settings);
	let caseId: string | undefined;
	const look = async (): Promise<IDataObject[] | undefined> => {
		caseId ??= (await findCase(client, await identityOf(client, named)))?.id;
		if (caseId === undefined) return undefined;
		const since = Date.now();
		const events = await caseEvents(client, settings, caseId);
		const made = new Map<Found, IDataObject>();
		for (const found of events) {
			if (found.isOther) called.passOver(found, since);
			else if (!called.isKnown(found)) made.set(found, await items.of(found.of));
		}
		// Without a pause in between: a poll may have told the same meanwhile.
		const news = [...made].filter(([found]) => called.claim(found));
		if (news.length) called.keep(news.map(([found]) => found));
		// A case starts once, and ends once: more will never come.
		const isOver = events.some(({ of }) => 'case' in of);
		return news.length || isOver ? news.map(([, json]) => json) : undefined;
	};
	return (await lookFor(functions, look, { atOnce: true, patienceMs: LOOKING_MS })) ?? [];
}
