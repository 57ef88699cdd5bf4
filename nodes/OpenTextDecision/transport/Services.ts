import type { ClientOptions } from '../../shared/clientOptions';
import type { ServiceFunctions } from '../../shared/exchange';
import { StoreClient } from '../../BigCommerce/transport/StoreClient';
import { B2bClient } from '../../BigCommerce/edition/transport/B2bClient';
import { SignatureClient } from '../../OpenTextCoreSignature/transport/SignatureClient';
import { WorkflowClient } from '../../OpenTextWorkflow/transport/WorkflowClient';

/** Everything a decision touches: the store, and the services in which people decide. A credential is read when it is first needed. */
export class Services {
	readonly store: StoreClient;

	/** For companies and quotes alone. */
	readonly b2b: B2bClient;

	readonly cases: WorkflowClient;

	readonly signatures: SignatureClient;

	constructor(
		readonly functions: ServiceFunctions,
		options?: ClientOptions,
	) {
		this.store = new StoreClient(functions, options);
		this.b2b = new B2bClient(functions, options);
		this.cases = new WorkflowClient(functions, options);
		this.signatures = new SignatureClient(functions, options);
	}
}
