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
import type { Metafield } from '../transport/metafield';
import { Metafields, type MetafieldInput } from '../transport/metafields';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { claimName, type Stored } from './claiming';

/** Every link of this package lives in this metafield namespace; the trigger ignores events about it. */
export const LINK_NAMESPACE = 'opentext_link';

/** A link as it stands in the store. */
export interface StoredLink extends Stored<LinkRecord> {
	/** The owner's id. */
	objectId: string;
}

export interface Claim {
	/** Whether the caller holds the link now. */
	claimed: boolean;
	/** Whether it was taken over from a holder that went silent or gave it back. */
	takenOver: boolean;
	link: StoredLink;
}

export function toStoredLink({ id = 0, resource_id: owner, value = '' }: Metafield): StoredLink {
	return { metafieldId: id, objectId: String(owner), record: parseLink(value) };
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
	 * Claims the link: of all who try exactly one gets it, see `claimName`.
	 *
	 * @param run the n8n execution
	 * @param leaseMs how long the claim holds against others, in ms
	 * @throws NodeApiError when the store refuses, or nobody knows whether the claim stands
	 */
	async claim(run: string, leaseMs: number): Promise<Claim> {
		const holder = `${run}:${randomUUID()}`;
		const { held, ...claimed } = await claimName<LinkRecord, StoredLink>({
			metafields: this.metafields,
			holder,
			done: `link ${this.fullKey} was claimed`,
			stored: async () => await this.stored(),
			isUp: isUpForTakeover,
			make: (now, before) => claimRecord({ key: this.fullKey, holder, run, leaseMs }, now, before),
			input: (record) => this.input(record),
			created: (field, record) => ({ ...toStoredLink(field), record }),
		});
		return { ...claimed, link: held };
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
