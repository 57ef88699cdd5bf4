import { randomUUID } from 'crypto';
import { TAKEN_OVER, TO_BE_TOLD_AGAIN } from '../../shared/decision/attempts';
import { advanceRound, type RoundStep } from '../../shared/decision/advanceRound';
import {
	isHolding,
	isStale,
	mayBeAsked,
	serializeRound,
	type RoundRecord,
} from '../../shared/decision/roundRecord';
import { readAs } from '../../shared/record/given';
import { Turns } from '../../shared/turns';
import { about, formatLinkKey, type LinkKey } from '../../shared/linkKey';
import { metafield, type Metafield } from '../transport/metafield';
import { orGone } from '../transport/gone';
import {
	Metafields,
	metafieldsOfType,
	type MetafieldInput,
	type MetafieldName,
} from '../transport/metafields';
import type { Owner, OwnerType } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { ARCHIVE_NAMESPACE, parseArchive } from './archive';
import { claimName, type Claimed } from './claiming';
import { LINK_NAMESPACE } from './Links';
import { makeRoom } from './makeRoom';
import {
	archivedWith,
	isOfLinks,
	notedBeside,
	roundsIn,
	toRound,
	withoutCopies,
	type StoredRound,
} from './storedRound';

export { toRound, type StoredRound };

/** The store writes over whatever stands: between the last look and the write nobody else of this process may write. */
const turns = new Turns();

/** How a step of a round ended. */
export type Taken = { round: StoredRound; changed: boolean } | { refused: string };

/** What a claim is made of. */
export type NewRound = Omit<RoundRecord, 'format' | 'key' | 'state' | 'holder' | 'claimedAt' | 'history'>;

/** Purposes have a namespace each, so that the store finds all rounds of one (decisions page, section 1). */
export const namespaceOf = (purpose: string): string => `${LINK_NAMESPACE}.${purpose}`;

/** Where a round stands on its carrier: with the object's type and id, since a carrier may hold rounds about others. */
const nameOf = (key: LinkKey) => ({
	namespace: namespaceOf(key.purpose),
	key: `${key.objectType}:${about(key)}:${key.round}`,
});

/** Whose rounds are read, where they stand beside those about others, or on carriers that may change (decisions page, section 1). */
export interface Carried extends Pick<LinkKey, 'objectType' | 'objectId'> {
	/** They are looked for on every carrier of the kind. */
	isOnNeighbour?: true;
	/** How all of them are read; left out: everything that stands where they are looked for. */
	fields?: () => Promise<Metafield[]>;
	/** The carrier of a new one, where it is told only then. */
	home?: () => Promise<Owner>;
}

/** Which question a round belongs to: several of one purpose are told apart by their part. */
const questionOf = ({ objectType, purpose, ...object }: LinkKey): string =>
	[objectType, about(object), purpose].join(':');

/**
 * The newest round of each question. Of two of one number, made by different API accounts, one that still holds goes first.
 *
 * @param now the time, in ms since 1970
 */
export function newestRounds(rounds: readonly StoredRound[], now: number): StoredRound[] {
	const newest = new Map<string, StoredRound>();
	for (const round of rounds) {
		const question = questionOf(round.key);
		const known = newest.get(question);
		const isNewer = !known || round.key.round > known.key.round;
		if (isNewer || (round.key.round === known.key.round && !isStale(round.record, now))) {
			newest.set(question, round);
		}
	}
	return [...newest.values()];
}

/**
 * The newest round of each question about every object of one type, of either format: the last asked first.
 *
 * @param purpose left out: of every purpose
 * @throws NodeApiError when the store does not answer
 */
