import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';

const SECONDS = 60;

/** An option of operations that need the service to finish a file. */
export const waitField: INodeProperties = {
	displayName: 'Wait at Most (Seconds)',
	name: 'waitSeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: SECONDS,
	description:
		'How long to wait while the service still builds the PDF, which it does for a moment after the last signature',
};

/** How long the item may wait, in ms. @throws NodeOperationError when it is no number, or below 0 */
export function readWait(run: ItemRun): number {
	const seconds = Number(run.collection('options').waitSeconds ?? SECONDS);
	if (seconds >= 0 && Number.isFinite(seconds)) return seconds * 1000;
	throw run.refuse({
		what: 'Wait at Most (Seconds) must be 0 or more',
		next: 'Enter for example 60. Nothing was changed.',
	});
}
