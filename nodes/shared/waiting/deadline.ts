import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../itemRun';

/** So that the deadline stays a date, in whatever unit. */
const MOST_UNITS = 1_000_000;

const UNIT_MS: ReadonlyMap<string, number> = new Map([
	['minutes', 60_000],
	['hours', 3_600_000],
	['days', 86_400_000],
]);

/**
 * How long an execution waits. It always has a deadline.
 *
 * @param what is read again when nobody has called by then
 */
export const deadlineFields = (what: string): INodeProperties[] => [
	{
		displayName: 'Wait at Most',
		name: 'waitAmount',
		type: 'number',
		typeOptions: { minValue: 1 },
		required: true,
		default: 3,
		description: `After that the item leaves by Timed Out; read the ${what} again there`,
	},
	{
		displayName: 'Wait Unit',
		name: 'waitUnit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'days',
		description: 'The unit of the time to wait',
	},
];

/** When the waiting ends at the latest. @throws NodeOperationError when what was entered is no time to wait */
export function readDeadline(run: ItemRun): Date {
	const amount = run.number('waitAmount', 3, { label: 'Wait at Most', most: MOST_UNITS });
	const unit = UNIT_MS.get(run.text('waitUnit', 'days'));
	if (amount > 0 && unit) return new Date(Date.now() + amount * unit);
	throw run.refuse({
		what: unit ? 'Wait at Most must be more than 0' : 'Wait Unit is none of minutes, hours and days',
		next: 'Enter how long the execution may wait, for example 3 days.',
	});
}
