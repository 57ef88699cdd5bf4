import { MANAGER, REVIEWER } from '../core';

import { badRequest } from './errors';

/** A person of the tenant, as its administrator mapped them to the application's groups (reference 3.5). */
export interface DirectoryUser {
	id: string;
	email: string;
	name: string;
	groups: readonly string[];
}

export const REVIEWER_GROUP = 'order-reviewers';
export const MANAGER_GROUP = 'order-managers';
export const SERVICE_GROUP = 'customer-service';

/** Names of the groups that are shown with `includeGroupIds`; a group outside the table shows its name. */
const GROUP_IDS: Record<string, string> = {
	[REVIEWER_GROUP]: '5c1f0f8e-7d0e-11f0-9a41-0242ac120002',
	[MANAGER_GROUP]: '6be3a2d4-7d0e-11f0-9a41-0242ac120002',
	[SERVICE_GROUP]: '7ac51b60-7d0e-11f0-9a41-0242ac120002',
};

export const USERS: readonly DirectoryUser[] = [
	{
		id: '0f6f5f0a-7d0e-11f0-9a41-0242ac120002',
		email: REVIEWER,
		name: 'Rita Reviewer',
		groups: [REVIEWER_GROUP, SERVICE_GROUP],
	},
	{
		id: '1a7c6d1c-7d0e-11f0-9a41-0242ac120002',
		email: MANAGER,
		name: 'Max Manager',
		groups: [REVIEWER_GROUP, MANAGER_GROUP, SERVICE_GROUP],
	},
];

export const sameUser = (a: string | null, b: string | null) =>
	a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** The user with this e-mail address or id, compared without case (reference 9.1, 11). */
export const findUser = (who: string) =>
	USERS.find((user) => sameUser(user.email, who) || sameUser(user.id, who));

/**
 * The e-mail address of a user of the tenant.
 * @throws ServiceError 400 for anybody else: an assignee must be a user of the same tenant (reference 3.5)
 */
export function requireUser(who: string): string {
	const user = findUser(who);
	if (user === undefined) throw badRequest(`User '${who}' does not exist in this tenant and subscription.`);
	return user.email;
}

export const showUser = (email: string | null, includeUserIds: boolean) =>
	email === null || !includeUserIds ? email : (findUser(email)?.id ?? email);

export const showGroup = (group: string, includeGroupIds: boolean) =>
	includeGroupIds ? (GROUP_IDS[group] ?? group) : group;

/**
 * The name of a group of the subscription, given by name or id.
 * @throws ServiceError 400 for any other (reference 4.6)
 */
export function requireGroup(which: string): string {
	const found = Object.entries(GROUP_IDS).find((names) => names.includes(which));
	if (found === undefined)
		throw badRequest(`Group '${which}' does not exist in this tenant and subscription.`);
	return found[0];
}
