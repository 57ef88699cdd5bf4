import type { Outcome } from '../../shared/send';
import type { Metafield } from '../transport/metafield';
import { mayCreateAgain, type MetafieldInput, type Metafields } from '../transport/metafields';

/** A record as it stands in the store. */
export interface Stored<Record> {
	metafieldId: number;
	/** Undefined when the value is not a record that this package can read. */
	record?: Record;
}

/** How a claim ended. */
export interface Claimed<Held> {
	/** Whether the caller holds it now. */
	claimed: boolean;
	/** Whether it was taken over from a holder that went silent or gave it back. */
	takenOver: boolean;
	held: Held;
}

/** What is claimed: a metafield with a fixed name, in which a record names its holder. */
export interface Claiming<Record extends { holder: string }, Held extends Stored<Record>> {
	metafields: Metafields;
	/** Names this claim and no other. */
	holder: string;
	/** What will be true when it was claimed. */
	done: string;
	/** Everything that stands under the name: one for each API account. */
	stored(): Promise<Held[]>;
	isUp(record: Record, now: number): boolean;
	/** The record of this claim. @param before the one that it takes over from */
	make(now: number, before?: Record): Record;
	input(record: Record): MetafieldInput;
	/** Removes one whose time is over; left out: by its id. */
	remove?(stale: Held): Promise<unknown>;
	/** What was created, as `stored` gives it. */
	created(field: Metafield, record: Record): Held;
}

/** How often a claim looks again when others claim at the same moment, or an answer is lost. */
const TURNS = 6;

/**
 * Claims a name. Creating the metafield is the lock: the store refuses a second one, so of all who try exactly one wins. A stale claim is removed by its id first; then creating
 * decides again. A creation whose answer was lost is recognised by its holder; after an answer that cannot be read it is only looked for, never sent again.
 *
 * @throws NodeApiError when the store refuses, does not answer in spite of several tries, or answers so that nobody knows whether the claim stands
 */
export async function claimName<Record extends { holder: string }, Held extends Stored<Record>>({
	metafields,
	holder,
	done,
	stored,
	isUp,
	make,
	input,
	remove = async ({ metafieldId }) => await metafields.remove(metafieldId),
	created,
}: Claiming<Record, Held>): Promise<Claimed<Held>> {
	let before: Record | undefined;
	let doubt: Outcome | undefined;
	/** What stands in the store says about the claim; undefined when nothing there holds. */
	const decided = (all: Held[], now: number): Claimed<Held> | undefined => {
		const own = all.find(({ record }) => record?.holder === holder);
		if (own) return { claimed: true, takenOver: before !== undefined, held: own };
		const held = all.find(({ record }) => !record || !isUp(record, now));
		return held && { claimed: false, takenOver: false, held };
	};
	const lookForClaim = async (of: Outcome): Promise<Claimed<Held>> => {
		const found = await metafields.lookFor(async () => decided(await stored(), Date.now()));
		if (!found) throw metafields.doubtful(of);
		of.write?.settle(found.claimed);
		return found;
	};
	for (let turn = 1; ; turn++) {
		const now = Date.now();
		const all = await stored();
		const found = decided(all, now);
		if (found) {
			doubt?.write?.settle(found.claimed);
			return found;
		}
		for (const stale of all) {
			before = stale.record;
			await remove(stale);
		}
		const record = make(now, before);
		const result = await metafields.tryCreate(input(record), done);
		if ('created' in result) {
			doubt?.write?.settle(false);
			return { claimed: true, takenOver: before !== undefined, held: created(result.created, record) };
		}
		if ('doubt' in result) {
			// One claim is in doubt, however many tries it took.
			doubt?.write?.settle(false);
			doubt = result.doubt;
			if (!mayCreateAgain(doubt)) return await lookForClaim(doubt);
		}
		if (turn < TURNS) continue;
		if ('doubt' in result) throw metafields.doubtful(result.doubt);
		// The refused duplicate is not there to be read: somebody without read permission holds it.
		await metafields.create(input(record));
	}
}
