import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { testRules } from '../nodes/shared/testRules';

/** What each refusal of the test means (BigCommerce reference 1.4, 13.1). */
const REFUSALS: IAuthenticateRuleResponseCode[] = [
	{
		type: 'responseCode',
		properties: {
			value: 401,
			message:
				'B2B Edition does not accept this access token for this store. Check both, or create a new store-level API account.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 403,
			message:
				'The access token is good, but it lacks the scope "B2B Edition: modify". Create an API account that has it; only a store with B2B Edition offers it.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 429,
			message: 'B2B Edition gets too many requests just now. Wait a minute and test again.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 500,
			message:
				'B2B Edition could not answer, as it does for a store hash that is not that of the access token. Check the store hash, and test again.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 503,
			message: 'B2B Edition is in maintenance or overloaded. Wait a while and test again.',
		},
	},
];

/** A good status is not a good answer: a page of a proxy or a gateway has no code in it, nor has anything else that is not B2B Edition. */
const NO_ENVELOPE: IAuthenticateRuleResponseSuccessBody = {
	type: 'responseSuccessBody',
	properties: {
		key: 'meta.pagination',
		value: undefined,
		message:
			'Something answered, but not B2B Edition: the answer holds no list of companies. Check the base URL, and whether a proxy or a sign-in page stands between.',
	},
};

/** A store-level API account with the B2B scope (BigCommerce reference 1.4); the API has a host and headers of its own. */
export class BigCommerceB2bApi implements ICredentialType {
	name = 'bigCommerceB2bApi';

	displayName = 'BigCommerce B2B API';

	icon: Icon = {
		light: 'file:../nodes/BigCommerceB2b/bigCommerceB2b.svg',
		dark: 'file:../nodes/BigCommerceB2b/bigCommerceB2b.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-opentext/n8n-nodes-bigcommerce-opentext#bigcommerce-b2b-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Store Hash',
			name: 'storeHash',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. abc123xyz',
			description:
				'The short id of the store: the part after "stores/" in the API path, and after "store-" in the address of the control panel',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The access token of a store-level API account with the scope "B2B Edition: modify" (Settings > API > Store-level API accounts)',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api-b2b.bigcommerce.com',
			placeholder: 'e.g. https://api-b2b.bigcommerce.com',
			description: 'Change it only to reach B2B Edition through a proxy, or a test double',
		},
	];

	/** A function, not an expression: see the BigCommerce credential. */
	async authenticate(
		{ accessToken, storeHash }: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const signed = { 'X-Auth-Token': String(accessToken), 'X-Store-Hash': String(storeHash).trim() };
		return { ...requestOptions, headers: { ...requestOptions.headers, ...signed } };
	}

	/** A page of the shortest: nothing cheaper asks for the scope (BigCommerce reference 1.4). */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "")}}',
			url: '/api/v3/io/companies?limit=2',
			headers: { Accept: 'application/json' },
		},
		rules: testRules(REFUSALS, NO_ENVELOPE),
	};
}
