import { endingOf, type Outcome } from './send';

/** Undoes what was done before a change of which nothing came. */
export type TakeBack = () => Promise<void>;

/** Whether the service did what it was asked for, or may have. */
const mayHaveChanged = ({ last, repeatedAfterDoubt }: Outcome): boolean =>
	repeatedAfterDoubt || endingOf(last) !== 'refused';

/** Does something before the first change of a client goes out, and takes it back where every change was refused: then nothing was changed, and nothing has begun. */
export class FirstChange {
	private readied: Promise<TakeBack> | undefined;

	private takingBack: Promise<void> | undefined;

	/** How many changes are under way. */
	private out = 0;

	private hasChanged = false;

	/** @param before what is done before the first change; when it throws, nothing goes out */
	constructor(private readonly before?: () => Promise<TakeBack>) {}

	/**
	 * Sends one change.
	 *
	 * @param send how
	 * @throws what `before` throws, with nothing sent; what `send` throws
	 */
	async around(send: () => Promise<Outcome>): Promise<Outcome> {
		if (!this.before) return await send();
		await this.takingBack;
		this.readied ??= this.before();
		const takeBack = await this.readied;
		this.out++;
		try {
			const outcome = await send();
			this.hasChanged ||= mayHaveChanged(outcome);
			return outcome;
		} catch (error) {
			// Whether it went out is not known here.
			this.hasChanged = true;
			return await Promise.reject(error);
		} finally {
			this.out--;
			if (!this.out && !this.hasChanged) {
				this.readied = undefined;
				this.takingBack = takeBack();
				await this.takingBack;
			}
		}
	}
}
