import { randomUUID } from 'crypto';
import { NodeApiError } from 'n8n-workflow';
import { createOnce, type Creation } from './createOnce';
import type { Advice } from './errorText';
import {
	ACTS_WITHIN_MS,
	asDone,
	holdsUntil,
	isStale,
	newClaim,
	parseOnce,
	WAIT_FOR_OTHER_MS,
	type OnceRecord,
} from './onceRecord';
import type { OnceWish } from './onceWish';
import { isDoubtful, type Broken, type Outcome, type Reply } from './send';
import { pause, type Waiter } from './wait';

/** A claim as it is kept. */
export interface Kept {
	id: number;
	text: string;
}

/** How an attempt to keep a claim ended. */
export type KeepResult = { kept: Kept } | { isTaken: true } | { doubt: Outcome; mayRepeat: boolean };

/** Where the claim of ONE thing is kept: the service takes only one of its key, so that keeping it is the lock. */
export interface ClaimPlace {
	/** What is claimed, and for whom: the record names it in full. */
	readonly key: string;
	/** Everything under the key: one for each account that made one. */
	read(): Promise<Kept[]>;
	create(text: string): Promise<KeepResult>;
	change(id: number, text: string): Promise<void>;
	/** @returns whether it was there */
	remove(id: number): Promise<boolean>;
	/** A claim was given back unused: of it and of its making nothing is left. */
	forget(id: number): Promise<void>;
	/** The error for a claim of which nobody knows whether it stands. */
	doubtful(doubt: Outcome): Error;
}

/** How it is sent, once. */
type Sending<Made> = Pick<Creation<Made>, 'send' | 'made' | 'isFinal' | 'patienceMs'>;

/** How a thing is done that may happen once. */
export interface OnceAct<Made> {
	/** What it is, for texts: `the refund of order 7`. */
	what: string;
	/** What is wanted of it: another wish for the same decision is refused, for nobody can tell a second thing from a first one that was worked out anew. */
	wish: OnceWish;
	/** What to do where something else was wanted before: `Put all lines into one Refund node`. */
	inOne: string;
	/** Finds it by the mark that it leaves in the service's own record; undefined when it is not there. */
	lookUp(): Promise<Made | undefined>;
	/** What was found by the mark, in words, where that is not what is wanted; left out: nothing is found by a mark. */
	otherThan?(found: Made): Promise<string | undefined>;
	/**
	 * Reads and checks everything that is needed, and changes nothing.
	 *
	 * @returns how to send it, once; or what stands for it where nothing has to be sent
	 * @throws an error when it cannot be done; the claim is given back
	 */
	prepare(): Promise<Sending<Made> | { done: Made }>;
	/** The error for a refusal, or for an ending that nobody knows. */
	refused(last: Reply | Broken): Error;
	/** By what it is found again. */
	named(made: Made): Record<string, unknown>;
	/** For what leaves no mark: the error where it was begun before, and nothing tells whether it was done. */
	blind?(): Error;
	/** Finds it again by its name; undefined when it is gone. */
	recall(name: Record<string, unknown>): Promise<Made | undefined>;
}

/** What was made, and whether an earlier run or try had done so. */
export interface Done<Made> {
	made: Made;
	repeated: boolean;
}

/** How often others are let go first, or an answer is lost, before the claim is given up. */
const TURNS = 6;

interface Held {
	kept: Kept;
	record: OnceRecord;
	/** Its holder before went silent, so that it may have been done. */
	tookOver?: boolean;
}

/** Does one thing once, however often and by however many it is asked for (design page: "One effect per business fact"). */
export class Once<Made> {
	private readonly holder = randomUUID();

	/**
	 * @param waiter n8n's functions for this execution
	 * @param refuse makes the error for what a user can put right
	 * @param mayBegin throws where it must not be begun; what was done before is given all the same
	 */
	constructor(
		private readonly waiter: Waiter,
		private readonly place: ClaimPlace,
		private readonly act: OnceAct<Made>,
		private readonly refuse: (advice: Advice) => Error,
		private readonly mayBegin: () => Promise<void> = async () => undefined,
	) {}

	/**
	 * Claims it, looks whether it was done, does it, and records it. What was recorded gives its first result, and is no answer to whoever wants another one. A claim whose holder went
	 * silent is taken over by removing it *by its id* and creating it anew: of two who try, one finds it gone or taken.
	 *
	 * @throws NodeApiError when the service refuses it (the claim is given back), or nobody knows how it ended (the claim stays until its lease ends, and the next run looks first);
	 * what `refuse` makes when another run is at it for too long, or something else was done
	 */
	async run(): Promise<Done<Made>> {
		for (let turn = 1; ; turn++) {
			const claim = await this.claim();
			if ('recorded' in claim) return { made: await this.recalled(claim.recorded), repeated: true };
			const found = await this.orGiveBack(claim, async () => await this.found());
			if (found !== undefined) return await this.record(claim, found, true);
			if (claim.tookOver && this.act.blind) throw this.act.blind();
			const sending = await this.orGiveBack(claim, async () => {
				await this.mayBegin();
				return await this.act.prepare();
			});
			if ('done' in sending) return await this.record(claim, sending.done, false);
			if (Date.now() < Date.parse(claim.record.claimedAt) + ACTS_WITHIN_MS)
				return await this.send(claim, sending);
			// Reading took so long that the lease might end while it is being sent: nothing was done, so it begins anew.
			await this.place.forget(claim.kept.id);
			if (turn >= TURNS) throw this.busy();
		}
	}

