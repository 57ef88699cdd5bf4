import { isAnswered, REVIEWS, STORIES, told, type Story } from '../run/models/stories';
import { FLOOD, startWorld, type World } from './harness';
import { CaseWalks, decidersOf, reasonAt } from './support/caseWalks';
import { expectedTrail } from './support/expectedTrail';

/** What a case does by itself on its way is not in a story. */
const BY_ITSELF = 'stepReached';

/** The end says the outcome: `endRejected` is `rejected`. */
const outcomeOf = (end: string): string => end.charAt(3).toLowerCase() + end.slice(4);

describe('the process models, in a real n8n from the packed tarball', () => {
	let world: World;
	let walks: CaseWalks;

	/** Holds what n8n told of a case against its story: where it ended, who decided, and everything that happened, in order. */
	const isAsTold = async (story: Story): Promise<void> => {
		const { decision, trail } = await walks.of(story);
		const people = trail.filter(({ event }) => event !== BY_ITSELF);
		const shown = people.map(({ event, name, by, details }) => ({ event, name, by, details }));
		const deciders = decidersOf(story);
		expect(shown).toEqual(expectedTrail(story, deciders));
		expect(trail.map(({ order }) => order)).toEqual(trail.map((_, at) => at + 1));
		const last = story.steps.findLastIndex(isAnswered);
		expect(decision).toMatchObject({
			...{ ended: true, cancelled: false, endActivityId: story.end, outcome: outcomeOf(story.end) },
			...{ decidedBy: deciders[last], reason: reasonAt(story, last) },
		});
	};

	beforeAll(async () => {
		world = await startWorld('process-models', FLOOD);
		walks = await CaseWalks.begin(world, [...STORIES, ...REVIEWS.map(({ story }) => story)]);
	});

	afterAll(async () => {
		await walks?.close();
		await world?.close();
	});

	it.each(STORIES.map((story) => [story.model, told(story), story.end, story] as const))(
		'%s: %s ends at %s',
		async (_, __, ___, story) => await isAsTold(story),
	);

	it.each(REVIEWS.map(({ task, story }) => [story.model, task, story] as const))(
		'%s: %s goes on after more information, silence and what nobody understands',
		async (_, __, story) => await isAsTold(story),
	);
});
