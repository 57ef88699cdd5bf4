import { isDoubtful, type Broken, type Reply } from './send';

/** One change that an item asks a service for. */
export class Write {
	private fate: 'none' | 'doubt' | 'done' = 'none';

	/** @param done what will be true when it was carried out: `order 7 was changed` */
	constructor(readonly done: string) {}

	/** It goes out now: until an answer comes, nobody knows. */
	begin(): void {
		if (this.fate === 'none') this.fate = 'doubt';
	}

	/** A good answer came, but a look does not show what it said. */
	doubt(): void {
		this.fate = 'doubt';
	}

	/** What was found out later, by looking. */
	settle(wasDone: boolean): void {
		this.fate = wasDone ? 'done' : 'none';
	}

	/**
	 * What an answer says about it.
	 *
	 * @param last the answer to the try that began last
	 * @param doubtedBefore an earlier try may have been carried out, so that a refusal of this one proves nothing
	 * @param undone the service says that it undid everything
	 */
	ended(last: Reply | Broken, doubtedBefore: boolean, undone = false): void {
		if ('headers' in last && last.status >= 200 && last.status < 300) this.fate = 'done';
		else if (doubtedBefore) this.fate = 'doubt';
		else if (undone || !isDoubtful(last)) this.fate = 'none';
	}

	get isDone(): boolean {
		return this.fate === 'done';
	}

	get isInDoubt(): boolean {
		return this.fate === 'doubt';
	}
}

const listed = (writes: Write[]): string => writes.map(({ done }) => done).join('; ');

/** What was sent for one item, so that an error says only what is true (design page: "Say only what is true"). */
export class Ledger {
	private readonly writes: Write[] = [];

	private anything = false;

	/** Something goes out, if only a question. */
	sent(): void {
		this.anything = true;
	}

	/** Notes a change before it goes out. @param done what will be true when it was carried out */
	open(done: string): Write {
		const write = new Write(done);
		this.writes.push(write);
		return write;
	}

	/** What was and was not done for this item, as the end of an error text. */
	truth(): string {
		const done = this.writes.filter(({ isDone }) => isDone);
		const doubtful = this.writes.filter(({ isInDoubt }) => isInDoubt);
		const parts = [
			...(done.length ? [`Already done: ${listed(done)}.`] : []),
			...(doubtful.length ? [`It is not known whether ${listed(doubtful)}.`] : []),
		];
		if (parts.length) return parts.join(' ');
		return this.anything ? 'Nothing was changed.' : 'Nothing was sent.';
	}
}