	/** The claim of this run, or what an earlier one recorded. */
	private async claim(): Promise<Held | { recorded: OnceRecord }> {
		let waits = 0;
		let tookOver = false;
		let doubt: Outcome | undefined;
		/** An answer came that cannot be read: most likely it stands, so that it is only looked for from then on. */
		let onlyLooked: Outcome | undefined;
		for (let turn = 1; ; turn++) {
			const standing = (await this.place.read()).map((kept) => ({ kept, record: parseOnce(kept.text) }));
			const own = standing.find(isHeldBy(this.holder));
			// A claim is a note of our own: of what the item asked for, nothing is done yet.
			doubt?.write?.settle(false);
			doubt = undefined;
			if (own) {
				onlyLooked?.write?.settle(false);
				return { ...own, tookOver };
			}
			const done = standing.find(isDone);
			if (done) return { recorded: done.record };
			const now = Date.now();
			const other = standing.find(({ record }) => !record || !isStale(record, now));
			if (other) {
				if (waits >= WAIT_FOR_OTHER_MS.length) throw this.busy(other.record);
				await pause(this.waiter, WAIT_FOR_OTHER_MS[waits++]);
				turn = 0;
				continue;
			}
			if (onlyLooked) {
				if (turn >= TURNS) throw this.place.doubtful(onlyLooked);
				await pause(this.waiter, WAIT_FOR_OTHER_MS[0]);
				continue;
			}
			for (const { kept } of standing) await this.place.remove(kept.id);
			tookOver ||= standing.length > 0;
			const record = newClaim(this.place.key, this.holder, Date.now(), this.act.wish);
			const result = await this.place.create(JSON.stringify(record));
			if ('kept' in result) return { kept: result.kept, record, tookOver };
			if ('doubt' in result) {
				if (result.mayRepeat) doubt = result.doubt;
				else onlyLooked = result.doubt;
			}
			if (turn < TURNS) {
				await pause(this.waiter, WAIT_FOR_OTHER_MS[0]);
				continue;
			}
			throw doubt ? this.place.doubtful(doubt) : this.busy();
		}
	}

	/** Reading that fails has done nothing. A claim that was taken over stays: that its holder went silent must not be forgotten. */
	private async orGiveBack<Read>(claim: Held, read: () => Promise<Read>): Promise<Read> {
		try {
			return await read();
		} catch (error) {
			if (!claim.tookOver) await this.giveBack(claim);
			return await Promise.reject(error);
		}
	}

	private async send(claim: Held, sending: Sending<Made>): Promise<Done<Made>> {
		const lookUp = async () => await this.act.lookUp();
		const result = await createOnce(this.waiter, { ...sending, lookUp });
		if ('made' in result) return await this.record(claim, result.made, false);
		const { refused } = result;
		// After a doubtful ending the claim stays: nobody else may act until the lease ends, and whoever does looks first.
		const isKnown = !isDoubtful(refused) || sending.isFinal?.(refused) === true;
		if (isKnown) await this.giveBack(claim);
		throw this.act.refused(refused);
	}

	/** It is done, whether or not that can be written down: the mark tells it to whoever comes later. */
	private async record({ kept, record }: Held, made: Made, repeated: boolean): Promise<Done<Made>> {
		const text = JSON.stringify(asDone(record, this.act.named(made)));
		await this.place.change(kept.id, text).catch(unanswered);
		return { made, repeated };
	}

	/** Nothing was done, so that a corrected item can go ahead at once; where that is not answered, the lease ends by itself. */
	private async giveBack({ kept }: Held): Promise<void> {
		await this.place.forget(kept.id).catch(unanswered);
	}

	/** What was done and is not recorded. @throws what `refuse` makes when that is something else */
	private async found(): Promise<Made | undefined> {
		const found = await this.act.lookUp();
		const other = found === undefined ? undefined : await this.act.otherThan?.(found);
		if (other === undefined) return found;
		throw this.other(other);
	}

	/** A record can be changed by others, so that it only says where to look. */
	private async recalled({ made: name = {}, wanted }: OnceRecord): Promise<Made> {
		if (wanted && wanted.print !== this.act.wish.print) throw this.other(wanted.words);
		const found = (await this.act.recall(name)) ?? (await this.found());
		if (found !== undefined) return found;
		throw this.refuse({
			what: `It is recorded that ${this.act.what} was done, but it is not there any more`,
			next: 'Look what became of it, and ask anew before you do it again.',
		});
	}

	private other(was: string): Error {
		const { what, wish, inOne } = this.act;
		return this.refuse({
			what: `For this decision ${what} was done already as "${was}", but this item wants "${wish.words}"`,
			next: `It is done once for a decision. ${inOne}, or ask anew about the rest.`,
		});
	}

	private busy(record?: OnceRecord): Error {
		const until = record ? new Date(holdsUntil(record)).toISOString() : undefined;
		return this.refuse({
			what: `Another run is at ${this.act.what}, or was and ended without a word`,
			next: until
				? `Run this item again after ${until}: it looks first what became of it.`
				: 'Run this item again in a while: it looks first what became of it.',
		});
	}
}

const isHeldBy =
	(holder: string) =>
	(one: { kept: Kept; record?: OnceRecord }): one is Held =>
		one.record?.holder === holder && one.record.state === 'claimed';

const isDone = (one: { kept: Kept; record?: OnceRecord }): one is Held => one.record?.state === 'done';

/** A service that does not answer says nothing about what was done before. */
const unanswered = async (error: unknown): Promise<void> =>
	error instanceof NodeApiError ? undefined : await Promise.reject(error);
