import type { ItemRun } from '../../shared/itemRun';
import { pause } from '../../shared/wait';
import { OnceClaim } from '../links/once';
import { ProcessTurn } from '../links/processTurn';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';

/** Pauses before each further try to get a turn, in ms: what another run does takes seconds. */
const TRY_AGAIN_MS = [1_000, 2_000, 3_000, 5_000, 8_000, 12_000] as const;

/** What is done by one run at a time. */
interface About {
	owner: Owner;
	/** What is done to it: `refunding`, at most 23 characters. */
	thing: string;
	/** For texts: `the money of order 7`. */
	what: string;
}

/**
 * Does something to a store object while no other run does the same to it, of this process or of another one: for what the store does not keep apart itself. Costs two calls, one to
 * take the turn and one to leave it; the turn of a run that died ends after two minutes.
 *
 * @throws NodeOperationError when another run is at it for too long: nothing was done; whatever `work` throws
 */
export async function inTurn<Done>(
	run: ItemRun,
	client: StoreClient,
	{ owner, thing, what }: About,
	work: () => Promise<Done>,
): Promise<Done> {
	const turn = new ProcessTurn(new OnceClaim(client, owner, thing, `${owner.type} ${owner.id}`));
	for (const wait of TRY_AGAIN_MS) {
		if (await turn.take()) return await leaving(turn, work);
		await pause(run.functions, wait);
	}
	if (await turn.take()) return await leaving(turn, work);
	throw run.refuse({
		what: `Another run is at ${what}, or was and ended without a word`,
		next: 'Run this item again in two minutes: nothing was done.',
	});
}

async function leaving<Done>(turn: ProcessTurn, work: () => Promise<Done>): Promise<Done> {
	try {
		return await work();
	} finally {
		await turn.leave();
	}
}
