import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { runs } from '../../../support/runs';
import { ServiceModel } from '../../../support/workflowEvents/serviceModel';
import { Play, stories } from '../../../support/workflowEvents/story';

/** Over all events more than ten thousand sequences. */
const SEQUENCES = 1_500;

interface EventCase {
	event: string;
	parameters?: IDataObject;
	/** What of the item tells one event from another. */
	by: readonly string[];
	/** Which of them are wanted. */
	isWanted?: (of: IDataObject) => boolean;
}

const CASES: readonly EventCase[] = [
	{ event: 'caseStarted', by: ['id'] },
	{ event: 'caseEnded', by: ['id'] },
	{
		event: 'caseEnded',
		parameters: { outcomes: 'Approved, postponed' },
		by: ['id'],
		isWanted: ({ outcome }) => outcome === 'approved',
	},
	{ event: 'taskCreated', by: ['id'] },
	{ event: 'taskCompleted', by: ['id'] },
	{ event: 'taskAssigned', by: ['id', 'who'] },
	{ event: 'taskOverdue', by: ['id', 'due'] },
];

/** Numbers from 0 to 1 that a seed decides. */
const randomBy = (seed: number) => {
	let state = seed + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
};

const named = (of: readonly IDataObject[], by: readonly string[]) =>
	of.map((entry) => by.map((name) => String(entry[name])).join(' ')).sort();

describe('whatever history, paging, clocks and restarts do (reference 7.4)', () => {
	afterEach(() => jest.restoreAllMocks());

	it.each(CASES)(
		'each event is told once, and none is missed: $event $parameters',
		async ({ event, parameters, by, isWanted = () => true }) => {
			await fc.assert(
				fc.asyncProperty(stories, async ({ ways, seed, told }) => {
					const model = new ServiceModel(ways, randomBy(seed));
					jest.spyOn(Date, 'now').mockImplementation(() => model.now + ways.oursAheadMs);
					const play = new Play(model, event, parameters);
					await play.begin();
					for (const step of told) await play.take(step);
					await play.finish();
					const due = (play.ledger.due.get(event) ?? []).filter(isWanted);
					expect(named(play.watcher.told, by)).toEqual(named(due, by));
				}),
				runs(SEQUENCES),
			);
		},
		120_000,
	);
});