export async function newestOfType(
	client: StoreClient,
	type: OwnerType,
	purpose?: string,
): Promise<StoredRound[]> {
	const namespaces = purpose === undefined ? [] : [namespaceOf(purpose), LINK_NAMESPACE, ARCHIVE_NAMESPACE];
	const found =
		purpose === undefined
			? await metafieldsOfType(client, type, {})
			: (
					await Promise.all(
						namespaces.map(async (namespace) => await metafieldsOfType(client, type, { namespace })),
					)
				).flat();
	const rounds = withoutCopies(found.filter(isOfLinks).flatMap(roundsIn));
	const wanted = rounds.filter(({ key }) => purpose === undefined || key.purpose === purpose);
	const timeOf = ({ record }: StoredRound) => Date.parse(record.claimedAt) || 0;
	return newestRounds(wanted, Date.now()).sort((one, other) => timeOf(other) - timeOf(one));
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

	/** What else the object waits for: other questions, and what was asked anew since. @param but the round that asks, which does not wait for itself */
	async holders(but: LinkKey, now = Date.now()): Promise<StoredRound[]> {
		return newestRounds(await this.all(), now).filter(
			({ key, record }) =>
				(questionOf(key) !== questionOf(but) || key.round > but.round) && isHolding(record),
		);
	}

	/**
	 * Claims a round: of all who try exactly one gets it. A claim of which nothing came is taken over with the question that it holds.
	 *
	 * @param run the n8n execution
	 * @param made what the record holds from the first
	 */
	async claim(key: LinkKey, run: string, made: NewRound): Promise<Claimed<StoredRound>> {
		const holder = `${run}:${randomUUID()}`;
		const full = formatLinkKey(key);
		const { metafields, fields } = await this.home();
		await makeRoom(metafields, fields);
		return await claimName<RoundRecord, StoredRound>({
			metafields,
			holder,
			done: `the question ${full} was claimed`,
			stored: async () => {
				const fields = await this.listed(nameOf(key));
				return fields.flatMap((field) => toRound(field) ?? []);
			},
			remove: async (stale) => await this.standing(stale).remove(stale.metafieldId),
			isUp: isStale,
			make: (now, before) => claimedRound({ full, holder, run, made }, now, before),
			input: (record) => input(key, record),
			created: (field, record) => ({
				metafieldId: field.id ?? 0,
				carrierId: metafields.owner.id,
				value: serializeRound(record),
				key,
				record,
				...(field.owner_client_id !== undefined && { account: field.owner_client_id }),
			}),
		});
	}

	/**
	 * Takes a step of a round and writes it, unless somebody wrote since it was read. What was only noted or said meanwhile is kept, and in nobody's way.
	 *
	 * @returns the round afterwards, or why the step is refused
	 */
	async take(round: StoredRound, step: RoundStep): Promise<Taken> {
		const asRead = advanceRound(round.record, step, Date.now());
		if ('refused' in asRead) return asRead;
		if (!asRead.changed) return { round, changed: false };
		return await turns.take(String(round.metafieldId), async () => await this.write(round, step));
	}

	/** Reads the round again, and writes over it what it was read as. */
	private async write(round: StoredRound, step: RoundStep): Promise<Taken> {
		const metafields = this.standing(round);
		const found = await orGone(async () => await metafields.get(round.metafieldId));
		if (!found) return { refused: 'somebody else took it over at the same time' };
		const stands = readAs(metafield, found);
		const latest = stands.value === round.value ? round : notedBeside(round, step, stands);
		if (!latest) return { refused: 'somebody else wrote it at the same time' };
		const result = advanceRound(latest.record, step, Date.now());
		if ('refused' in result) return result;
		const { record } = result;
		const written = {
			...input(round.key, record),
			...(latest.archive && archivedWith(latest.archive, record)),
		};
		// A metafield keeps its name for life: a record of the first format stays where it is, and an archived one in its entry.
		const { namespace = written.namespace, key = written.key } = stands;
		const done = `the question ${record.key} was recorded as "${record.state}"`;
		await metafields.update(round.metafieldId, { ...written, namespace, key }, done);
		return {
			round: {
				...latest,
				record,
				value: written.value,
				...(latest.archive && { archive: parseArchive(written.value) }),
			},
			changed: true,
		};
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
	private standing({ carrierId }: StoredRound): Metafields {
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

/** Permission set `write`: a replaced API account can still go on with it. */
const input = (key: LinkKey, record: RoundRecord): MetafieldInput => ({
	...nameOf(key),
	value: serializeRound(record),
	permission_set: 'write',
	description: 'A decision of OpenText, kept by n8n',
});

function claimedRound(
	{ full, holder, run, made }: { full: string; holder: string; run: string; made: NewRound },
	now: number,
	before?: RoundRecord,
): RoundRecord {
	const at = new Date(now).toISOString();
	const unasked = made.question.name === '' ? TO_BE_TOLD_AGAIN : undefined;
	const note = before ? `${TAKEN_OVER} ${before.holder}` : unasked;
	const asked = before && mayBeAsked(before) ? before : made;
	return {
		...made,
		question: asked.question,
		...(before?.statusBefore !== undefined && { statusBefore: before.statusBefore }),
		...(before?.askedAgain && { askedAgain: before.askedAgain }),
		...(before?.said && { said: before.said }),
		format: 2,
		key: full,
		state: 'claimed',
		holder,
		claimedAt: at,
		history: [...(before?.history ?? []), { state: 'claimed', at, run, ...(note && { note }) }],
	};
}
