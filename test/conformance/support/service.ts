import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { World } from '../../engine/support/world';
import type { Scope } from '../../../nodes/shared/operation';
import { contractProblems, formatProblems, type SpecSet } from '../../contract';
import type { Exchange } from '../../sandbox/core/exchanges';

type ServiceName = 'bigcommerce' | 'signature' | 'workflow';

/** What the walk must know of the service behind a node. */
export interface Service {
	/** As the sandbox's log names it; several where a node speaks to several. */
	name: ServiceName | ServiceName[];
	/** What departs from the vendor's own description; undefined where the description is not here. */
	faults?(exchanges: readonly Exchange[]): string[];
	/** What opens the sandbox with these rights and no others; left out where the service has no rights by operation. */
	limited?(world: World, scopes: readonly Scope[]): Record<string, ICredentialDataDecryptedObject>;
	/** Requests that read although their method writes: method and path. */
	queries?: RegExp;
}

/** Holds requests and answers against a vendor's descriptions. */
export const faultsWith =
	(specs: SpecSet) =>
	(exchanges: readonly Exchange[]): string[] =>
		formatProblems(contractProblems(specs, exchanges)).split('\n').filter(Boolean);
