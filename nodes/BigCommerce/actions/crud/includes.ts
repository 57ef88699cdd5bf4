import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Query } from '../../../shared/serviceRequest';

/** What the store puts into a record when it is asked to (BigCommerce reference 2.3). */
export const includeField = (options: readonly INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [...options],
	default: [],
	description: 'Details to add',
});

export const includedBy = (names: readonly string[]): Query =>
	names.length ? { include: names.join(',') } : {};
