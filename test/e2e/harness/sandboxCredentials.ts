import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import * as fixtures from '../../sandbox/core/fixtures';
import type { N8nClient, StoredCredential } from './n8nClient';

interface SandboxCredential {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** The credentials with which n8n's nodes reach the sandbox, under the names that n8n gives new ones: an import by the menu finds them (n8n guide 21). */
export const sandboxCredentials = (sandboxUrl: string): SandboxCredential[] => [
	{
		name: 'BigCommerce account',
		type: 'bigCommerceApi',
		data: {
			storeHash: fixtures.STORE_HASH,
			accessToken: fixtures.ACCESS_TOKEN,
			clientSecret: fixtures.CLIENT_SECRET,
			baseUrl: `${sandboxUrl}/bigcommerce`,
		},
	},
	{
		name: 'BigCommerce B2B account',
		type: 'bigCommerceB2bApi',
		data: {
			storeHash: fixtures.STORE_HASH,
			accessToken: fixtures.ACCESS_TOKEN,
			baseUrl: `${sandboxUrl}/bigcommerce`,
		},
	},
	{
		name: 'OpenText Core Signature account',
		type: 'openTextCoreSignatureApi',
		data: {
			host: `${sandboxUrl}/signature`,
			signInService: 'custom',
			signInUrl: `${sandboxUrl}/signature/otdstenant/{tenant}/oauth2/token`,
			tenantId: fixtures.TENANT_ID,
			grantType: 'clientCredentials',
			clientId: fixtures.OPENTEXT_CLIENT_ID,
			clientSecret: fixtures.OPENTEXT_CLIENT_SECRET,
			username: '',
			password: '',
			subscription: fixtures.SIGNATURE_SUBSCRIPTION,
			scope: '',
			callbackSecret: '',
		},
	},
	{
		name: 'OpenText Workflow account',
		type: 'openTextWorkflowApi',
		data: {
			host: `${sandboxUrl}/opentext`,
			tenantId: fixtures.TENANT_ID,
			grantType: 'clientCredentials',
			clientId: fixtures.OPENTEXT_CLIENT_ID,
			clientSecret: fixtures.OPENTEXT_CLIENT_SECRET,
			username: '',
			password: '',
			scope: '',
			currentSubscriptionOnly: false,
		},
	},
];

/**
 * Creates the sandbox credentials, or points existing ones of the same name and type to this sandbox.
 * @param more credentials of n8n's own nodes
 * @returns by type, ready for attachCredentials
 */
export const ensureSandboxCredentials = async (
	client: N8nClient,
	sandboxUrl: string,
	more: readonly SandboxCredential[] = [],
): Promise<Record<string, StoredCredential>> => {
	const existing = await client.credentials();
	const ensured: Record<string, StoredCredential> = {};
	for (const { name, type, data } of [...sandboxCredentials(sandboxUrl), ...more]) {
		const known = existing.find((candidate) => candidate.name === name && candidate.type === type);
		if (known !== undefined) await client.updateCredential(known.id, data);
		ensured[type] = known ?? (await client.createCredential(name, type, data));
	}
	return ensured;
};
