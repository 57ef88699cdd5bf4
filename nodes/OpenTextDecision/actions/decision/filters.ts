import type { INodeProperties } from 'n8n-workflow';
import type { Entered } from '../../../shared/record/field';
import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import type { RoundItem } from '../../rounds/roundItem';

const DAY_MS = 24 * 60 * 60_000;

/** What narrows a list of decisions down. */
export const FILTERS: INodeProperties[] = [
	{
		displayName: 'Asked By',
		name: 'askedBy',
		type: 'options',
		options: [
			{ name: 'Case', value: 'case' },
			{ name: 'Signature', value: 'signature' },
		],
		default: 'case',
		description: 'How people were asked',
	},
	{
		displayName: 'Past Deadline',
		name: 'pastDeadline',
		type: 'boolean',
		default: true,
		description: 'Whether people still have it in front of them although an answer was wanted by now',
	},
	{
		displayName: 'Purpose',
		name: 'purpose',
		type: 'string',
		default: '',
		placeholder: 'e.g. risk-review',
		description: 'Only this kind of question',
	},
	{
		displayName: 'Ran Out Before',
		name: 'ranOutBefore',
		type: 'dateTime',
		default: '',
		description: 'A Go that ended before this time',
	},
	{
		displayName: 'Runs Out In (Days)',
		name: 'runsOutInDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'A Go that is valid, but not for longer',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'multiOptions',
		options: [
			{ name: 'Being Asked', value: 'claimed' },
			{ name: 'Decided, Not Finished', value: 'decided' },
			{ name: 'Finished', value: 'applied' },
			{ name: 'Given Back Unasked', value: 'released' },
			{ name: 'Replaced or Withdrawn', value: 'closed' },
			{ name: 'Waiting for People', value: 'open' },
		],
		default: ['open'],
		description: 'How the question stands',
	},
	{
		displayName: 'Verdict',
		name: 'verdict',
		type: 'options',
		options: [
			{ name: 'Go', value: 'go' },
			{ name: 'Stop', value: 'stop' },
			{ name: 'Withdrawn', value: 'withdrawn' },
		],
		default: 'go',
		description: 'What it meant for the store',
	},
];

/** A decision as it is listed, and as it is recorded. */
export interface Listed {
	item: RoundItem;
	round: StoredRound;
}

const timeOf = ({ round }: Listed): number => Date.parse(round.record.validUntil ?? '');

/** What each filter asks of a decision. */
const TESTS: Readonly<Record<string, (listed: Listed, wanted: unknown, now: number) => boolean>> = {
	askedBy: ({ item }, wanted) => item.askedBy === wanted,
	pastDeadline: ({ item }, wanted) => item.overdue === wanted,
	ranOutBefore: (listed, wanted) =>
		listed.item.ranOut === true && timeOf(listed) < Date.parse(String(wanted)),
	runsOutInDays: (listed, wanted, now) =>
		listed.round.record.verdict === 'go' &&
		listed.item.ranOut === false &&
		timeOf(listed) <= now + Number(wanted) * DAY_MS,
	state: ({ round }, wanted) => Array.isArray(wanted) && wanted.includes(round.record.state),
	verdict: ({ round }, wanted) => round.record.verdict === wanted,
};

/** Whether a decision passes all filters; what has no test is asked of the store. @param now in ms since 1970 */
export const passes = (listed: Listed, filters: Entered, now: number): boolean =>
	Object.entries(filters).every(([name, wanted]) => TESTS[name]?.(listed, wanted, now) ?? true);
