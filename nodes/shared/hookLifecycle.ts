import type { IHookFunctions } from 'n8n-workflow';
import { operationError, type Advice } from './errorText';

/** The registrations of one trigger at its service. */
export interface Registrations {
	/** Whether every event that is wanted has exactly one registration that works, and no other event has one. */
	stands(): Promise<boolean>;
	/** Registers what is missing, repairs what does not work as it is, removes what is no longer wanted or there twice. */
	establish(): Promise<void>;
	/** Removes every one, one by one; what is gone already is no matter. */
	withdraw(): Promise<void>;
}

/** What a trigger has to do with its service. */
export interface Connection {
	registrations: Registrations;
	/** Why the service could not call this n8n; undefined when it could. n8n 2.41 shows the first half alone when a workflow is published, so that the remedy must stand in it too. */
	fault(): Advice | undefined;
}

/**
 * What n8n calls when a workflow is published and unpublished, and when a test begins and ends to listen.
 *
 * @param connect reads the credential and the settings; gets n8n's webhook address, empty when there is none
 */
export const hookLifecycle = (
	connect: (functions: IHookFunctions, address: string) => Promise<Connection>,
) => {
	const connected = async (functions: IHookFunctions): Promise<Connection> =>
		await connect(functions, functions.getNodeWebhookUrl('default') ?? '');
	const usable = async (functions: IHookFunctions): Promise<Registrations> => {
		const { registrations, fault } = await connected(functions);
		const advice = fault();
		if (advice) throw operationError(functions.getNode(), advice);
		return registrations;
	};
	return {
		async checkExists(this: IHookFunctions): Promise<boolean> {
			return await (await usable(this)).stands();
		},
		async create(this: IHookFunctions): Promise<boolean> {
			await (await usable(this)).establish();
			return true;
		},
		/** Also where the service could not call this n8n any more. */
		async delete(this: IHookFunctions): Promise<boolean> {
			await (await connected(this)).registrations.withdraw();
			return true;
		},
	};
};
