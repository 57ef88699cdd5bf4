import { z } from 'zod';

import type { SandboxContext } from '../../core/context';
import type { StateFile } from '../../core/stateFile';
import { ApiError, notFound } from '../errors';
import { iso8601, wholeSeconds } from '../format';
import type { Deliveries } from '../hooks/deliveries';
import { bodyOf } from '../request';
import { nextId } from '../state';
import type { BigCommerceState, StoredMetafield } from '../state';
import type { MetafieldOwner } from './owners';

/** BigCommerce reference 2.9. */
const MOST_PER_RESOURCE_AND_CLIENT = 250;

const metafieldBody = z.object({
	permission_set: z.enum(['app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access']),
	namespace: z.string().min(1).max(64),
	key: z.string().min(1).max(64),
	value: z.string().min(1).max(65_535),
	description: z.string().max(255).optional(),
});

type MetafieldChange = Partial<z.output<typeof metafieldBody>>;

const OWNERS_ONLY = ['namespace', 'key', 'permission_set'] as const;

const mayRead = (clientId: string, { owner_client_id: owner, permission_set: set }: StoredMetafield) =>
	owner === clientId || set !== 'app_only';

const mayWriteValue = (clientId: string, { owner_client_id: owner, permission_set: set }: StoredMetafield) =>
	owner === clientId || set === 'write' || set === 'write_and_sf_access';

const forbidden = () => new ApiError(403, 'You do not have permission to change this metafield.');

/** Shows a stored metafield the way V3 does. */
/** That of a variant is not shown when it is empty: the answers of product-variants_catalog.v3 take none of no letters. */
const hasDescription = ({
	resource_type: of,
	description,
}: Pick<StoredMetafield, 'resource_type' | 'description'>) => of !== 'variant' || description !== '';

export const showMetafield = ({ createdAt, modifiedAt, description, ...metafield }: StoredMetafield) => ({
	...metafield,
	...(hasDescription({ ...metafield, description }) && { description }),
	date_created: iso8601(createdAt),
	date_modified: iso8601(modifiedAt),
});

/** The metafields of every resource; every change is saved and fires its events. */
export class MetafieldBook {
	constructor(
		private readonly state: StateFile<BigCommerceState>,
		private readonly context: SandboxContext,
		private readonly deliveries: Deliveries,
		/** whether a resource exists */
		private readonly exists: (owner: MetafieldOwner, resourceId: string, parentId?: number) => boolean,
	) {}

	/** What a client may read of a resource type, by ascending id; of one resource when its id is given. @throws ApiError 404 */
	list(clientId: string, owner: MetafieldOwner, resourceId?: string): StoredMetafield[] {
		if (resourceId !== undefined) this.checkResource(owner, resourceId);
		return Object.values(this.state.data.metafields).filter(
			(metafield) =>
				metafield.resource_type === owner.resourceType &&
				(resourceId === undefined || String(metafield.resource_id) === resourceId) &&
				mayRead(clientId, metafield),
		);
	}

	/** @param resourceId leave out for the batch calls. @throws ApiError 404, also for one that the client may not read */
	get(clientId: string, owner: MetafieldOwner, id: number, resourceId?: string): StoredMetafield {
		const metafield = this.state.data.metafields[id];
		if (
			metafield === undefined ||
			metafield.resource_type !== owner.resourceType ||
			(resourceId !== undefined && String(metafield.resource_id) !== resourceId) ||
			!mayRead(clientId, metafield)
		) {
			throw notFound();
		}
		return metafield;
	}

	/** @throws ApiError 404 no such resource, 409 the key is taken, 422 invalid or too many */
	create(clientId: string, owner: MetafieldOwner, resourceId: string, body: unknown): StoredMetafield {
		this.checkResource(owner, resourceId);
		const { description = '', ...fields } = bodyOf(metafieldBody, body);
		const mine = this.list(clientId, owner, resourceId).filter(
			({ owner_client_id: ownerId }) => ownerId === clientId,
		);
		this.checkUnique(mine, fields);
		const { most = MOST_PER_RESOURCE_AND_CLIENT } = owner;
		if (mine.length >= most) {
			throw new ApiError(422, `A resource holds at most ${most} metafields per client.`);
		}
		const now = this.seconds();
		const metafield: StoredMetafield = {
			id: nextId(this.state.data, 'metafield'),
			...fields,
			description,
			resource_type: owner.resourceType,
			resource_id: owner.uuid === true || owner.only === true ? resourceId : Number(resourceId),
			owner_client_id: clientId,
			createdAt: now,
			modifiedAt: now,
		};
		this.state.data.metafields[metafield.id] = metafield;
		this.fire(owner, metafield, 'created');
		return metafield;
	}

