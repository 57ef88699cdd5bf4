import {
	ICredentials,
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeTypes,
} from 'n8n-workflow';

const NODE: INode = { id: '0', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };

const NO_NODES: INodeTypes = {
	getByName: () => {
		throw new Error('no nodes here');
	},
	getByNameAndVersion: () => {
		throw new Error('no nodes here');
	},
	getKnownTypes: () => ({}),
};

/** Headers of a generic authentication with their expressions worked out, as n8n's own helper does it. */
const resolvedHeaders = (headers: IDataObject, $credentials: ICredentialDataDecryptedObject): IDataObject => {
	const workflow = new Workflow({ id: '0', nodes: [], connections: {}, active: false, nodeTypes: NO_NODES });
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			String(
				workflow.expression.getSimpleParameterValue(
					NODE,
					String(value),
					'internal',
					{ $credentials },
					undefined,
				),
			),
		]),
	);
};

/**
 * What n8n's server does with credentials, without its database: keeps one set of values per credential type, authenticates by the type's own rules, and
 * renews an expirable field (n8n 2.41, `CredentialsHelper`).
 */
export class Credentials extends ICredentialsHelper {
	/** How often a token was fetched. */
	renewals = 0;

	/** How often the values were read. */
	reads = 0;

	/**
	 * @param types the credential types of the package, by name
	 * @param values what the user entered, by type; changed in place when a token is renewed
	 */
	constructor(
		private readonly types: Record<string, ICredentialType>,
		private readonly values: Record<string, ICredentialDataDecryptedObject>,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		return this.types[name]?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.types[typeName];
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		const { headers = {} } = authenticate?.properties ?? {};
		return {
			...requestOptions,
			headers: { ...requestOptions.headers, ...resolvedHeaders({ ...headers }, credentials) },
		};
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.types[typeName];
		const field = type.properties.find((property) => property.typeOptions?.expirable);
		if (!field || !type.preAuthentication || (credentials[field.name] && !expired)) return undefined;
		this.renewals += 1;
		const output = await type.preAuthentication.call(helpers, credentials);
		Object.assign(this.values[typeName], output);
		return { ...credentials, ...this.values[typeName] };
	}

	async runPreAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async getCredentials(): Promise<ICredentials> {
		return await Promise.reject(new Error('The tests keep no encrypted credentials'));
	}

	async getDecrypted(
		_additionalData: unknown,
		_node: unknown,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		return await Promise.resolve({ ...this.values[typeName] });
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(typeName: string) {
		return this.types[typeName].properties;
	}
}
