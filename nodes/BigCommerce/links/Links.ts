import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'crypto';
import { formatLinkKey, metafieldKey, type LinkKey } from '../../shared/linkKey';
import {
	advance,
	claimRecord,
	isUpForTakeover,
	parseLink,
	serializeLink,
	type LinkRecord,
	type Step,
} from '../../shared/linkRecord';
import type { Outcome } from '../../shared/send';
import { mayCreateAgain, Metafields, type MetafieldInput } from '../transport/metafields';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';

/** Every link of this package lives in this metafield namespace; the trigger ignores events about it. */
export const LINK_NAMESPACE = 'opentext_link';

/** A link as it stands in the store. */
export interface StoredLink {
	metafieldId: number;
	/** The owner's id. */
	objectId: string;
	/** Undefined when the value is not a record that this package can read. */
	record?: LinkRecord;
}

export interface Claim {
	/** Whether the caller holds the link now. */
	claimed: boolean;
	/** Whether it was taken over from a holder that went silent or gave it back. */
	takenOver: boolean;
	link: StoredLink;
}

/** How often a claim looks again when others claim at the same moment, or an answer is lost. */
const TURNS = 6;

export function toStoredLink(field: IDataObject): StoredLink {
	return {
		metafieldId: Number(field.id),
		objectId: String(field.resource_id),
		record: parseLink(String(field.value)),
	};
}

/** What the links that stand in the store say about a claim; undefined when there is none that holds. */
function decision(
	links: StoredLink[],
	holder: string,
	before: LinkRecord | undefined,
	now: number,
): Claim | undefined {
	const own = links.find(({ record }) => record?.holder === holder);
	if (own) return { claimed: true, takenOver: before !== undefined, link: own };
	const held = links.find(({ record }) => !record || !isUpForTakeover(record, now));
	return held && { claimed: false, takenOver: false, link: held };
}

/** The link between one store object and one purpose and round (design page, "The link record"). */
export class Link {
	private readonly metafields: Metafields;

	readonly fullKey: string;

	/**
	 * @param owner the store object
	 * @param key its link key
	 */
	constructor(
		client: StoreClient,
		readonly owner: Owner,
		readonly key: LinkKey,
	) {
		this.metafields = new Metafields(client, owner);
		this.fullKey = formatLinkKey(key);
	}

	/** The link as it stands; undefined when nobody claimed it. Of several, made by different API accounts, one that still holds goes first. */
	async find(now = Date.now()): Promise<StoredLink | undefined> {
		const links = await this.stored();
		return links.find(({ record }) => !record || !isUpForTakeover(record, now)) ?? links[0];
	}

	/**
	 * Claims the link. Creating the metafield is the lock: the store refuses a second one, so of all who try exactly one wins. A stale claim is
	 * removed by its id first; then creating decides again. A creation whose answer was lost is recognised by its holder; after an answer that cannot be read it is only
	 * looked for, never sent again.
	 *
	 * @param run the n8n execution
	 * @param leaseMs how long the claim holds against others, in ms
	 * @throws NodeApiError when the store refuses, does not answer in spite of several tries, or answers so that nobody knows whether the claim stands
	 */
	async claim(run: string, leaseMs: number): Promise<Claim> {
		const holder = `${run}:${randomUUID()}`;
		let before: LinkRecord | undefined;
		let doubt: Outcome | undefined;
		for (let turn = 1; ; turn++) {
			const now = Date.now();
			const links = await this.stored();
			const decided = decision(links, holder, before, now);
			if (decided) {
				doubt?.write?.settle(decided.claimed);
				return decided;
			}
			for (const { metafieldId, record } of links) {
				before = record;
				await this.metafields.remove(metafieldId);
			}
			const record = claimRecord({ key: this.fullKey, holder, run, leaseMs }, now, before);
			const result = await this.metafields.tryCreate(this.input(record), `link ${this.fullKey} was claimed`);
			if ('created' in result) {
				doubt?.write?.settle(false);
				return {
					claimed: true,
					takenOver: before !== undefined,
					link: { ...toStoredLink(result.created), record },
				};
			}
			if ('doubt' in result) {
				// One claim is in doubt, however many tries it took.
				doubt?.write?.settle(false);
				doubt = result.doubt;
				if (!mayCreateAgain(doubt)) return await this.lookForClaim(doubt, holder, before);
			}
			if (turn < TURNS) continue;
			if ('doubt' in result) throw this.metafields.doubtful(result.doubt);
			// The refused duplicate is not there to be read: somebody without read permission holds it.
			await this.metafields.create(this.input(record));
		}
	}

	/**
	 * Takes a step of the link and writes it.
	 *
	 * @param stored the link as it was found
	 * @returns the link afterwards, or why the step is refused
	 */
	async take(
		stored: StoredLink & { record: LinkRecord },
		step: Step,
	): Promise<{ link: StoredLink; changed: boolean } | { refused: string }> {
		const result = advance(stored.record, step, Date.now());
		if ('refused' in result) return result;
		if (result.changed) {
			const done = `link ${this.fullKey} was recorded as "${step.state}"`;
			await this.metafields.update(stored.metafieldId, this.input(result.record), done);
		}
		return { link: { ...stored, record: result.record }, changed: result.changed };
	}

	/** After an answer that cannot be read: whose claim stands now. @throws NodeApiError when none can be found */
	private async lookForClaim(doubt: Outcome, holder: string, before: LinkRecord | undefined): Promise<Claim> {
		const decided = await this.metafields.lookFor(async () =>
			decision(await this.stored(), holder, before, Date.now()),
		);
		if (!decided) throw this.metafields.doubtful(doubt);
		doubt.write?.settle(decided.claimed);
		return decided;
	}

	private async stored(): Promise<StoredLink[]> {
		const found = await this.metafields.named({ namespace: LINK_NAMESPACE, key: metafieldKey(this.key) });
		return found.map(toStoredLink);
	}

	/** Permission set `write`: a replaced API account can still go on with it. */
	private input(record: LinkRecord): MetafieldInput {
		return {
			namespace: LINK_NAMESPACE,
			key: metafieldKey(this.key),
			value: serializeLink(record),
			permission_set: 'write',
			description: 'Link to OpenText, kept by n8n',
		};
	}
}
