import { createBigCommerceStandIn } from './bigcommerce';
import type { BigCommerceStandIn } from './bigcommerce';
import { registerConsole } from './console';
import type { SandboxContext } from './core/context';
import { createSignatureStandIn } from './signature';
import type { SignatureStandIn } from './signature';
import { registerOutboxPage } from './signature/routes/pages';
import { startServer } from './server';
import type { ServerOptions } from './server';
import { createWorkflowStandIn } from './workflow';

export type WorkflowStandIn = Awaited<ReturnType<typeof createWorkflowStandIn>>;

export interface Sandbox {
	/** http://127.0.0.1:<port> */
	url: string;
	port: number;
	context: SandboxContext;
	bigCommerce: BigCommerceStandIn;
	workflow: WorkflowStandIn;
	signature: SignatureStandIn;
	/** Stops serving, stops timers and writes the state to disk. */
	close(): Promise<void>;
}

/**
 * Starts the stand-ins of the three services, the console page and the outbox page on one loopback port.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startSandbox(options: ServerOptions = {}): Promise<Sandbox> {
	const { parts, ...server } = await startServer(
		options,
		async (context) => ({
			bigCommerce: await createBigCommerceStandIn(context),
			workflow: await createWorkflowStandIn(context),
			signature: await createSignatureStandIn(context),
		}),
		async (app) => {
			await registerConsole(app);
			registerOutboxPage(app);
		},
	);
	return { ...server, ...parts };
}
