import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { gatewayAddress } from '../nodes/OpenTextWorkflow/transport/gateway';
import { readGrant, tokenFields, tokenSignIn } from '../nodes/shared/signIn';
import type { TokenSource } from '../nodes/shared/token';

/** Token end point and parts of the request (Workflow Service reference 2.1). */
function sourceOf(credentials: ICredentialDataDecryptedObject): TokenSource {
	const text = (name: string) => String(credentials[name] ?? '').trim();
	return {
		url: `${gatewayAddress(text('host'))}/tenants/${encodeURIComponent(text('tenantId'))}/oauth2/token`,
		...readGrant(credentials),
		scope: text('scope'),
	};
}

const signIn = tokenSignIn(sourceOf);

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
		...tokenFields,
	];

	preAuthentication = signIn.preAuthentication;

	authenticate = signIn.authenticate;

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
