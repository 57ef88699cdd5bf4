import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { gatewayAddress } from '../nodes/shared/gateway';
import { sharedToken, tokenKey, type TokenSource } from '../nodes/shared/token';

/** Token end point and parts of the request (Workflow Service reference 2.1). */
function sourceOf(credentials: ICredentialDataDecryptedObject): TokenSource {
	const text = (name: string) => String(credentials[name] ?? '').trim();
	const grant = credentials.grantType === 'password' ? 'password' : 'clientCredentials';
	return {
		url: `${gatewayAddress(text('host'))}/tenants/${encodeURIComponent(text('tenantId'))}/oauth2/token`,
		grant,
		clientId: text('clientId'),
		clientSecret: String(credentials.clientSecret ?? ''),
		...(grant === 'password' && { username: text('username'), password: String(credentials.password ?? '') }),
		scope: text('scope'),
	};
}

const shownFor = (grant: string) => ({ displayOptions: { show: { grantType: [grant] } } });

/** A tenant of OpenText's API gateway (Workflow Service reference, sections 1 and 2). n8n's own OAuth 2 credential has no password grant, so the exchange is ours. */
export class OpenTextWorkflowApi implements ICredentialType {
	name = 'openTextWorkflowApi';

	displayName = 'OpenText Workflow API';

	icon: Icon = {
		light: 'file:../nodes/OpenTextWorkflow/openTextWorkflow.svg',
		dark: 'file:../nodes/OpenTextWorkflow/openTextWorkflow.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-opentext/n8n-nodes-bigcommerce-opentext#opentext-workflow-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. us',
			description:
				'The region of your organization as the developer console shows it (such as us, ca or na-1-dev), or the whole host name, or an address that begins with https',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1f2e3d4c-0000-0000-0000-000000000000',
			description: 'The tenant in which your application runs',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'The application signs in as itself',
				},
				{ name: 'Password', value: 'password', description: 'The application signs in for a user' },
			],
			default: 'clientCredentials',
			description: 'Who signs in',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'The ID of the confidential client of your application',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The secret of the confidential client',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			...shownFor('password'),
			default: '',
			placeholder: 'e.g. rita.reviewer@example.com',
			description: 'The user of the tenant, normally an e-mail address',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			...shownFor('password'),
			default: '',
			description: 'The password of the user',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: '',
			placeholder: 'e.g. openid',
			description: 'Leave it empty unless your administrator gave you one',
		},
		{
			displayName: 'Current Subscription Only',
			name: 'currentSubscriptionOnly',
			type: 'boolean',
			default: true,
			description: 'Whether lists leave out cases and tasks of other applications in the tenant',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Access Token Made From',
			name: 'accessTokenFor',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	/** n8n calls this when there is no token yet, and once more after a 401; it keeps what is returned with the credential. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const source = sourceOf(credentials);
		const accessToken = await sharedToken(this, source, String(credentials.accessToken ?? ''));
		return { accessToken, accessTokenFor: tokenKey(source) };
	}

	/**
	 * n8n keeps the token when somebody edits the credential. A token of the user or tenant that stood there before is not sent: the service then answers
	 * 401, and n8n gets the right one.
	 */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const { accessToken, accessTokenFor } = credentials;
		if (accessTokenFor !== tokenKey(sourceOf(credentials))) return requestOptions;
		const headers = { ...requestOptions.headers, Authorization: `Bearer ${String(accessToken)}` };
		return { ...requestOptions, headers };
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.host.trim().replace(/\\/+$/, "").replace(/^(dev\\.)?[a-z0-9-]+$/i, "$&.api.opentext.com").replace(/^(?!https?:)/i, "https://") }}',
			url: '/workflow/v1/process-instances',
			qs: { count: 1 },
			headers: { Accept: 'application/hal+json, application/json' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Workflow Service does not take the token of this sign-in. Check that host and tenant ID belong together.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The sign-in worked, but this client may not use Workflow Service. Ask your administrator to add the service to the application.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'There is no Workflow Service at this host. Check the region or host name.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message: 'The service gets too many requests just now. Wait a moment and test again.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 503,
					message: 'Workflow Service is in maintenance or overloaded. Wait a while and test again.',
				},
			},
		],
	};
}
