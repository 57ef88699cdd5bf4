import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { ServiceModel, type ModelTask, type Ways } from './serviceModel';
import { Watcher } from './watcher';

/** One thing that happens, at n8n or at the service. Numbers pick what it happens to. */
export type Step =
	| { do: 'pass'; ms: number }
	| { do: 'poll' }
	| { do: 'restart' }
	| { do: 'begin'; count: number; apartMs: number; lateMs: number }
	| { do: 'end'; count: number; apartMs: number; lateMs: number; pick: number; isWithdrawn: boolean }
	| { do: 'claim' | 'give' | 'unclaim'; pick: number; who: number }
	| { do: 'due'; pick: number; inMs: number };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The trigger looks back five minutes; the history is never later than that. */
const LATEST_MS = 4 * MINUTE;

const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: LATEST_MS }));
const pick = fc.nat(20);

const steps = (most: number): fc.Arbitrary<Step> =>
	fc.oneof(
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('poll' as const) }) },
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
		{
			weight: 3,
			arbitrary: fc.record({
				do: fc.constant('pass' as const),
				ms: fc.oneof(
					fc.integer({ min: 1, max: 5 * SECOND }),
					fc.integer({ min: MINUTE, max: 10 * MINUTE }),
					// n8n was down for days
					fc.integer({ min: 60 * MINUTE, max: 6 * 24 * 60 * MINUTE }),
				),
			}),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				do: fc.constant('begin' as const),
				count: fc.oneof(
					{ weight: 14, arbitrary: fc.integer({ min: 1, max: 3 }) },
					{ weight: 1, arbitrary: fc.integer({ min: 11, max: most }) },
				),
				apartMs: fc.constantFrom(0, 7, 41),
				lateMs: late,
			}),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				do: fc.constant('end' as const),
				count: fc.oneof(
					{ weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) },
					{ weight: 1, arbitrary: fc.constant(most) },
				),
				apartMs: fc.constantFrom(0, 7, 41),
				lateMs: late,
				pick,
				isWithdrawn: fc.boolean(),
			}),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				do: fc.constantFrom('claim' as const, 'give' as const, 'unclaim' as const),
				pick,
				who: fc.nat(2),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({
				do: fc.constant('due' as const),
				pick,
				inMs: fc.integer({ min: -5 * MINUTE, max: 20 * MINUTE }),
			}),
		},
	);

/** How the service is, and what happens. Where paging is ignored, ten at one moment is what a list can give out. */
export const stories: fc.Arbitrary<{ ways: Ways; seed: number; told: Step[] }> = fc
	.boolean()
	.chain((ignoresPaging) =>
		fc.record({
			ways: fc.record({
				ignoresPaging: fc.constant(ignoresPaging),
				refusesSort: fc.boolean(),
				isInclusive: fc.boolean(),
				gatewayAheadMs: fc.integer({ min: -30 * SECOND, max: 30 * SECOND }),
				oursAheadMs: fc.constantFrom(0, -20 * MINUTE, 20 * MINUTE),
			}),
			seed: fc.nat(),
			told: fc.array(steps(ignoresPaging ? 25 : 130), { minLength: 3, maxLength: 14 }),
		}),
	);

/** What each event is to be told of, written down while it happens. */
export class Ledger {
	/** By name of the event. */
	readonly due = new Map<string, IDataObject[]>();

	/** Which holding, and which due date, of a task was seen last. */
	private readonly holdings = new Map<string, unknown>();

	private readonly dues = new Set<string>();

	add(event: string, of: IDataObject): void {
		this.due.set(event, [...(this.due.get(event) ?? []), of]);
	}

	/** A look, or the end of a task, sees how it stands. @param at in ms since 1970 */
	see({ id, holding, due }: ModelTask, at: number, isOld = false): void {
		if (this.holdings.get(id) !== holding) {
			this.holdings.set(id, holding);
			if (holding && !isOld) this.add('taskAssigned', { id, who: holding.who });
		}
		const key = `${id} ${String(due)}`;
		if (due === undefined || due >= at || this.dues.has(key)) return;
		this.dues.add(key);
		if (!isOld) this.add('taskOverdue', { id, due: new Date(due).toISOString() });
	}
}

const PEOPLE = ['rita', 'Ravi', 'rosa'];

/** Plays a story for one event. */
export class Play {
	readonly ledger = new Ledger();

