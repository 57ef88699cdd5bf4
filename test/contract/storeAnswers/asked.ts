import type { Call } from '../storeSandbox';

/** The sandbox that the tests of one suite ask. */
export interface Asked {
	/** where it is */
	readonly url: string;
	/** an order of which nothing was changed yet */
	readonly order: number;
	make(method: Call['method'], path: string, status: number, body?: unknown): Promise<unknown>;
	/** what no client can do */
	control(path: string, body?: unknown): Promise<unknown>;
}
