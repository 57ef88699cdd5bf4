import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { gatewayAddress } from '../nodes/shared/gateway';
import { sharedToken } from '../nodes/shared/token';

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
	];

	/** n8n calls this when there is no token yet, and once more after a 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const text = (name: string) => String(credentials[name] ?? '').trim();
		const accessToken = await sharedToken(
			this,
			{
				url: `${gatewayAddress(text('host'))}/tenants/${encodeURIComponent(text('tenantId'))}/oauth2/token`,
				grant: credentials.grantType === 'password' ? 'password' : 'clientCredentials',
				clientId: text('clientId'),
				clientSecret: String(credentials.clientSecret ?? ''),
				username: text('username'),
				password: String(credentials.password ?? ''),
				scope: text('scope'),
			},
			text('accessToken'),
		);
		return { accessToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ /^https?:/.test($credentials.host.trim()) ? $credentials.host.trim().replace(/\\/+$/, "") : "https://" + ($credentials.host.includes(".") ? $credentials.host.trim() : $credentials.host.trim() + ".api.opentext.com") }}',
			url: '/workflow/v1/process-instances',
			qs: { count: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'The sign-in was refused. Check tenant ID, client ID and client secret.',
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
		],
	};
}