	/**
	 * @param resourceId leave out for the batch calls
	 * @throws ApiError 404; 403 when only the owner may do this; 409 the new key is taken; 422 invalid
	 */
	update(
		clientId: string,
		owner: MetafieldOwner,
		id: number,
		body: unknown,
		resourceId?: string,
	): StoredMetafield {
		const metafield = this.get(clientId, owner, id, resourceId);
		const change: MetafieldChange = bodyOf(
			owner.putNeedsAll === true ? metafieldBody : metafieldBody.partial(),
			body,
		);
		const isOwner = metafield.owner_client_id === clientId;
		const changesIdentity = OWNERS_ONLY.some(
			(name) => change[name] !== undefined && change[name] !== metafield[name],
		);
		if (!isOwner && (changesIdentity || !mayWriteValue(clientId, metafield))) throw forbidden();
		const siblings = Object.values(this.state.data.metafields).filter(
			(other) =>
				other.id !== id &&
				other.owner_client_id === metafield.owner_client_id &&
				other.resource_type === metafield.resource_type &&
				other.resource_id === metafield.resource_id,
		);
		this.checkUnique(siblings, { ...metafield, ...change });
		Object.assign(metafield, change, { modifiedAt: this.seconds() });
		this.fire(owner, metafield, 'updated');
		return metafield;
	}

	/** @throws ApiError 404; 403 for another client's metafield */
	delete(clientId: string, owner: MetafieldOwner, id: number, resourceId?: string): void {
		const metafield = this.get(clientId, owner, id, resourceId);
		if (metafield.owner_client_id !== clientId) throw forbidden();
		delete this.state.data.metafields[id];
		this.fire(owner, metafield, 'deleted');
	}

	/** The resource is gone, and its metafields with it; that has no events. */
	forget(resourceType: string, resourceId: string): void {
		const { metafields } = this.state.data;
		for (const { id, resource_type, resource_id } of Object.values(metafields)) {
			if (resource_type === resourceType && String(resource_id) === resourceId) delete metafields[id];
		}
	}

	/** @param parentId what it has to stand below. @throws ApiError 404 */
	checkResource(owner: MetafieldOwner, resourceId: string, parentId?: number): void {
		if (!this.exists(owner, resourceId, parentId)) throw notFound();
	}

	/** Identity is owner client id + namespace + key + resource (reference 5.2). */
	private checkUnique(
		others: StoredMetafield[],
		{ namespace, key }: { namespace: string; key: string },
	): void {
		if (!others.some((other) => other.namespace === namespace && other.key === key)) return;
		throw new ApiError(
			409,
			'The metafield conflicts with another metafield: client ID, namespace, key, resource type and resource ID must be unique together.',
			{},
		);
	}

	private fire(owner: MetafieldOwner, metafield: StoredMetafield, event: string): void {
		this.state.save();
		this.context.changes.emit('change', {
			service: 'bigcommerce',
			kind: 'metafield',
			id: String(metafield.id),
		});
		const data = {
			metafield_id: metafield.id,
			resource_id: String(metafield.resource_id),
			namespace: metafield.namespace,
		};
		const orderId = owner.resourceType === 'order' ? Number(metafield.resource_id) : undefined;
		if (owner.events !== undefined) this.deliveries.fire(`store/${owner.events}/${event}`, data, orderId);
		this.deliveries.fire(
			`store/metafield/${event}`,
			{ ...data, resource_type: metafield.resource_type },
			orderId,
		);
	}

	private seconds(): number {
		return wholeSeconds(this.context.clock.now());
	}
}
