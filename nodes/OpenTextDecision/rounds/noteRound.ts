import { fingerprint } from '../../shared/fingerprint';
import type { ItemRun } from '../../shared/itemRun';
import { changeOrder } from '../../BigCommerce/records/changeOrder';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { findRound, type Found } from './findRound';

/** What is to be noted. */
export interface Noting {
	text: string;
	withStaffNote: boolean;
}

/** How much of a text the record keeps, in characters; the staff note has all of it. */
const KEPT_LENGTH = 1000;

/** How much of a hash tells two texts of one round apart. */
const HASH_LENGTH = 16;

/** How many texts of a round are told apart; a metafield holds 65,535 characters. */
const NOTES_KEPT = 1000;

/** How often a note is written anew when others write the record at the same time. */
const TURNS = 5;

/**
 * Writes a text down with a round, once: in its record first, then below the staff notes of an order. A run that died in between is followed by one that does the rest.
 *
 * @returns the round as it is recorded
 * @throws NodeOperationError when others write the record again and again
 */
export async function noteRound(
	run: ItemRun,
	services: Services,
	found: Found,
	{ text, withStaffNote }: Noting,
): Promise<StoredRound> {
	const round = await recorded(run, services, found, text);
	const { key, record } = round;
	if (withStaffNote && key.objectType === 'order') {
		const { name } = record.question;
		const said = !name || text.startsWith(`${name}:`) ? text : `${name}: ${text}`;
		await changeOrder(services.store, Number(key.objectId), {
			values: {},
			note: `${said} (round ${key.round})`,
			workflowId: run.functions.getWorkflow().id,
		});
	}
	return round;
}

async function recorded(run: ItemRun, services: Services, found: Found, text: string): Promise<StoredRound> {
	const hash = fingerprint(text).slice(0, HASH_LENGTH);
	let { rounds, round }: { rounds: DecisionRounds; round: StoredRound } = found;
	for (let turn = 1; ; turn++) {
		const { state, notes = [] } = round.record;
		if (notes.includes(hash)) return round;
		const taken = await rounds.take(round, {
			state,
			notes: [...notes, hash].slice(-NOTES_KEPT),
			run: run.functions.getExecutionId(),
			note: text.length > KEPT_LENGTH ? `${text.slice(0, KEPT_LENGTH)}…` : text,
		});
		if ('round' in taken) return taken.round;
		if (turn === TURNS) {
			throw run.refuse({
				what: `Nothing could be noted on ${round.record.key}: ${taken.refused}`,
				next: 'Run this item again.',
			});
		}
		({ rounds, round } = await findRound(run, services, round.record.key));
	}
}
