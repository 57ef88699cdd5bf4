import type { ItemRun } from '../../shared/itemRun';
import { changeOrder } from '../../BigCommerce/records/changeOrder';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { CannotAsk } from '../ways/cannotAsk';

/**
 * Does what comes after a claim. A run that failed holds nobody up: whoever asks next goes on with its claim at once, and finds by the link key what it began. Where people cannot
 * be asked the order stays on hold, its note says why, and the item fails with the same words (decisions page, section 2).
 */
export async function orGiveBack<Done>(
	run: ItemRun,
	services: Services,
	rounds: DecisionRounds,
	claim: StoredRound,
	work: () => Promise<Done>,
): Promise<Done> {
	try {
		return await work();
	} catch (error) {
		const refused = error instanceof CannotAsk ? error.advice.what : undefined;
		const over = {
			state: 'claimed',
			leaseMs: 0,
			run: run.functions.getExecutionId(),
			note: refused ?? 'gave up',
			...(refused !== undefined && { refused }),
		} as const;
		// What cannot be written either ends with the lease.
		await rounds.take(claim, over).catch(() => undefined);
		if (!(error instanceof CannotAsk)) return await Promise.reject(error);
		const { key, record } = claim;
		const what = `${record.question.name}: not asked, ${error.advice.what}`;
		if (key.objectType === 'order') {
			await changeOrder(services.store, Number(key.objectId), {
				values: {},
				note: `${what}. (round ${key.round})`,
				workflowId: run.functions.getWorkflow().id,
			});
		}
		throw run.refuse({ ...error.advice, what });
	}
}
