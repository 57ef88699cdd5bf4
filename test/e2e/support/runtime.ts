import type { IDataObject } from 'n8n-workflow';
import type { WaitOptions } from '../harness/waiting';

/** One execution, as far as scenarios look at it. */
export interface Ran {
	status: string;
	/**
	 * The items that a node gave out.
	 *
	 * @param output counted from 0; all of them when left out
	 */
	itemsOf(node: string, output?: number): IDataObject[];
}

/** What runs a template: the real n8n, or the template runner of the engine layer. The same scenarios play in both. */
export interface Runtime {
	/** of the sandbox behind it, without a slash at the end */
	readonly sandboxUrl: string;
	/** how long scenarios wait for something */
	readonly pace: WaitOptions;
	/** copies of one delivery that may be sent at once without more being tried than the rule: n8n spends much on each with its defaults */
	readonly flood: number;
	/** Called between two looks of a waiting scenario: time passes, triggers look by themselves. */
	pass(ms: number): Promise<void>;
	/** Resolves when the services have nothing more to tell and nothing is under way. */
	settled(): Promise<void>;
	/** Lets time pass, ms, everywhere that a clock can be moved. */
	advance(ms: number): Promise<void>;
	/** Nobody answers any more; what was registered stays. */
	stop(): Promise<void>;
	start(): Promise<void>;
	/** Executions of the template that have ended. */
	executions(): Promise<Ran[]>;
	/** What stopped those that went wrong, when everything has settled. */
	failures(): Promise<string[]>;
}
