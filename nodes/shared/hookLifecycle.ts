import type { IHookFunctions } from 'n8n-workflow';

/** The registrations of one trigger at its service. */
export interface Registrations {
	/** Whether everything that is wanted is registered, and nothing else. */
	stands(): Promise<boolean>;
	/** Registers, adopts and repairs. */
	establish(): Promise<void>;
	/** Removes every one. */
	withdraw(): Promise<void>;
}

/**
 * What n8n calls when a workflow is published and unpublished, and when a test begins and ends to listen.
 *
 * @param registrations of the trigger
 * @param assertUsable throws an error for the user when the service could not call this n8n
 */
export const hookLifecycle = (
	registrations: (functions: IHookFunctions) => Promise<Registrations>,
	assertUsable: (functions: IHookFunctions) => Promise<void>,
) => ({
	async checkExists(this: IHookFunctions): Promise<boolean> {
		await assertUsable(this);
		return await (await registrations(this)).stands();
	},
	async create(this: IHookFunctions): Promise<boolean> {
		await assertUsable(this);
		await (await registrations(this)).establish();
		return true;
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		await (await registrations(this)).withdraw();
		return true;
	},
});
