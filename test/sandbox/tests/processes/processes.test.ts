/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fileNameOf } from '../../../run/models/source';
import { openWorkflow, type Workflow } from '../workflowHarness';
import { SOURCES } from '../../../run/models/sources';

import { STORIES } from './stories';
import type { Step } from './stories/story';
import { sourceOf, Walker } from './walker';

const PROCESSES = join(__dirname, '../../../../workflows-templates/processes');

const shown = (steps: readonly Step[]) => steps.map(([task, outcome]) => `${task}: ${outcome}`).join(', ');

/** Tasks that go to somebody else when nobody answers. */
const reviewsOf = (key: string) => {
	const { nodes } = sourceOf(key);
	return nodes.map(({ id }) => id).filter((id) => nodes.some((node) => node.id === `${id}Overdue`));
};

describe('the process models, as they run', () => {
	let workflow: Workflow;
	let walker: Walker;
	beforeAll(async () => {
		workflow = await openWorkflow();
		walker = new Walker(workflow);
	});
	afterAll(async () => await workflow.close());

	it.each(STORIES.map((story) => [story.model, shown(story.steps), story.end, story] as const))(
		'%s: %s ends at %s',
		async (_, __, end, story) => {
			const id = await walker.start(story);
			await walker.walk(id, story.steps);
			expect(await walker.endOf(id)).toBe(end);
		},
	);

	it.each(SOURCES.map((source) => [source.key, source] as const))(
		"%s: runs alike when it was deployed in the service's own form",
		async (key, source) => {
			const modelContent = JSON.parse(
				readFileSync(join(PROCESSES, `${fileNameOf(source)}.model.json`), 'utf8'),
			);
			const { status, data } = await workflow.api('POST', '/runtime/models', {
				modelType: 'json',
				modelContent,
			});
			expect(status).toBe(201);
			expect(data).toMatchObject({ key, version: 2, modelType: 'json' });
			const shown = await workflow.api('GET', `/runtime/models/${data.id}`);
			expect(shown.data.modelContent).toEqual(modelContent);
			for (const story of STORIES.filter(({ model }) => model === key)) {
				const id = await walker.start(story);
				await walker.walk(id, story.steps);
				expect(await walker.endOf(id)).toBe(story.end);
			}
			expect((await workflow.api('DELETE', `/runtime/models/${data.id}`)).status).toBe(204);
		},
	);

	const reviews = SOURCES.flatMap(({ key }) => reviewsOf(key).map((task) => [key, task] as const));

	it.each(reviews)(
		'%s: %s goes on after more information, silence and what nobody understands',
		async (key, task) => {
			const story = STORIES.find(
				({ model, steps }) => model === key && steps.some(([name]) => name === task),
			);
			if (story === undefined) throw new Error(`No story comes to ${task}`);
			const at = story.steps.findIndex(([name]) => name === task);
			const { flows } = sourceOf(key);
			const decision = flows.find(({ from }) => from === task)?.to;
			const ask = flows.find(
				({ from, condition }) => from === decision && condition?.includes('moreInformation'),
			);
			const id = await walker.start(story);
			await walker.walk(id, story.steps.slice(0, at));
			await walker.walk(id, [
				[task, 'moreInformation'],
				[String(ask?.to), 'ready', { answer: 'yes' }],
				[task, 'Perhaps'],
			]);
			await walker.walk(id, [
				[`${task}Overdue`, 'moreInformation'],
				[String(ask?.to), 'ready'],
				[task, 'late'],
			]);
			const [, outcome, fields] = story.steps[at];
			await walker.walk(id, [
				[`${task}Overdue`, 'perhaps'],
				[`${task}Overdue`, 'late'],
				[`${task}Overdue`, outcome, fields],
			]);
			await walker.walk(id, story.steps.slice(at + 1));
			expect(await walker.endOf(id)).toBe(story.end);
		},
	);

	it.each(SOURCES.map((source) => [source.key, source] as const))(
		'%s: each outcome of each task, each time that runs out and each end is in a story',
		(key, { nodes }) => {
			const stories = STORIES.filter(({ model }) => model === key);
			const told = new Set(
				stories.flatMap(({ steps }) => steps.map(([task, outcome]) => `${task}: ${outcome}`)),
			);
			const alike = /Overdue$|Information$/;
			const all = nodes.flatMap((node) =>
				node.kind === 'task' && !alike.test(node.id)
					? node.outcomes.map(({ value }) => `${node.id}: ${value}`)
					: [],
			);
			expect(all.filter((step) => !told.has(step) && !step.endsWith(': moreInformation'))).toEqual([]);
			const ends = nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id);
			expect(ends.filter((end) => !stories.some((story) => story.end === end))).toEqual([]);
		},
	);
});
