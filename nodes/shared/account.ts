import type { ICredentialDataDecryptedObject, ICredentialsDecrypted } from 'n8n-workflow';
import type { ServiceFunctions } from './exchange';

/**
 * The credential of one call of a node, read once and passed on with each request. In a trigger every reading costs n8n a new expression engine, some 55 ms
 * (guide, section 21), and n8n's request helper would read it anew for every request.
 */
export class Account {
	private known?: Promise<ICredentialDataDecryptedObject>;

	/** @param type the credential's name */
	constructor(
		private readonly functions: ServiceFunctions,
		readonly type: string,
	) {}

	/** The fields of the credential. @throws NodeOperationError when none is chosen */
	async read(): Promise<ICredentialDataDecryptedObject> {
		this.known ??= this.functions.getCredentials(this.type);
		return await this.known;
	}

	/** The credential in the form in which n8n's request helper takes it; a renewed token is written into it. */
	async decrypted(): Promise<ICredentialsDecrypted> {
		return { id: '', name: this.type, type: this.type, data: await this.read() };
	}
}
