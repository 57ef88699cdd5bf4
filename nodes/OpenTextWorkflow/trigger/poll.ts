import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { Account } from '../../shared/account';
import type { ClientOptions } from '../../shared/clientOptions';
import { pollBudgetMs } from '../../shared/pollBudget';
import { CREDENTIAL, WorkflowClient } from '../transport/WorkflowClient';
import { Cursor, type Found } from './Cursor';
import { Items } from './Items';
import { newest, readEvents } from './readEvents';
import { readSettings } from './settings';

/** The share of n8n's budget in which a poll reads: what is read after n8n gave up would count as told and reach nobody. */
const SHARE = 0.75;

/** How long one request waits in all, in ms: not so long that one record that cannot be read leaves no time for the others, nor so short that it does not wait for its turn. */
const PATIENCE_MS = { least: 5_000, most: 20_000 } as const;

/**
 * Looks for what happened since the last poll. The cursor moves only by times that the service returned, and each poll looks back a little, because the history
 * may show a record late (reference 7.4).
 *
 * @returns what is new, oldest first; null when nothing is
 * @throws NodeApiError when the service does not answer; the cursor stays
 */
export async function poll(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const stopAt = Date.now() + SHARE * pollBudgetMs(functions);
	const settings = readSettings(functions);
	const options: ClientOptions = {
		account: new Account(functions, CREDENTIAL),
		get patienceMs() {
			return Math.max(PATIENCE_MS.least, Math.min(PATIENCE_MS.most, stopAt - Date.now()));
		},
	};
	const client = new WorkflowClient(functions, options);
	const items = new Items(client, settings);
	if (functions.getMode() === 'manual') {
		const { found } = await newest(client, settings);
		return found ? [[{ json: await items.of(found.of) }]] : null;
	}
	const cursor = new Cursor(functions.getWorkflowStaticData('node'), settings.overlapMs);
	if (cursor.start === undefined) {
		cursor.start = (await newest(client, settings)).now - settings.lookBackMs;
		if (!settings.lookBackMs) return null;
	}
	const { events, clock } = await readEvents(client, settings, cursor.since(cursor.start));
	const seen: Found[] = [];
	const made = new Map<Found, IDataObject>();
	for (const found of events) {
		// The rest of a large backlog is left to the next poll: records come in order, so the cursor is true.
		if (Date.now() > stopAt) break;
		seen.push(found);
		if (found.isOther || cursor.isTold(found)) continue;
		made.set(found, await items.of(found.of));
	}
	// Without a pause in between, since polls may overlap: the other one may have told the same meanwhile.
	const news = [...made].filter(([found]) => !cursor.isTold(found));
	cursor.note(
		seen,
		news.map(([found]) => found),
		clock,
	);
	return news.length ? [news.map(([, json]) => ({ json }))] : null;
}
