import type { ServiceFunctions } from '../../shared/exchange';
import type { Place } from './pagination';

/** How many pages pass between two notes: 10,000 rows of the largest pages. */
const EVERY_PAGES = 40;

/**
 * Says in the execution's hints how far a long list is read, once for so many pages; n8n shows them when the node is through, or why it was not.
 *
 * @param name of the list
 * @param read the page that came
 * @param next where the reading stands after it
 */
export function tellProgress(functions: ServiceFunctions, name: string, read: Place, next: Place): void {
	if (read.number % EVERY_PAGES !== 0 || !('addExecutionHints' in functions)) return;
	const all = next.total === undefined ? '' : ` of ${next.total}`;
	functions.addExecutionHints({
		message: `Read ${next.seen}${all} rows of ${name} in ${read.number} pages`,
		location: 'outputPane',
		type: 'info',
	});
}
