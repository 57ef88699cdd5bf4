import type { Graph } from './graph';

/** What is wrong, and where. */
export interface Fault {
	/** name of the node; that of the template where it is about the whole */
	node: string;
	what: string;
}

export interface Finding extends Fault {
	rule: string;
}

/** One of the rules that every template keeps. */
export interface Rule {
	/** in words, as a sentence about a template */
	name: string;
	find(graph: Graph): Fault[];
}
