import type { IHttpRequestMethods } from 'n8n-workflow';
import type { MinuteCap } from '../../../shared/perMinute';

/** Calls in a minute and store, as the vendor publishes them (BigCommerce reference 13.1; company.yaml, attachments and hierarchy); `*` is one part of a path. */
const CAPS: ReadonlyArray<readonly [method: IHttpRequestMethods, path: string, perMinute: number]> = [
	['POST', '/companies/*/attachments', 15],
	['GET', '/companies/*/hierarchy', 15],
];

const ROWS = CAPS.map(([method, path, most]) => ({
	method,
	cap: { name: `${method} ${path}`, most },
	matches: new RegExp(`^${path.replaceAll('*', '[^/]+')}$`),
}));

/** How many requests of this kind a store takes in a minute; undefined where nothing is published. */
export const capOf = (method: IHttpRequestMethods, path: string): MinuteCap | undefined =>
	ROWS.find((row) => row.method === method && row.matches.test(path))?.cap;
