import type { FastifyInstance } from 'fastify';

import type { FaultService } from './faults';

/** Where each service lives on the sandbox's one port. */
export const SERVICE_PREFIXES: Record<FaultService, string> = {
	bigcommerce: '/bigcommerce',
	workflow: '/opentext',
	signature: '/signature',
};

/** A stand-in for one service; it plugs itself into the sandbox's server. */
export interface StandIn {
	name: FaultService;
	/** Adds the vendor's routes under its prefix and its control routes under /_sandbox/<name>. */
	register(app: FastifyInstance): Promise<void>;
	/** The server listens: its address is known from now on. */
	listening?(): void;
	/** What the service holds now, for tests that count what was done to it. */
	kept(): object;
	/** Forgets all state and settings. */
	reset(): Promise<void>;
	/** Writes the state to disk and stops timers. */
	close(): Promise<void>;
}
