import { randomUUID } from 'crypto';
import { NodeApiError } from 'n8n-workflow';
import type { ClaimPlace, Kept } from '../../shared/once';
import type { Outcome } from '../../shared/send';
import { holdsUntil, isStale, newClaim, parseOnce } from '../../shared/onceRecord';

/** Longer than one question is looked at, as long as its services answer, in ms. */
const LEASE_MS = 2 * 60_000;

interface TurnOptions {
	/** Longer than everything that is done in the turn, in ms: whoever comes later removes it then. */
	leaseMs?: number;
	/** The work must not be done without it: that the store takes no claim is an error. */
	isNeeded?: boolean;
}

/**
 * One turn of work, taken by one process at a time: n8n may have several, and only the store is shared by all. Costs two calls, one to take it and one to leave it. A turn that was
 * never left ends by itself.
 */
export class ProcessTurn {
	private own: Kept | undefined;

	/** The store takes no claim, such as on a carrier that is full: then work goes on as in one process. */
	private isRefused = false;

	/** The holder of a claim that was answered so that nobody knows whether it stands: it is only looked for then, never sent again. */
	private doubted: { holder: string; write: Outcome['write'] } | undefined;

	/** Until when it holds against others, in ms since 1970. */
	private until = 0;

	constructor(
		private readonly place: ClaimPlace,
		private readonly options: TurnOptions = {},
	) {}

	/**
	 * @returns false when another process has it, or it is not known whether this one does: whoever comes later sees what became of it
	 * @throws NodeApiError when the store does not answer, and where the turn is needed also when it takes no claim
	 */
	async take(): Promise<boolean> {
		if (this.own || this.isRefused) return true;
		if (this.doubted !== undefined) {
			await this.lookFor(this.doubted.holder);
			if (!this.own) return false;
			this.doubted.write?.settle(false);
			this.doubted = undefined;
			return true;
		}
		const { leaseMs = LEASE_MS, isNeeded } = this.options;
		const claim = { ...newClaim(this.place.key, randomUUID(), Date.now()), leaseMs };
		this.until = holdsUntil(claim);
		const taking = this.place.create(JSON.stringify(claim));
		const result = await (isNeeded ? taking : taking.catch(refused));
		if (!result) this.isRefused = true;
		else if ('kept' in result) this.own = result.kept;
		else await this.lookFor(claim.holder);
		if (result && 'doubt' in result) {
			const { write } = result.doubt;
			if (!result.mayRepeat && !this.own) this.doubted = { holder: claim.holder, write };
			// Of what the item asked for, nothing is done yet; that a needed claim may stand is told.
			if (!isNeeded || !this.doubted) write?.settle(false);
		}
		return this.isRefused || this.own !== undefined;
	}

	/** Whether nobody else gets it so long, in ms. */
	holdsFor(ms: number): boolean {
		return this.own !== undefined && Date.now() + ms <= this.until;
	}

	/** Lets the next one go. Where that is not answered, the turn ends by itself. */
	async leave(): Promise<void> {
		if (this.own) await this.place.forget(this.own.id).catch(refused);
		this.own = undefined;
	}

	/** Takes what stands under the holder's name for the own turn, and removes by its id what is over. */
	private async lookFor(holder: string): Promise<void> {
		for (const kept of await this.place.read()) {
			const record = parseOnce(kept.text);
			if (record?.holder === holder) this.own = kept;
			else if (!record || isStale(record, Date.now())) await this.place.remove(kept.id);
		}
	}
}

const refused = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);
