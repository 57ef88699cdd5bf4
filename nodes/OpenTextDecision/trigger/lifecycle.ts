import { NodeApiError, type IHookFunctions } from 'n8n-workflow';
import { hookLifecycle, type Connection } from '../../shared/hookLifecycle';
import { connectionOf } from '../../OpenTextCoreSignature/callbacks/connection';
import { TELLING_EVENTS } from '../ways/signature/happened';

/** Workflow Service calls nobody: cases are found by polling alone. */
const NO_CALLBACKS: Connection = {
	registrations: {
		stands: async () => await Promise.resolve(true),
		establish: async () => await Promise.resolve(),
		withdraw: async () => await Promise.resolve(),
	},
	fault: () => undefined,
};

/** Callbacks come beside the polls, which find whatever they miss (decisions page, section 3). */
export const lifecycle = hookLifecycle(async (functions, address) =>
	functions.getNodeParameter('askBy', 'case') === 'signature'
		? besidePolls(functions, await connectionOf(functions, address, () => TELLING_EVENTS))
		: NO_CALLBACKS,
);

/** The same where the service cannot call, or refuses to: then the polls alone tell, and nobody is kept from publishing. */
function besidePolls(functions: IHookFunctions, { registrations, fault }: Connection): Connection {
	const tell = (why: string) =>
		functions.logger.warn(`Core Signature does not call this workflow, which polls alone: ${why}`);
	const orPolls = async <T>(step: () => Promise<T>, otherwise: T): Promise<T> => {
		try {
			return await step();
		} catch (error) {
			if (!(error instanceof NodeApiError)) return await Promise.reject(error);
			tell(error.message);
			return otherwise;
		}
	};
	return {
		registrations: {
			async stands() {
				const cannot = fault();
				if (!cannot) return await orPolls(async () => await registrations.stands(), true);
				tell(cannot.what);
				return true;
			},
			establish: async () => await orPolls(async () => await registrations.establish(), undefined),
			withdraw: async () => await registrations.withdraw(),
		},
		fault: () => undefined,
	};
}
