import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	IRequestOptionsSimplified,
	Workflow,
} from 'n8n-workflow';

/** Credentials by type, as entered. */
export type CredentialValues = Readonly<Record<string, ICredentialDataDecryptedObject>>;

type Request = IHttpRequestOptions | IRequestOptionsSimplified;

const isHttpRequest = (request: Request): request is IHttpRequestOptions =>
	'url' in request || 'uri' in request;

/**
 * n8n's helper for credentials, without its database: values come from memory and are written into the request as the credential's own
 * `authenticate` says. Every node gets the same one.
 *
 * @param Base `ICredentialsHelper` of the n8n that runs
 * @param typeOf the credential type by its name
 */
export function memoryCredentials(
	Base: typeof ICredentialsHelper,
	typeOf: (name: string) => ICredentialType,
	values: CredentialValues,
): ICredentialsHelper {
	const stored = (type: string): ICredentialDataDecryptedObject => {
		const found = values[type];
		if (!found) throw new Error(`The benchmark has no credential of type ${type}`);
		return found;
	};
	const resolve = (
		text: string,
		credentials: ICredentialDataDecryptedObject,
		workflow: Workflow,
		node: INode,
	) =>
		String(
			workflow.expression.getSimpleParameterValue(
				node,
				text,
				'internal',
				{ $credentials: credentials },
				undefined,
				'',
			),
		);

	return new (class extends Base {
		getParentTypes() {
			return [];
		}

		isCredentialUsableByNode() {
			return true;
		}

		async authenticate(
			credentials: ICredentialDataDecryptedObject,
			typeName: string,
			request: Request,
			workflow?: Workflow,
			node?: INode,
		): Promise<IHttpRequestOptions> {
			const { authenticate } = typeOf(typeName);
			if (!isHttpRequest(request) || !workflow || !node) throw new Error('Not a request of a node');
			if (typeof authenticate === 'function') return await authenticate(credentials, request);
			for (const [name, value] of Object.entries(authenticate?.properties.headers ?? {})) {
				request.headers ??= {};
				request.headers[resolve(name, credentials, workflow, node)] = resolve(
					String(value),
					credentials,
					workflow,
					node,
				);
			}
			return request;
		}

		async preAuthentication() {
			return undefined;
		}

		async runPreAuthentication() {
			return undefined;
		}

		async getCredentials(): Promise<never> {
			throw new Error('The benchmark stores no credentials');
		}

		async getDecrypted(_data: unknown, _details: unknown, type: string) {
			return { ...stored(type) };
		}

		async updateCredentials() {}

		async updateCredentialsOauthTokenData() {}

		getCredentialsProperties(type: string) {
			return typeOf(type).properties;
		}
	})();
}
