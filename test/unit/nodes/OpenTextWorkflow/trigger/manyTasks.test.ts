import type { IDataObject } from 'n8n-workflow';
import { HistoryModel, type HistoryOptions } from '../../../support/historyModel';
import { hal, openTask, refused, RUNTIME } from '../../../support/workflow';
import { ServiceModel } from '../../../support/workflowEvents/serviceModel';
import { Watcher } from '../../../support/workflowEvents/watcher';
import { active, START } from '../../../support/workflowPolls';

const WAYS = {
	ignoresPaging: false,
	refusesSort: false,
	isInclusive: true,
	gatewayAheadMs: 0,
	oursAheadMs: 0,
};

const DAY = 24 * 60 * 60_000;

const real = Date.now;

/** A service with many open tasks, each held by somebody else or by nobody. */
function withTasks(count: number, isHeld: boolean) {
	const model = new ServiceModel(WAYS, () => 0);
	Date.now = () => model.ours;
	for (let at = 0; at < count; at += 1) {
		const start = model.now - DAY + at;
		const holding = isHeld ? { who: `holder ${at}` } : undefined;
		model.tasks.push({
			id: `t${at}`,
			model: 'a',
			start,
			isWithdrawn: false,
			holding,
			startShown: start,
			endShown: Infinity,
		});
	}
	return { model, watcher: new Watcher(model, 'taskAssigned') };
}

/** Polls until nothing comes any more, however often the list must be begun anew for it. @returns how many each told */
async function pollAll(watcher: Watcher, course: object): Promise<number[]> {
	const told: number[] = [];
	for (let quiet = 0; quiet < 12;) {
		told.push(await watcher.poll(course));
		quiet = told[told.length - 1] ? 0 : quiet + 1;
	}
	return told;
}

const ids = (told: readonly IDataObject[]) => told.map(({ id }) => id).sort();

describe('tens of thousands of open tasks', () => {
	afterEach(() => {
		Date.now = real;
	});

	it.each([
		['read', { requests: 7 }],
		['tell', { requests: 7, items: 6_000 }],
	])(
		'a poll whose time to %s them is up tells what it found, and the next goes on: each once',
		async (_name, course) => {
			const { model, watcher } = withTasks(30_000, false);
			await watcher.publish({});
			for (const task of model.tasks) task.holding = { who: `somebody ${task.id}` };
			const told = await pollAll(watcher, course);
			expect(told[0]).toBeGreaterThan(0);
			expect(told[0]).toBeLessThan(15_000);
			expect(ids(watcher.told)).toEqual(model.tasks.map(({ id }) => id).sort());
		},
	);

	it('publishing whose time is up tells nothing old by and by, and what comes meanwhile', async () => {
		const { model, watcher } = withTasks(8_000, true);
		await watcher.publish({}, { requests: 3 });
		model.now += 60_000;
		model.tasks[7_900].holding = { who: 'rita', claimed: model.now };
		model.tasks[1].holding = { who: 'ravi' };
		// Tasks that end move the others forward.
		for (const task of model.tasks.slice(10, 300))
			Object.assign(task, { end: model.now, endShown: Infinity });
		await pollAll(watcher, { requests: 3 });
		expect(ids(watcher.told)).toEqual(['t1', 't7900']);
	});

	it('a task that no look came to for a week is not forgotten', async () => {
		const { model, watcher } = withTasks(2_500, true);
		await watcher.publish({});
		await watcher.poll({ requests: 0 });
		model.now += 8 * DAY;
		await watcher.poll({ requests: 0 });
		await pollAll(watcher, {});
		expect(watcher.told).toEqual([]);
	});
});

describe('a page so large', () => {
	beforeEach(() => jest.useFakeTimers({ now: START }));
	afterEach(() => jest.useRealTimers());

	it('is asked for in smaller ones where the service refuses it', async () => {
		const options: HistoryOptions = {};
		const tasks = Array.from({ length: 250 }, (_entry, at) => openTask(`t${at}`));
		options.before = ({ path, query }) => {
			if (path !== `${RUNTIME}/tasks`) return undefined;
			const [offset, count] = [Number(query.offset), Number(query.count)];
			if (count > 100) return refused(400, 'count is too large');
			return hal(tasks.slice(offset, offset + count), tasks.length);
		};
		const { ids: told } = await active(new HistoryModel(options), { event: 'taskAssigned' });
		tasks[240] = openTask('t240', { assignee: 'rita' });
		expect(await told()).toEqual(['t240']);
	});
});
