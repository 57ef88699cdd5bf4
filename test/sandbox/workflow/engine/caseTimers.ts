import type { BpmnEngineOptions } from 'bpmn-engine';

import type { Clock, ClockTimer } from '../../core';
import type { TimerRecord } from '../types';

type Timers = NonNullable<BpmnEngineOptions['timers']>;
export type EngineTimer = ReturnType<Timers['setTimeout']>;

/** What the engine says about a timer when it asks for it. */
interface TimerOwner {
	id?: string;
	executionId?: string;
	timerType?: string;
	expireAt?: Date;
}

/**
 * The engine's timers, on the sandbox's clock. When each is due stands in the case's record, so that a timer keeps
 * its time over a restart: what the engine itself remembers is wall-clock time.
 */
export class CaseTimers implements Timers {
	readonly executing: EngineTimer[] = [];

	private readonly armed = new Map<EngineTimer, ClockTimer>();

	private detached = false;

	/**
	 * @param records the case's timers, by execution id
	 * @param fire runs the timer's callback as a step of the case
	 */
	constructor(
		private readonly clock: Clock,
		private readonly records: () => Record<string, TimerRecord>,
		private readonly fire: (timer: EngineTimer) => void,
	) {}

	setTimeout: Timers['setTimeout'] = (handler, delay, ...args) => this.arm({}, handler, delay, args);

	clearTimeout: Timers['clearTimeout'] = (timer: EngineTimer | undefined) => {
		if (timer === undefined || this.detached) return;
		this.disarm(timer);
		delete this.records()[timer.timerId];
	};

	register: Timers['register'] = (owner?: TimerOwner) => ({
		owner,
		setTimeout: (handler, delay, ...args) => this.arm(owner ?? {}, handler, delay, args),
		clearTimeout: this.clearTimeout,
	});

	/** Stops every timer but leaves the records as they are: the case goes on later. */
	detach(): void {
		for (const timer of this.armed.keys()) this.disarm(timer);
		this.detached = true;
	}

	private arm(
		owner: TimerOwner,
		callback: EngineTimer['callback'],
		delay: number,
		args: unknown[],
	): EngineTimer {
		const { id = '', executionId = id, timerType, expireAt } = owner;
		const timer: EngineTimer = { callback, delay, args, owner, timerId: executionId, timerRef: undefined };
		const known = this.records()[executionId];
		const date = timerType === 'timeDate' ? expireAt?.getTime() : undefined;
		const dueAt = known?.dueAt ?? date ?? this.clock.now() + delay;
		this.records()[executionId] = { ...known, activityId: id, dueAt };
		this.executing.push(timer);
		if (known?.dead !== true) {
			const run = () => {
				this.disarm(timer);
				this.fire(timer);
			};
			this.armed.set(timer, this.clock.setTimeout(run, Math.max(0, dueAt - this.clock.now())));
		}
		return timer;
	}

	private disarm(timer: EngineTimer): void {
		const armed = this.armed.get(timer);
		if (armed !== undefined) this.clock.clearTimeout(armed);
		this.armed.delete(timer);
		const at = this.executing.indexOf(timer);
		if (at >= 0) this.executing.splice(at, 1);
	}
}
