import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { Ledger } from './ledger';
import type { ModelTask, ServiceModel, Ways } from './serviceModel';
import { Watcher } from './watcher';

/** One thing that happens, at n8n or at the service. Numbers pick what it happens to. */
export type Step =
	| { do: 'pass'; ms: number }
	/** A whole one. */
	| { do: 'poll' }
	/** One whose time runs out after so many requests, and so many items more. */
	| { do: 'hurry'; requests: number; items: number }
	/** One that takes long: after so many requests and items, other things happen before it goes on. */
	| { do: 'linger'; after: number; meanwhile: Step[] }
	| { do: 'restart' }
	/** Other filters are published. */
	| { do: 'filter'; to: number }
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

type Weighted = fc.WeightedArbitrary<Step>;

const polls: readonly Weighted[] = [
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('poll' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('hurry' as const),
			requests: fc.nat(5),
			items: fc.nat(4),
		}),
	},
];

const passes = (...ms: Array<fc.Arbitrary<number>>): Weighted => ({
	weight: 3,
	arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.oneof(...ms) }),
});

const shortly = fc.integer({ min: 1, max: 5 * SECOND });

/** What happens at the service. @param most how many at once */
const happenings = (most: number): readonly Weighted[] => [
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
];

const steps = (most: number): fc.Arbitrary<Step> =>
	fc.oneof(
		...polls,
		...happenings(most),
		// n8n may be down for days.
		passes(
			shortly,
			fc.integer({ min: MINUTE, max: 10 * MINUTE }),
			fc.integer({ min: 60 * MINUTE, max: 6 * 24 * 60 * MINUTE }),
		),
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('filter' as const), to: fc.nat(2) }) },
		{
			weight: 2,
			arbitrary: fc.record({
				do: fc.constant('linger' as const),
				after: fc.nat(6),
				meanwhile: fc.array(
					fc.oneof(
						...polls,
						...happenings(12),
						passes(shortly, fc.integer({ min: MINUTE, max: 2 * MINUTE })),
					),
					{ minLength: 1, maxLength: 3 },
				),
			}),
		},
	);

/** How the service is, and what happens. */
export interface Story {
	ways: Ways;
	seed: number;
	told: Step[];
}

/** How the service is, and what happens. Where paging is ignored, ten at one moment is what a list can give out. */
export const stories: fc.Arbitrary<Story> = fc.boolean().chain((ignoresPaging) =>
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

/** Events that are how tasks stand. */
const STANDING: ReadonlySet<string> = new Set(['taskAssigned', 'taskOverdue']);

const PEOPLE = ['rita', 'Ravi', 'rosa'];

/** Plays a story for one event. */
export class Play {
	readonly ledger: Ledger;

	readonly watcher: Watcher;

	private count = 0;

	private given = 0;

	private filter: IDataObject;

	/** @param filters that are published in turn; the first to begin with */
	constructor(
		private readonly model: ServiceModel,
		private readonly event: string,
		private readonly filters: readonly IDataObject[],
	) {
		[this.filter] = filters;
		this.ledger = new Ledger(model, event);
		this.watcher = new Watcher(model, event);
	}

	async begin(): Promise<void> {
		this.start(3, 0, 0);
		for (const [at, task] of this.model.tasks.entries()) {
			if (at > 0) task.holding = { who: `first holder ${at}` };
			task.due = this.model.now + (at - 1) * MINUTE;
		}
		this.model.now += 10 * MINUTE;
		await this.publish(this.filter, true);
		this.model.now += SECOND;
	}

	async take(step: Step): Promise<void> {
		// Nothing happens at the same time as two looks of the story.
		this.model.now += 3;
		if (step.do === 'pass') this.model.now += step.ms;
		else if (step.do === 'poll') await this.poll();
		else if (step.do === 'hurry') await this.hurry(step);
		else if (step.do === 'linger') await this.linger(step);
		else if (step.do === 'restart') this.watcher.restart();
		else if (step.do === 'filter') await this.publish(this.filters[step.to % this.filters.length]);
		else if (step.do === 'begin') this.start(step.count, step.apartMs, step.lateMs);
		else if (step.do === 'end') this.end(step);
		else this.change(step);
	}

	/** All is shown by then; what one moment hides comes by and by. */
	async finish(): Promise<void> {
		this.model.now += LATEST_MS + SECOND;
		for (let quiet = 0; quiet < 3;) quiet = (await this.poll()) ? 0 : quiet + 1;
	}

	/** Of how tasks of another model stand nothing is known: the trigger begins anew. */
	private async publish(filter: IDataObject, isFirst = false): Promise<void> {
		const isNew = isFirst || (STANDING.has(this.event) && filter.modelKey !== this.filter.modelKey);
		this.filter = filter;
		this.ledger.look(isNew ? 'begin' : 'whole', filter);
		await this.watcher.publish(filter);
	}

	private async poll(): Promise<number> {
		this.ledger.look('whole', this.filter);
		return await this.watcher.poll();
	}

	private async hurry({ requests, items }: Extract<Step, { do: 'hurry' }>): Promise<void> {
		this.ledger.look('part', this.filter);
		await this.watcher.poll({ requests, items });
	}

	private async linger({ after, meanwhile }: Extract<Step, { do: 'linger' }>): Promise<void> {
		this.ledger.look('part', this.filter);
		await this.watcher.poll({
			after,
			meanwhile: async () => {
				for (const step of meanwhile) await this.take(step);
			},
		});
		this.ledger.look('part', this.filter);
	}

	private start(count: number, apartMs: number, lateMs: number): void {
		const apart = this.apart(count, apartMs);
		for (let at = 0; at < count; at += 1) {
			this.count += 1;
			const id = String(this.count);
			const start = this.model.now;
			const shown = { startShown: start + lateMs, endShown: Infinity };
			const outcome = this.count % 2 ? 'approved' : 'rejected';
			const model = this.count % 3 ? 'a' : 'b';
			this.model.cases.push({ id, model, start, outcome, ...shown });
			this.model.tasks.push({ id, model, start, isWithdrawn: false, ...shown });
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
