import { SOURCES } from '../sources';
import type { ProcessSource } from '../source';
import { STORIES } from './told';
import type { Story } from './story';

/** The tasks of a model that go to somebody else when nobody answers. */
const reviewsOf = ({ nodes }: ProcessSource): string[] =>
	nodes.map(({ id }) => id).filter((id) => nodes.some((node) => node.id === `${id}Overdue`));

/**
 * A story that comes to a review, and there through everything that all reviews have alike: more information, an outcome that nobody understands, and silence, each in time
 * and overdue.
 */
function throughAll({ key, flows }: ProcessSource, task: string): Story {
	const story = STORIES.find(({ model, steps }) => model === key && steps.some(([name]) => name === task));
	if (story === undefined) throw new Error(`No story comes to ${task}`);
	const at = story.steps.findIndex(([name]) => name === task);
	const decision = flows.find(({ from }) => from === task)?.to;
	const ask = flows.find(
		({ from, condition }) => from === decision && condition?.includes('moreInformation'),
	);
	const information = String(ask?.to);
	const overdue = `${task}Overdue`;
	const [, outcome, fields] = story.steps[at];
	return {
		...story,
		steps: [
			...story.steps.slice(0, at),
			[task, 'moreInformation'],
			[information, 'ready', { answer: 'yes' }],
			[task, 'Perhaps'],
			[overdue, 'moreInformation'],
			[information, 'ready'],
			[task, 'late'],
			[overdue, 'perhaps'],
			[overdue, 'late'],
			[overdue, outcome, fields],
			...story.steps.slice(at + 1),
		],
	};
}

/** For each review of each model one story that goes through all of it. */
export const REVIEWS: ReadonlyArray<{ task: string; story: Story }> = SOURCES.flatMap((source) =>
	reviewsOf(source).map((task) => ({ task, story: throughAll(source, task) })),
);
