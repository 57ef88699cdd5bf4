import groupBy from 'lodash/groupBy';
import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { linkKeyFault, parseLinkKey, type LinkKey } from '../../../shared/linkKey';
import { isUpForTakeover, type LinkRecord } from '../../../shared/linkRecord';
import type { Scope } from '../../../shared/operation';
import { locatorOf, picked } from '../../../shared/record/locator';
import { Link, type StoredLink } from '../../links/Links';
import { LINK_LOCATOR } from '../../records/link';
import { OWNER_TYPES, ownerType, type OwnerType } from '../../transport/owners';
import type { StoreClient } from '../../transport/StoreClient';

export const objectType: INodeProperties = {
	displayName: 'Object Type',
	name: 'objectType',
	type: 'options',
	options: OWNER_TYPES.map(({ name, value }) => ({ name, value })),
	default: 'order',
	description: 'The kind of store object that the link belongs to',
};

const objectId: INodeProperties = {
	displayName: 'Object ID',
	name: 'objectId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 4711',
	description: 'The ID of the store object, for example the order number',
};

export const purpose: INodeProperties = {
	displayName: 'Purpose',
	name: 'purpose',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. risk-review',
	description: 'What the link is for; an object can have one for each purpose and round',
};

const round: INodeProperties = {
	displayName: 'Round',
	name: 'round',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 1,
	description: 'Counts repeated questions of one purpose; a new round makes a new link',
};

export const objectFields: INodeProperties[] = [objectType, objectId, purpose, round];

/** For operations on a link that exists: the decision of a case brings back nothing but the link key. */
export const linkLocator = locatorOf(LINK_LOCATOR);

/** The carrier decides what an account needs. @param by the parameter that tells its type: a field of its own, or the link key */
export const linkScopes = (access: Scope['access'], by: 'linkKey' | 'objectType'): Scope[] =>
	Object.entries(groupBy(OWNER_TYPES, 'scope')).map(([name, types]) => ({
		name,
		access,
		when: { [by]: types.map(({ value }) => value) },
	}));

/** The link that the item names by object and purpose. @throws NodeOperationError when a part is not valid */
export async function linkByObject(run: ItemRun, client: StoreClient): Promise<Link> {
	const { hash } = await client.store();
	return toLink(run, client, {
		storeHash: hash,
		objectType: run.text('objectType', 'order'),
		objectId: run.requiredText('objectId', 'Object ID'),
		purpose: run.requiredText('purpose', 'Purpose'),
		round: run.number('round', 1),
	});
}

/** The link that the item picks. @throws NodeOperationError when it is not valid, or belongs to another store */
export async function linkOfItem(run: ItemRun, client: StoreClient): Promise<Link> {
	const { by, value } = picked(run, LINK_LOCATOR);
	const { hash } = await client.store();
	const key = by === 'id' ? keyOf(run, value) : keyOfObject(run, value, hash);
	if (key.storeHash === hash) return toLink(run, client, key);
	throw run.refuse({
		what: `The link key belongs to store "${key.storeHash}", but the credential to store "${hash}"`,
		next: 'Choose the credential of that store.',
	});
}

function keyOf(run: ItemRun, text: string): LinkKey {
	const key = parseLinkKey(text);
	if (key) return key;
	throw run.refuse({
		what: `"${text}" is not a link key`,
		next: 'A link key has five parts: store hash, object type, object ID, purpose and round, joined by colons.',
	});
}

/** `order:4711:risk-review`; a round other than the first comes last. */
function keyOfObject(run: ItemRun, text: string, storeHash: string): LinkKey {
	const [type, objectId, purpose, round = '1', ...rest] = text.split(':').map((part) => part.trim());
	if (type && objectId && purpose && !rest.length) {
		return { storeHash, objectType: type, objectId, purpose, round: Number(round || NaN) };
	}
	throw run.refuse({
		what: `"${text}" does not name an object and a purpose`,
		next: 'Enter object type, object ID and purpose, joined by colons, for example order:4711:risk-review.',
	});
}

function toLink(run: ItemRun, client: StoreClient, key: LinkKey): Link {
	const type = ownerType(key.objectType);
	const fault = linkKeyFault(key.purpose, key.round) ?? objectFault(type, key);
	if (type && !fault) return new Link(client, { type, id: key.objectId }, key);
	throw run.refuse({
		what: fault ?? 'The object type is not known',
		next: 'Correct it and run again.',
	});
}

/** Why an object cannot carry a link, or undefined when it can. */
export function objectFault(
	type: OwnerType | undefined,
	{ objectType: name, objectId: id }: Pick<LinkKey, 'objectType' | 'objectId'>,
): string | undefined {
	if (!type) return `BigCommerce keeps no metafields for object type "${name}"`;
	if (type.id.test(id)) return undefined;
	return `Object ID "${id}" does not fit the object type "${type.name}"`;
}

/** The link when it exists and can be read. @throws NodeOperationError otherwise */
export async function existing(run: ItemRun, link: Link): Promise<StoredLink & { record: LinkRecord }> {
	const found = await link.find();
	if (found?.record) return { ...found, record: found.record };
	throw run.refuse(
		found
			? {
					what: `The metafield of link ${link.fullKey} does not hold a link record`,
					next: 'Somebody else wrote it, or a newer version of this package did. Look at the metafield in the namespace opentext_link.',
				}
			: {
					what: `There is no link ${link.fullKey}`,
					next: 'Use Claim first, or check object, purpose and round.',
				},
	);
}

/** A link as an output item. */
export function toItem({ metafieldId, objectId: owner, record }: StoredLink, now = Date.now()) {
	if (!record) return { metafieldId, objectId: owner, readable: false };
	const key = parseLinkKey(record.key);
	return {
		linkKey: record.key,
		state: record.state,
		stale: isUpForTakeover(record, now),
		holder: record.holder,
		objectType: key?.objectType,
		objectId: owner,
		purpose: key?.purpose,
		round: key?.round,
		claimedAt: record.claimedAt,
		leaseMs: record.leaseMs,
		effect: record.effect ?? {},
		decision: record.decision ?? {},
		history: record.history,
		metafieldId,
	};
}
