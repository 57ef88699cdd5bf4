/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { EventEmitter } from 'node:events';

import { Engine } from 'bpmn-engine';

import type { Clock } from '../../core';
import { ENGINE_ELEMENTS } from '../model/adHoc';
import { eventDefinitionsOf, type ModelElement } from '../model/elements';
import { endExpressionsOf } from '../model/listeners';
import type { ProcessModel } from '../model/readModel';
import type { ActivityRecord, CaseRecord, Variable } from '../types';

import { finishInside, startInside } from './adHoc';
import { caseScope } from './caseScope';
import { CaseTimers, type EngineTimer } from './caseTimers';
import { endCase, leaveActivity } from './endings';
import { resolveTemplate, type Scope } from './expressions';
import { newTask } from './newTask';
import { signalStep } from './signalStep';
import { recordStep } from './steps';

/** What the engine tells about a step of an activity. */
interface EngineStep {
	id: string;
	content: { executionId: string; parent: { type: string } };
	owner: ModelElement;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** One case in the engine: what the engine does is written into the case's record. */
export class CaseRun {
	/** what went wrong in the present step */
	failure: Error | undefined;

	/** variables that live until the next wait state (reference 4.2) */
	transient: Variable[] = [];

	private readonly engine: Engine;

	private readonly timers: CaseTimers;

	private readonly listener = new EventEmitter();

	/** boundary event that fired in the present step, by the activity that it interrupts */
	private readonly interruptedBy = new Map<string, string>();

	constructor(
		readonly record: CaseRecord,
		private readonly model: ProcessModel,
		private readonly clock: Clock,
		fire: (run: CaseRun, timer: EngineTimer) => void,
	) {
		this.timers = new CaseTimers(
			clock,
			() => record.timers,
			(timer) => fire(this, timer),
		);
		this.engine = new Engine({ name: record.id, sourceContext: model.source, ...this.environment() });
		this.engine.on('error', (error: Error) => (this.failure ??= error));
		this.engine.on('end', () => this.guard(() => endCase(this.record, this.clock.now())));
		this.on('activity.enter', (step) => this.entered(step));
		this.on('activity.wait', (step) => this.waits(step));
		this.on('activity.timeout', ({ owner }) => this.timedOut(owner));
		this.on('activity.end', (step) => this.passed(step));
		this.on('activity.leave', (step) => this.left(step));
	}

	/** Runs from the start event to the first wait state. */
	async start(messageId?: string): Promise<void> {
		try {
			await this.engine.execute({ listener: this.listener });
			if (messageId !== undefined) this.engine.execution.signal({ id: messageId });
		} catch (error) {
			this.failure ??= asError(error);
		}
	}

	/** Goes on where the record says that the case stands. */
	async resume(): Promise<void> {
		const state = structuredClone(this.record.engineState);
		for (const definition of state?.definitions ?? []) definition.source = this.model.source.serialize();
		this.engine.recover(state, this.environment());
		await this.engine.resume({ listener: this.listener });
	}

	/** Lets a step go on that waits; the case runs on to its next wait state. */
	signal(engineExecutionId: string): void {
		this.guard(() => {
			const goesOn = finishInside(this.record, this.model, engineExecutionId, this.scope(), this.clock.now());
			if (goesOn !== null) signalStep(this.engine.execution, goesOn);
		});
	}

	/** Starts activities inside an ad-hoc sub-process that the case waits in. */
	startInside(outer: ActivityRecord, elements: readonly ModelElement[]): void {
		this.guard(() => startInside(this.record, outer, elements, this.scope(), this.clock.now()));
	}

	/** Runs a timer that is due. */
	timeout({ callback, args = [], timerId }: EngineTimer): void {
		delete this.record.timers[timerId];
		this.guard(() => callback(...args));
	}

	/** Writes into the record where the engine stands. The model itself is not repeated there. */
	capture(): void {
		this.transient = [];
		if (this.record.endTime !== null) {
			delete this.record.engineState;
			return;
		}
		const state = this.engine.execution.getState();
		for (const definition of state.definitions) delete definition.source;
		this.record.engineState = state;
	}

	/**
	 * Lets go of the engine; the record stays as it is. The engine needs no stop of its own: without timers and
	 * listeners it does nothing more, and after an error it would not answer.
	 */
	release(): void {
		this.listener.removeAllListeners();
		this.engine.removeAllListeners('end');
		this.timers.detach();
	}

	private environment() {
		const { timers } = this;
		return {
			timers,
			elements: ENGINE_ELEMENTS,
			expressions: {
				resolveExpression: (text: string): unknown => resolveTemplate(text, this.scope()),
			},
		};
	}

	private scope(): Scope {
		return caseScope(this.record, this.transient);
	}

	private on(event: string, handle: (step: EngineStep) => void): void {
		this.listener.on(event, (step: EngineStep) => this.guard(() => handle(step)));
	}

	/** Keeps an error from running through the engine's own code; the step is undone by whoever made it. */
	private guard(action: () => void): void {
		try {
			action();
		} catch (error) {
			this.failure ??= asError(error);
		}
	}

	/** A boundary event counts when it fires, and not with the activity that it lies on. */
	private entered({ id, content, owner }: EngineStep): void {
		if (content.parent.type !== 'bpmn:Process' || owner.type === 'bpmn:BoundaryEvent') return;
		recordStep(this.record, owner, id, content.executionId, this.clock.now());
	}

	private waits({ content: { executionId }, owner }: EngineStep): void {
		const { record } = this;
		if (owner.type !== 'bpmn:UserTask') return;
		if (record.tasks.some((task) => task.engineExecutionId === executionId)) return;
		record.tasks.push(newTask(record, owner, executionId, this.scope(), this.clock.now()));
	}

	private timedOut(owner: ModelElement): void {
		const { id, behaviour, type } = owner;
		const { attachedTo, cancelActivity } = behaviour;
		if (type === 'bpmn:BoundaryEvent') recordStep(this.record, owner, id, null, this.clock.now());
		if (cancelActivity === false || typeof attachedTo !== 'object' || attachedTo === null) return;
		if ('id' in attachedTo) this.interruptedBy.set(String(attachedTo.id), id);
	}

	private passed({ id, content, owner }: EngineStep): void {
		if (content.parent.type !== 'bpmn:Process') return;
		for (const expression of endExpressionsOf(owner)) resolveTemplate(expression, this.scope());
		if (owner.type === 'bpmn:StartEvent') this.record.startActivityId = id;
		if (owner.type !== 'bpmn:EndEvent') return;
		this.record.endActivityId = id;
		const terminates = eventDefinitionsOf(owner).includes('bpmn:TerminateEventDefinition');
		// Text of the engine behind the service (reference 5.10)
		if (terminates) this.record.deleteReason = `terminate end event (${id})`;
	}

	private left({ id, content: { executionId } }: EngineStep): void {
		const boundary = this.interruptedBy.get(id);
		this.interruptedBy.delete(id);
		leaveActivity(this.record, id, executionId, boundary, this.clock.now());
	}
}
