import axios, { type AxiosInstance } from 'axios';
import { OWN_CONNECTION } from './connection';
import { N8nClient } from './n8nClient';
import { PATIENCE_MS } from './waiting';

/** The only account of a sandbox n8n. Not a secret: it opens nothing but a program on loopback. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olivia',
	lastName: 'Owner',
	password: 'Sandbox-owner-1',
};

const KEY_LABEL = 'harness';

interface ApiKey {
	id: string;
	label: string;
	rawApiKey?: string;
}

const refused = (what: string, status: number, data: unknown) =>
	new Error(`n8n answered ${status} when ${what}: ${JSON.stringify(data)}`);

/** Signs in with the owner's password, after creating the owner when this n8n has none; gives back the session cookie. */
const signIn = async (rest: AxiosInstance): Promise<string> => {
	const settings = await rest.get<{ data: { userManagement: { showSetupOnFirstLoad: boolean } } }>(
		'/settings',
	);
	const isNew = settings.data.data.userManagement.showSetupOnFirstLoad;
	const { status, data, headers } = isNew
		? await rest.post<unknown>('/owner/setup', OWNER)
		: await rest.post<unknown>('/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
	if (status !== 200) throw refused(isNew ? 'creating the owner' : 'signing the owner in', status, data);
	return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
};

/** A fresh API key with every scope; an older one of ours is replaced, since n8n shows a key only once. */
const createApiKey = async (rest: AxiosInstance): Promise<string> => {
	const existing = await rest.get<{ data: ApiKey[] | { items: ApiKey[] } }>('/api-keys');
	const keys = Array.isArray(existing.data.data) ? existing.data.data : existing.data.data.items;
	for (const { id } of keys.filter(({ label }) => label === KEY_LABEL)) await rest.delete(`/api-keys/${id}`);
	const scopes = await rest.get<{ data: string[] }>('/api-keys/scopes');
	const { status, data } = await rest.post<{ data: ApiKey }>('/api-keys', {
		label: KEY_LABEL,
		scopes: scopes.data.data,
		expiresAt: null,
	});
	if (data.data?.rawApiKey === undefined) throw refused('creating an API key', status, data);
	return data.data.rawApiKey;
};

/**
 * Makes a fresh n8n usable: owner, session, API key. On a second call for the same n8n it signs in and replaces the key.
 * @param url of a ready n8n
 * @throws Error when n8n refuses, e.g. because somebody has changed the owner's password
 */
export const setUpOwner = async (url: string): Promise<N8nClient> => {
	const rest = axios.create({
		baseURL: `${url}/rest`,
		timeout: PATIENCE_MS,
		validateStatus: () => true,
		...OWN_CONNECTION,
	});
	const cookie = await signIn(rest);
	rest.defaults.headers.common.cookie = cookie;
	return new N8nClient(url, await createApiKey(rest), cookie);
};
