import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { sharedToken, tokenKey, type TokenSource } from './token';

/** Where n8n keeps the token, and what it was made from. */
export const tokenFields: INodeProperties[] = [
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

/**
 * Who signs in, read from a credential's fields of these names.
 *
 * @returns a token source without its end point
 */
export function readGrant(credentials: ICredentialDataDecryptedObject): Omit<TokenSource, 'url' | 'scope'> {
	const text = (name: string) => String(credentials[name] ?? '').trim();
	const grant = credentials.grantType === 'password' ? 'password' : 'clientCredentials';
	return {
		grant,
		clientId: text('clientId'),
		clientSecret: String(credentials.clientSecret ?? ''),
		...(grant === 'password' && { username: text('username'), password: String(credentials.password ?? '') }),
	};
}

/**
 * Signs in with a token that everything in this process shares.
 *
 * @param sourceOf what makes the token, from the credential's fields
 */
export const tokenSignIn = (sourceOf: (credentials: ICredentialDataDecryptedObject) => TokenSource) => {
	/** n8n calls this when there is no token yet, and once more after a 401; it keeps what is returned with the credential. */
	async function preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const source = sourceOf(credentials);
		const accessToken = await sharedToken(this, source, String(credentials.accessToken ?? ''));
		return { accessToken, accessTokenFor: tokenKey(source) };
	}

	/**
	 * n8n keeps the token when somebody edits the credential. A token of the user or tenant that stood there before is not sent: the service then answers 401, and n8n gets the
	 * right one.
	 */
	const authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const { accessToken, accessTokenFor } = credentials;
		if (accessTokenFor !== tokenKey(sourceOf(credentials))) return requestOptions;
		const headers = { ...requestOptions.headers, Authorization: `Bearer ${String(accessToken)}` };
		return { ...requestOptions, headers };
	};

	return { preAuthentication, authenticate };
};
