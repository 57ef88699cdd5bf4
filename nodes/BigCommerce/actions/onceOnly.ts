import { createOnce } from '../../shared/createOnce';
import type { ItemRun } from '../../shared/itemRun';
import { Once, type Done, type OnceAct } from '../../shared/once';
import { ACTS_WITHIN_MS } from '../../shared/onceRecord';
import { OnceClaim } from '../links/once';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { refuseUndecided } from './forDecision';

/** What it is done to, and for which decision. */
interface About {
	owner: Owner;
	/** What may happen once: `refund`. */
	thing: string;
	/** The link key of the decision; left out: there is nothing to claim, so that it is sent once, and after a lost answer only looked for. */
	decision?: string;
	/** Called before it is read what has to be sent; from then on it is sent within `ACTS_WITHIN_MS`, or not at all. */
	begin?: () => Promise<void>;
}

/**
 * Does what cannot be undone.
 *
 * @throws NodeApiError when the store refuses it, or nobody knows how it ended; NodeOperationError for what a user can put right
 */
export async function onceOnly<Made>(
	run: ItemRun,
	client: StoreClient,
	job: OnceAct<Made>,
	{ owner, thing, decision, begin }: About,
): Promise<Done<Made>> {
	if (decision) {
		const claim = new OnceClaim(client.forBookkeeping(), owner, thing, decision);
		const mayBegin = async () => {
			await refuseUndecided(run, client, decision);
			await begin?.();
		};
		return await new Once(run.functions, claim, job, (advice) => run.refuse(advice), mayBegin).run();
	}
	await begin?.();
	const sendBefore = begin ? Date.now() + ACTS_WITHIN_MS : Infinity;
	const prepared = await job.prepare();
	if ('done' in prepared) return { made: prepared.done, repeated: false };
	if (Date.now() > sendBefore) {
		throw run.refuse({
			what: `It took too long to read what ${job.what} needs`,
			next: 'Run this item again: nothing was sent.',
		});
	}
	const result = await createOnce(run.functions, { ...prepared, lookUp: async () => await job.lookUp() });
	if ('made' in result) return { made: result.made, repeated: false };
	throw job.refused(result.refused);
}
