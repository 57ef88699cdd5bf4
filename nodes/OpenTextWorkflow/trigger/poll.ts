import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { Account } from '../../shared/account';
import type { ClientOptions } from '../../shared/clientOptions';
import { pollBudgetMs } from '../../shared/pollBudget';
import { CREDENTIAL, WorkflowClient } from '../transport/WorkflowClient';
import { Called } from './Called';
import { Items } from './Items';
import { look } from './look';
import { newest } from './readEvents';
import { readSettings } from './settings';

/** The shares of n8n's budget in which a poll reads lists, and all it tells: what comes after n8n gave up would count as told and reach nobody. */
const SHARES = { lists: 0.4, all: 0.75 } as const;

/** How long one request waits in all, in ms: not so long that one record that cannot be read leaves no time for the others, nor so short that it does not wait for its turn. */
const PATIENCE_MS = { least: 5_000, most: 20_000 } as const;

/**
 * Looks for what happened since the last poll; a test by hand shows a recent record and moves nothing.
 *
 * @returns what is new, oldest first; null when nothing is
 * @throws NodeApiError when the service does not answer; the cursor stays
 */
export async function poll(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const [now, budgetMs] = [Date.now(), pollBudgetMs(functions)];
	const stopAt = now + SHARES.all * budgetMs;
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
	const kept = functions.getWorkflowStaticData('node');
	// Also at the first poll after callbacks were given up.
	const called =
		settings.watchBy === 'callback' || kept.called !== undefined
			? new Called(functions, settings)
			: undefined;
	called?.takeUp();
	const news = await look({
		client,
		settings,
		kept,
		readUntil: now + SHARES.lists * budgetMs,
		stopAt,
		item: async (subject) => await items.of(subject),
		onOther: (found, since) => called?.passOver(found, since),
		isToldElsewhere: (found) => called?.claim(found) === false,
		onCut: () => functions.logger.warn(CUT),
	});
	called?.leave();
	return news.length ? [news.map((json) => ({ json }))] : null;
}

const CUT =
	'Workflow Service does not give out everything that happened at one moment, because it ignores paging; the trigger reads that moment again for a day';
