import { crossCuttingStatuses, errorBodies } from './crossCuttingStatuses';
import type { CrossCuttingStatus } from './crossCuttingStatuses';
import type { JsonObject } from './spec/json';

/** What the descriptions of a vendor leave to its prose. */
export interface Vendor {
	/** as problems and skipped suites name them */
	descriptions: string;
	/** the header that signs a request in, lower case */
	authHeader: string;
	/** statuses that any operation may answer */
	statuses: CrossCuttingStatus[];
	/** error bodies where the description gives none, by API version */
	errorBodies: Record<string, JsonObject>;
	/** statuses that a page may go with instead, of a proxy or for a path that is not there */
	pageStatuses: ReadonlySet<number>;
	/** the section that shows them */
	errorSource: string;
	/** Whether the descriptions are about this path at all. */
	covers: (pathname: string) => boolean;
}

/** BigCommerce reference 1.2, 2.5, 2.6. */
export const bigCommerce: Vendor = {
	descriptions: "BigCommerce's descriptions",
	authHeader: 'x-auth-token',
	statuses: crossCuttingStatuses,
	errorBodies,
	pageStatuses: new Set(),
	errorSource: 'BigCommerce reference 2.6',
	covers: () => true,
};

const REFUSALS = [400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504];

/** Core Signature reference 2.1, 3.3. Its tokens, pre-signed files and signing pages are outside of SignRequest's description. */
export const coreSignature: Vendor = {
	// The look-alike of Core Signature.
	descriptions: "SignRequest's descriptions",
	authHeader: 'authorization',
	statuses: REFUSALS.map((status) => ({ status, applies: () => true, source: '3.3' })),
	errorBodies: {
		v1: {
			anyOf: [
				{ type: 'object', minProperties: 1 },
				{ type: 'array', minItems: 1, items: { type: 'string' } },
			],
		},
	},
	pageStatuses: new Set([404, 413, 500, 502, 503, 504]),
	errorSource: 'Core Signature reference 3.3',
	covers: (pathname) => pathname.startsWith('/api/v1/'),
};
