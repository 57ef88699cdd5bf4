import type { ServiceFunctions } from './exchange';

/** How many pages pass between two notes: 10,000 rows of the largest pages. */
const EVERY_PAGES = 40;

/** How far a list is read. */
export interface Progress {
	/** Pages that were read, this one included. */
	pages: number;
	/** Rows on them. */
	seen: number;
	/** How many rows there are in all, where the service says it. */
	total?: number;
}

/**
 * Says in the execution's hints how far a long list is read, once for so many pages; n8n shows them when the node is through, or why it was not.
 *
 * @param name of the list
 */
export function tellProgress(
	functions: ServiceFunctions,
	name: string,
	{ pages, seen, total }: Progress,
): void {
	if (pages % EVERY_PAGES !== 0 || !('addExecutionHints' in functions)) return;
	const all = total === undefined ? '' : ` of ${total}`;
	functions.addExecutionHints({
		message: `Read ${seen}${all} rows of ${name} in ${pages} pages`,
		location: 'outputPane',
		type: 'info',
	});
}

/**
 * Says that rows came or went while a list was read by page number: some may be missing.
 *
 * @param name of the list
 */
export function tellMoved(functions: ServiceFunctions, name: string): void {
	if (!('addExecutionHints' in functions)) return;
	functions.addExecutionHints({
		message: `Rows came or went while ${name} was read, so that some may be missing. Run again where each of them counts`,
		location: 'outputPane',
		type: 'warning',
	});
}
