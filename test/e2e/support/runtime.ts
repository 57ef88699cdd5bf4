import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../sandbox/core/faults';
import type { Patience } from '../harness/waiting';

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

/** A moment in which n8n dies. */
export interface PowerCut {
	/** the node after which it dies, where nodes can be watched */
	after: string;
	/** the request of that node; where n8n is a program of its own, it dies while a service holds this back, and what was asked for comes true when n8n is gone */
	while: Pick<Fault, 'service' | 'method' | 'path' | 'times' | 'delayMs'>;
}

/** What runs a template: the real n8n, or the template runner of the engine layer. The same scenarios play in both. */
export interface Runtime {
	/** of the sandbox behind it, without a slash at the end */
	readonly sandboxUrl: string;
	/** pause between two looks of a waiting scenario, ms; left out: as the scenario says */
	readonly everyMs?: number;
	/** Begins to wait for something: how long that is of use. */
	patience(): Patience;
	/** Called between two looks of a waiting scenario: time passes, triggers look by themselves. */
	pass(ms: number): Promise<void>;
	/** Resolves when the services have nothing more to tell and nothing is under way. */
	settled(): Promise<void>;
	/** Lets time pass, ms, everywhere that a clock can be moved. */
	advance(ms: number): Promise<void>;
	/** Nobody answers any more; what was registered stays. */
	stop(): Promise<void>;
	start(): Promise<void>;
	/** Does something that begins a run in which n8n dies, and starts n8n again; what was told and not finished is due again then. */
	cutPower(cut: PowerCut, act: () => Promise<void>): Promise<void>;
	/** Waits until what was told and not finished is due to be told again; a workflow in the real n8n is published so that a minute is enough. */
	tellAgain(): Promise<void>;
	/** Executions of the template that have ended. */
	executions(): Promise<Ran[]>;
	/** What stopped those that went wrong, when everything has settled. */
	failures(): Promise<string[]>;
}
