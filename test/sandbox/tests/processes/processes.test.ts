/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fileNameOf } from '../../../run/models/source';
import { SOURCES } from '../../../run/models/sources';
import { REVIEWS, STORIES, told } from '../../../run/models/stories';
import { HOUR, openWorkflow, type Workflow } from '../workflowHarness';

import { Walker } from './walker';

const PROCESSES = join(__dirname, '../../../../workflows-templates/processes');

describe('the process models, as they run', () => {
	let workflow: Workflow;
	let walker: Walker;
	beforeAll(async () => {
		workflow = await openWorkflow();
		walker = new Walker(workflow);
	});
	afterAll(async () => await workflow.close());

	it.each(STORIES.map((story) => [story.model, told(story), story.end, story] as const))(
		'%s: %s ends at %s',
		async (_, __, end, story) => expect(await walker.walk(story)).toBe(end),
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
				expect(await walker.walk(story)).toBe(story.end);
			}
			expect((await workflow.api('DELETE', `/runtime/models/${data.id}`)).status).toBe(204);
		},
	);

	it.each(REVIEWS.map(({ task, story }) => [story.model, task, story] as const))(
		'%s: %s goes on after more information, silence and what nobody understands',
		async (_, __, story) => expect(await walker.walk(story)).toBe(story.end),
	);

	it.each(REVIEWS.map(({ task, story }) => [story.model, task, story] as const))(
		'%s: %s is due as long after it is asked again as after the first time, and that is when its time is over',
		async (_, task, story) => {
			const at = story.steps.findIndex(([name]) => name === task);
			const id = await walker.start(story);
			await walker.steps(id, story.steps.slice(0, at));
			const timeOf = async () => {
				const [{ createTime, dueDate }] = await workflow.tasks(id);
				return Date.parse(dueDate) - Date.parse(createTime);
			};
			const first = await timeOf();
			expect(first).toBe(story.without?.includes('deadlineIn') ? 48 * HOUR : 24 * HOUR);
			await workflow.advance(first - HOUR);
			await walker.steps(id, story.steps.slice(at, at + 2));
			expect(await timeOf()).toBe(first);
			await workflow.advance(first - HOUR);
			expect(await walker.waitsAt(id)).toBe(task);
			await workflow.advance(HOUR);
			expect(await walker.waitsAt(id)).toBe(`${task}Overdue`);
		},
	);

	it.each(SOURCES.map((source) => [source.key, source] as const))(
		'%s: each outcome of each task, each time that runs out and each end is in a story',
		(key, { nodes }) => {
			const stories = STORIES.filter(({ model }) => model === key);
			const steps = new Set(
				stories.flatMap((story) => story.steps.map(([task, outcome]) => `${task}: ${outcome}`)),
			);
			const alike = /Overdue$|Information$/;
			const all = nodes.flatMap((node) =>
				node.kind === 'task' && !alike.test(node.id)
					? node.outcomes.map(({ value }) => `${node.id}: ${value}`)
					: [],
			);
			expect(all.filter((step) => !steps.has(step) && !step.endsWith(': moreInformation'))).toEqual([]);
			const ends = nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id);
			expect(ends.filter((end) => !stories.some((story) => story.end === end))).toEqual([]);
		},
	);

	it.each(SOURCES.map((source) => [source.key, source] as const))(
		'%s: cases come through each of its elements, its times that run out among them',
		(key, { nodes }) => {
			const seen = walker.seen.get(key) ?? new Set();
			expect(nodes.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
		},
	);
});
