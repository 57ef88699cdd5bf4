import type { RoundStep } from '../../shared/decision/advanceRound';
import type { LinkKey } from '../../shared/linkKey';
import type { Metafield } from '../transport/metafield';
import { Metafields, metafieldsOfType, type MetafieldName } from '../transport/metafields';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import type { Claimed } from './claiming';
import { claimRound, type NewRound } from './claimRound';
import { makeRoom } from './makeRoom';
import { newestRounds } from './newestRounds';
import { nameOf, questionOf } from './roundName';
import { stepRound, type Taken } from './stepRound';
import { isOfLinks, roundsIn, toRound, withoutCopies, type StoredRound } from './storedRound';

export type { StoredRound, Taken };

/** Whose rounds are read, where they stand beside those about others, or on carriers that may change (decisions page, section 1). */
export interface Carried extends Pick<LinkKey, 'objectType' | 'objectId'> {
	/** They are looked for on every carrier of the kind. */
	isOnNeighbour?: true;
	/** How all of them are read; left out: everything that stands where they are looked for. */
	fields?: () => Promise<Metafield[]>;
	/** The carrier of a new one, where it is told only then. */
	home?: () => Promise<Owner>;
}

/** The rounds of every question about a store object, as its metafields hold them. */
export class DecisionRounds {
	private readonly metafields: Metafields;

	/** As they were read last. */
	private fields: Metafield[] | undefined;

	/**
	 * @param carrier the store object on which they stand, or on which a new one is written
	 * @param carried the object that they are about; left out: whatever stands on the carrier
	 */
	constructor(
		private readonly client: StoreClient,
		private readonly carrier: Owner,
		private readonly carried?: Carried,
	) {
		this.metafields = new Metafields(client, carrier);
	}

	/** Every round, of either format, in one list. */
	async all(): Promise<StoredRound[]> {
		this.fields = await this.listed({});
		const rounds = withoutCopies(this.fields.filter(isOfLinks).flatMap(roundsIn));
		return rounds.filter(({ key }) => this.isMine(key));
	}

	/** The newest round of one question; undefined when it was never asked. */
	async newest(question: Omit<LinkKey, 'round'>, now = Date.now()): Promise<StoredRound | undefined> {
		const wanted = questionOf({ ...question, round: 1 });
		return newestRounds(await this.all(), now).find(({ key }) => questionOf(key) === wanted);
	}

	/** The newest rounds of all other questions about the object, and what was asked anew since. @param but the round that asks */
	async others(but: LinkKey, now = Date.now()): Promise<StoredRound[]> {
		return newestRounds(await this.all(), now).filter(
			({ key }) => questionOf(key) !== questionOf(but) || key.round > but.round,
		);
	}

	/** Claims a round where new ones are written, see {@link claimRound}; when the carrier is nearly full, finished rounds are archived first. */
	async claim(key: LinkKey, run: string, made: NewRound): Promise<Claimed<StoredRound>> {
		const { metafields, fields } = await this.home();
		await makeRoom(metafields, fields);
		const place = {
			metafields,
			stored: async () => (await this.listed(nameOf(key))).flatMap((field) => toRound(field) ?? []),
			remove: async (stale: StoredRound) => await this.standing(stale).remove(stale.metafieldId),
		};
		return await claimRound(place, key, run, made);
	}

	/** Whether what stands under the name of a round is no record: then no round can be written there. */
	async isSpoilt(key: LinkKey): Promise<boolean> {
		const standing = await this.listed(nameOf(key));
		return standing.length > 0 && standing.every((field) => toRound(field) === undefined);
	}

	/** Takes a step of a round, see {@link stepRound}. */
	async take(round: StoredRound, step: RoundStep): Promise<Taken> {
		return await stepRound(this.standing(round), round, step);
	}

	/** Where a new round is written, and what stands there. */
	private async home(): Promise<{ metafields: Metafields; fields: Metafield[] }> {
		const home = await this.carried?.home?.();
		const metafields = home ? new Metafields(this.client, home) : this.metafields;
		const fields = home ? await metafields.list({}) : (this.fields ?? (await this.listed({})));
		return {
			metafields,
			fields: fields.filter(({ resource_id: on }) => String(on) === metafields.owner.id),
		};
	}

	/** Metafields of the carrier; of all of its kind where it may be another one by now. @param name left out: any */
	private async listed(name: Partial<MetafieldName>): Promise<Metafield[]> {
		const { namespace, key } = name;
		if (this.carried?.fields && namespace === undefined) return await this.carried.fields();
		if (this.carried?.isOnNeighbour)
			return await metafieldsOfType(this.client, this.carrier.type, { ...name });
		return namespace !== undefined && key !== undefined
			? await this.metafields.named({ namespace, key })
			: await this.metafields.list({ ...name });
	}

	/** Where a round stands. */
	standing({ carrierId }: StoredRound): Metafields {
		const { type, id } = this.carrier;
		return carrierId === id || !this.carried?.isOnNeighbour
			? this.metafields
			: new Metafields(this.client, { type, id: carrierId });
	}

	private isMine({ objectType, objectId }: LinkKey): boolean {
		const { carried } = this;
		return !carried || (carried.objectType === objectType && carried.objectId === objectId);
	}
}
