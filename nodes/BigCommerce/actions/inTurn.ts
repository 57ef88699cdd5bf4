import sum from 'lodash/sum';
import type { ItemRun } from '../../shared/itemRun';
import { LEASE_MS as ACT_MS, WAIT_FOR_OTHER_MS } from '../../shared/onceRecord';
import { pause } from '../../shared/wait';
import { OnceClaim } from '../links/once';
import { ProcessTurn } from '../links/processTurn';
import { ownerName, type Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';

/** So long the calls take before it is begun, in ms, besides the pauses between them. */
const READING_MS = 60_000;

/** How long a turn holds, in ms: what is done in it waits for a claim of its own, and has from then on as long as that claim holds. */
const TURN_MS = sum(WAIT_FOR_OTHER_MS) + READING_MS + ACT_MS;

/** What is done by one run at a time. */
interface About {
	owner: Owner;
	/** What is done to it: `refunding`, at most 23 characters. */
	thing: string;
	/** For texts: `the money of order 7`. */
	what: string;
}

/** Makes sure that the turn holds for as long as an act takes that begins now, sending and looking for a lost answer included. */
type Begin = () => Promise<void>;

/**
 * Does something to a store object while no other run does the same to it, of this process or of another one: for what the store does not keep apart itself. Costs two calls, one to
 * take the turn and one to leave it; the turn of a run that died ends by itself after `TURN_MS`.
 *
 * @param work calls what it is given before it begins, each time anew
 * @throws NodeOperationError when another run is at it for too long: nothing was done; NodeApiError when the store takes no claim; whatever `work` throws
 */
export async function inTurn<Done>(
	run: ItemRun,
	client: StoreClient,
	{ owner, thing, what }: About,
	work: (begin: Begin) => Promise<Done>,
): Promise<Done> {
	const claim = new OnceClaim(client.forBookkeeping(), owner, thing, ownerName(owner));
	const turn = new ProcessTurn(claim, { leaseMs: TURN_MS, isNeeded: true });
	const take = async (): Promise<void> => {
		for (const wait of WAIT_FOR_OTHER_MS) {
			if (await turn.take()) return;
			await pause(run.functions, wait);
		}
		if (await turn.take()) return;
		throw run.refuse({
			what: `Another run is at ${what}, or was and ended without a word`,
			next: `Run this item again in ${Math.ceil(TURN_MS / 60_000)} minutes: nothing was done.`,
		});
	};
	const begin = async (): Promise<void> => {
		if (turn.holdsFor(ACT_MS)) return;
		await turn.leave();
		await take();
	};
	await take();
	try {
		return await work(begin);
	} finally {
		await turn.leave();
	}
}