	readonly watcher: Watcher;

	private count = 0;

	private given = 0;

	constructor(
		private readonly model: ServiceModel,
		event: string,
		parameters: IDataObject = {},
	) {
		this.watcher = new Watcher(model, { event, ...parameters });
	}

	async begin(): Promise<void> {
		this.start(3, 0, 0);
		for (const [at, task] of this.model.tasks.entries()) {
			if (at > 0) task.holding = { who: `first holder ${at}` };
			task.due = this.model.now + (at - 1) * MINUTE;
		}
		this.model.now += 10 * MINUTE;
		this.ledger.due.clear();
		await this.watcher.publish();
		for (const task of this.model.tasks) this.ledger.see(task, this.model.gateway, true);
		this.model.now += SECOND;
	}

	async take(step: Step): Promise<void> {
		// Nothing happens at the same time as two looks of the story.
		this.model.now += 3;
		if (step.do === 'pass') this.model.now += step.ms;
		else if (step.do === 'poll') await this.poll();
		else if (step.do === 'restart') this.watcher.restart();
		else if (step.do === 'begin') this.start(step.count, step.apartMs, step.lateMs);
		else if (step.do === 'end') this.end(step);
		else this.change(step);
	}

	/** All is shown by then; what one moment hides comes by and by. */
	async finish(): Promise<void> {
		this.model.now += LATEST_MS + SECOND;
		for (let quiet = 0; quiet < 3;) quiet = (await this.poll()) ? 0 : quiet + 1;
	}

	private async poll(): Promise<number> {
		const count = await this.watcher.poll();
		for (const task of this.model.tasks) {
			if (task.end === undefined) this.ledger.see(task, this.model.gateway);
		}
		return count;
	}

	private start(count: number, apartMs: number, lateMs: number): void {
		const apart = this.apart(count, apartMs);
		for (let at = 0; at < count; at += 1) {
			this.count += 1;
			const id = String(this.count);
			const start = this.model.now;
			const shown = { startShown: start + lateMs, endShown: Infinity };
			const outcome = this.count % 2 ? 'approved' : 'rejected';
			this.model.cases.push({ id, start, outcome, ...shown });
			this.model.tasks.push({ id, start, isWithdrawn: false, ...shown });
			this.ledger.add('caseStarted', { id });
			this.ledger.add('taskCreated', { id });
			this.model.now += apart;
		}
	}

	private end({ count, apartMs, lateMs, pick: first, isWithdrawn }: Extract<Step, { do: 'end' }>): void {
		const open = this.model.cases.filter(({ end }) => end === undefined).slice(first % 5);
		const apart = this.apart(Math.min(count, open.length), apartMs);
		for (const entry of open.slice(0, count)) {
			const end = this.model.now;
			const task = this.model.tasks[Number(entry.id) - 1];
			const endShown = Math.max(entry.startShown, end + lateMs);
			Object.assign(entry, { end, endShown });
			Object.assign(task, { end, endShown, isWithdrawn });
			this.ledger.add('caseEnded', { id: entry.id, outcome: entry.outcome });
			if (!isWithdrawn) this.ledger.add('taskCompleted', { id: entry.id });
			this.ledger.see(task, end);
			this.model.now += apart;
		}
	}

	/** Where paging is ignored, more than ten at one moment cannot be had by any means. */
	private apart(count: number, apartMs: number): number {
		return this.model.ways.ignoresPaging && count > 3 ? Math.max(apartMs, 7) : apartMs;
	}

	private change(step: Extract<Step, { pick: number }>): void {
		const open = this.model.tasks.filter(({ end }) => end === undefined);
		if (!open.length || step.do === 'end') return;
		const task = open[step.pick % open.length];
		if (step.do === 'due') task.due = this.model.now + step.inMs;
		else if (step.do === 'unclaim') task.holding = undefined;
		else this.hold(task, step.do === 'claim' ? PEOPLE[step.who] : undefined);
	}

	/** Who takes a task back is told from who has it still by the time of the claim alone; given by another, each is somebody else. */
	private hold(task: ModelTask, who?: string): void {
		if (who === undefined) {
			this.given += 1;
			task.holding = { who: `given ${this.given}` };
			return;
		}
		this.model.now += 5 * SECOND;
		if (task.holding?.who !== who) task.holding = { who, claimed: this.model.now };
	}
}
