import { fingerprint } from '../../shared/fingerprint';
import type { ClaimPlace, Kept, KeepResult } from '../../shared/once';
import type { Outcome } from '../../shared/send';
import type { Metafield } from '../transport/metafield';
import { mayCreateAgain, Metafields, type MetafieldInput } from '../transport/metafields';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';

/** Claims of what may happen once live in this metafield namespace (`decisions.md`, "For Decision"). */
export const ONCE_NAMESPACE = 'opentext_once';

/** Keys hold 64 characters, a link key may be longer: so much of its hash tells two apart. */
const HASH_LENGTH = 40;

/** The key of a claim: one for each thing that is done, and each decision that it is done for. @param thing at most 23 characters */
export const onceKey = (thing: string, linkKey: string): string =>
	`${thing}.${fingerprint(linkKey).slice(0, HASH_LENGTH)}`;

const kept = ({ id, value }: Metafield): Kept => ({ id: Number(id), text: String(value) });

/** A claim on a store object: a metafield, of which the store takes no second one of the same key (BigCommerce reference 5.2). */
export class OnceClaim implements ClaimPlace {
	readonly key: string;

	private readonly metafields: Metafields;

	private readonly name: { namespace: string; key: string };

	private write?: Outcome['write'];

	/**
	 * @param owner the store object
	 * @param thing what may happen once: `refund`
	 * @param linkKey the decision that it is done for
	 */
	constructor(client: StoreClient, owner: Owner, thing: string, linkKey: string) {
		this.key = `${thing} ${linkKey}`;
		this.metafields = new Metafields(client, owner);
		this.name = { namespace: ONCE_NAMESPACE, key: onceKey(thing, linkKey) };
	}

	async read(): Promise<Kept[]> {
		return (await this.metafields.named(this.name)).map(kept);
	}

	async create(text: string): Promise<KeepResult> {
		const result = await this.metafields.tryCreate(this.input(text), `"${this.key}" was claimed`);
		if ('duplicate' in result) return { isTaken: true };
		if ('doubt' in result) return { ...result, mayRepeat: mayCreateAgain(result.doubt) };
		this.write = result.write;
		// A note of our own: of what the item asked for, nothing is done yet.
		this.write?.settle(false);
		return { kept: { id: Number(result.created.id), text } };
	}

	async change(id: number, text: string): Promise<void> {
		await this.metafields.update(id, this.input(text), `"${this.key}" was recorded`);
	}

	async remove(id: number): Promise<boolean> {
		return await this.metafields.remove(id);
	}

	async forget(id: number): Promise<void> {
		await this.metafields.takeBack(id, this.write);
	}

	doubtful(doubt: Outcome): Error {
		return this.metafields.doubtful(doubt);
	}

	/** Permission set `write`: a replaced API account can still go on with it. */
	private input(value: string): MetafieldInput {
		return {
			...this.name,
			value,
			permission_set: 'write',
			description: 'What is done once for a decision, kept by n8n',
		};
	}
}
