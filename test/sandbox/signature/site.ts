import { MANAGER, REVIEWER, SERVICE_CLIENT_SENDER } from '../core';

/** A person or service client that may send; its address is validated (Core Signature reference 2.5, 5.2). */
export interface Identity {
	email: string;
	name: string;
	/** a person, not the service client */
	isUser: boolean;
}

export const SERVICE_CLIENT: Identity = { ...SERVICE_CLIENT_SENDER, isUser: false };

export const USERS: readonly Identity[] = [
	{ email: REVIEWER, name: 'Rita Reviewer', isUser: true },
	{ email: MANAGER, name: 'Max Manager', isUser: true },
];

export const sameAddress = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export const findIdentity = (email: string): Identity | undefined =>
	[SERVICE_CLIENT, ...USERS].find((identity) => sameAddress(identity.email, email));

/** The one team of the site, as an inline object (reference 5.1). */
export const TEAM = { name: 'Sandbox Store', subdomain: 'sandbox-store' };
