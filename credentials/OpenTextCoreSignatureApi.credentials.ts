import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { isOtds, TOKEN_SERVICES, tokenAddress } from '../nodes/OpenTextCoreSignature/transport/addresses';
import { readGrant, tokenFields, tokenSignIn } from '../nodes/shared/signIn';
import { testRules } from '../nodes/shared/testRules';
import type { TokenSource } from '../nodes/shared/token';

const CUSTOM = 'custom';

/** Both spellings of a subscription are understood (Core Signature reference 2.3). */
const withPrefix = (subscription: string): string =>
	subscription && `subscription:${subscription.replace(/^subscription:/, '')}`;

/** Token end point and parts of the request (Core Signature reference 2.2, 2.3). */
function sourceOf(credentials: ICredentialDataDecryptedObject): TokenSource {
	const text = (name: string) => String(credentials[name] ?? '').trim();
	const preset = TOKEN_SERVICES[text('signInService')];
	const url = tokenAddress(preset ? preset.url : text('signInUrl'), text('tenantId'));
	const subscription = withPrefix(text('subscription'));
	return {
		url,
		...readGrant(credentials),
		scope: [text('scope'), subscription].filter(Boolean).join(' '),
		...(subscription && isOtds(url) && { parameters: { subscription } }),
	};
}

const signIn = tokenSignIn(sourceOf);

const shownFor = (grant: string) => ({ displayOptions: { show: { grantType: [grant] } } });

/** What a refusal of the test means. */
const REFUSALS: IAuthenticateRuleResponseCode[] = [
	{
		type: 'responseCode',
		properties: {
			value: 401,
			message:
				'Core Signature does not take the token of this sign-in. Check that host, token service, site and subscription belong together.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 403,
			message:
				'The sign-in worked, but this client may not use Core Signature. Check the subscription, or ask your administrator.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 404,
			message: 'There is no Core Signature at this host. Check the host name.',
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
			message: 'Core Signature is in maintenance or overloaded. Wait a while and test again.',
		},
	},
];

/** A good status is not a good answer: a list has its rows, and a web page has none. */
const NO_LIST: IAuthenticateRuleResponseSuccessBody = {
	type: 'responseSuccessBody',
	properties: {
		key: 'results',
		value: undefined,
		message:
			'Something else than Core Signature answers at this host. Check the host name, and whether a proxy or a sign-in page stands between.',
	},
};

/** A site of OpenText Core Signature (its reference, sections 1 and 2). n8n's own OAuth 2 credential has neither the password grant nor the subscription, so the exchange is ours. */
export class OpenTextCoreSignatureApi implements ICredentialType {
	name = 'openTextCoreSignatureApi';

	displayName = 'OpenText Core Signature API';

	icon: Icon = {
		light: 'file:../nodes/OpenTextCoreSignature/openTextCoreSignature.svg',
		dark: 'file:../nodes/OpenTextCoreSignature/openTextCoreSignature.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-opentext/n8n-nodes-bigcommerce-opentext#opentext-core-signature-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			required: true,
			default: 'us',
			placeholder: 'e.g. eu',
			description:
				'Where your site lives: us (sign.core.opentext.com), eu (sign.core.opentext.eu), staging (staging.sign.core.opentext.com), or another host name or address that begins with https',
		},
		{
			displayName: 'Token Service',
			name: 'signInService',
			type: 'options',
			options: [
				...Object.entries(TOKEN_SERVICES).map(([value, { name, url }]) => ({
					name,
					value,
					description: new URL(url).host,
				})),
				{ name: 'Other Address', value: CUSTOM },
			],
			default: 'otdsUs',
			description: 'Who gives out tokens for your subscription; ask your administrator',
		},
		{
			displayName: 'Token URL',
			name: 'signInUrl',
			type: 'string',
			displayOptions: { show: { signInService: [CUSTOM] } },
			default: '',
			placeholder: 'e.g. https://otdsauth.example.com/otdstenant/{tenant}/oauth2/token',
			description: 'The address of the token end point; {tenant} stands for the site or tenant ID',
		},
		{
			displayName: 'Site or Tenant ID',
			name: 'tenantId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1f2e3d4c-0000-0000-0000-000000000000',
			description: 'The site (OTDS) or tenant (developer cloud) of your subscription',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'The application signs in as itself and is the sender',
				},
				{
					name: 'Password',
					value: 'password',
					description: 'The application signs in for a user, who is the sender',
				},
			],
			default: 'clientCredentials',
			description: 'Who signs in, and so sends the requests',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'The ID of the confidential client',
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
			description: 'The user of the site, normally an e-mail address',
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
			displayName: 'Subscription',
			name: 'subscription',
			type: 'string',
			default: '',
			placeholder: 'e.g. coresignature-example',
			description:
				'The name of the Core Signature subscription, with or without "subscription:" before it; OTDS needs it, the developer cloud normally does not',
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
			displayName: 'Callback Secret',
			name: 'callbackSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The key with which the service signs its callbacks, if you know one; callbacks without a right event hash are then refused',
		},
		...tokenFields,
	];

	preAuthentication = signIn.preAuthentication;

	authenticate = signIn.authenticate;

	/** The safest probe: no side effect, no secrets in the answer (reference 4.8). */
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ ({ us: "sign.core.opentext.com", eu: "sign.core.opentext.eu", staging: "staging.sign.core.opentext.com" }[$credentials.host.trim().toLowerCase()] || $credentials.host.trim().replace(/\\/+$/, "")).replace(/^(?!https?:)/i, "https://") }}',
			url: '/api/v1/documents/',
			qs: { limit: 1 },
			headers: { Accept: 'application/json' },
		},
		rules: testRules(REFUSALS, NO_LIST),
	};
}
