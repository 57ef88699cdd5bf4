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

/** What each refusal of the test means (BigCommerce reference 2.5). */
const REFUSALS: IAuthenticateRuleResponseCode[] = [
	{
		type: 'responseCode',
		properties: {
			value: 401,
			message:
				'BigCommerce does not accept this access token for this store. Check both, or create a new store-level API account.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 403,
			message:
				'The access token is good, but it lacks the scope "Information & Settings: read-only". Create an API account that has it, together with "Orders: modify".',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 404,
			message:
				'BigCommerce knows no store with this hash. Copy it from the API path of your API account, the part after "stores/".',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 429,
			message: 'The store gets too many requests just now. Wait half a minute and test again.',
		},
	},
	{
		type: 'responseCode',
		properties: {
			value: 503,
			message: 'The store is in maintenance or overloaded. Wait a while and test again.',
		},
	},
];

/** A good status is not a good answer: a proxy's or a gateway's web page has no time in it, nor has anything else that is not BigCommerce. */
const NO_TIME: IAuthenticateRuleResponseSuccessBody = {
	type: 'responseSuccessBody',
	properties: {
		key: 'time',
		value: undefined,
		message:
			'Something answered, but not BigCommerce: the answer holds no time of a store. Check the base URL, and whether a proxy or a sign-in page stands between.',
	},
};

/** A store-level API account (BigCommerce reference 1.2). */
export class BigCommerceApi implements ICredentialType {
	name = 'bigCommerceApi';

	displayName = 'BigCommerce API';

	icon: Icon = {
		light: 'file:../nodes/BigCommerce/bigCommerce.svg',
		dark: 'file:../nodes/BigCommerce/bigCommerce.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-opentext/n8n-nodes-bigcommerce-opentext#bigcommerce-credential';

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
				'The access token of a store-level API account (Settings > API > Store-level API accounts)',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The client secret of the same API account. When it is given, the trigger verifies the signature of every delivery.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.bigcommerce.com',
			placeholder: 'e.g. https://api.bigcommerce.com',
			description: 'Change it only to reach BigCommerce through a proxy, or a test double',
		},
	];

	/**
	 * A function, not an expression: n8n 2.41 lets the polls of one workflow share one expression engine, and the poll that ends first takes it away from the others
	 * ("No bridge acquired for this context").
	 */
	async authenticate(
		{ accessToken }: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const headers = { ...requestOptions.headers, 'X-Auth-Token': String(accessToken) };
		return { ...requestOptions, headers };
	}

	/** The cheapest call there is; needs only the Information & Settings scope (BigCommerce reference 1.2). */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "")}}',
			url: '=/stores/{{encodeURIComponent($credentials.storeHash.trim())}}/v2/time',
			headers: { Accept: 'application/json' },
		},
		rules: testRules(REFUSALS, NO_TIME),
	};
}
