/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import type { SandboxContext, StateFile } from '../core';

import { CaseRun } from './engine/caseRun';
import type { EngineTimer } from './engine/caseTimers';
import { leaveSteps } from './engine/steps';
import { ServiceError } from './errors';
import type { Models } from './model/models';
import type { CaseRecord, TaskRecord, Variable, WorkflowState } from './types';

/** Default text of the engine behind the service (reference 5.10). */
const DELETED = 'process instance deleted';

export interface NewCase {
	record: CaseRecord;
	messageId?: string;
	transient: Variable[];
	/** answer before the engine has run (reference 4.2, `async`) */
	later: boolean;
}

/**
 * All cases, running in the engine and ended. A step that fails is undone as a whole, as in the service's transactions
 * (reference 4.2): the caller gets 500 and nothing has changed.
 */
export class Cases {
	private readonly runs = new Map<string, CaseRun>();

	constructor(
		private readonly state: StateFile<WorkflowState>,
		private readonly models: Models,
		private readonly context: SandboxContext,
	) {}

	list(): CaseRecord[] {
		return this.state.data.cases;
	}

	find(id: string): CaseRecord | undefined {
		return this.list().find((record) => record.id === id);
	}

	/** An open task of a running case, with the case. */
	findOpenTask(id: string): { record: CaseRecord; task: TaskRecord } | undefined {
		for (const record of this.list()) {
			const task = record.tasks.find((candidate) => candidate.id === id && candidate.endTime === null);
			if (task !== undefined) return { record, task };
		}
		return undefined;
	}

	/** @throws ServiceError 500 when a step before the first wait state fails; there is no case then */
	async start({ record, messageId, transient, later }: NewCase): Promise<void> {
		const run = await this.enter(record);
		run.transient = transient;
		if (!later) return await this.begin(run, messageId);
		this.list().push(record);
		this.changed(record);
		setImmediate(() => {
			this.begin(run, messageId).catch((error: Error) =>
				process.stderr.write(`case ${record.id}: ${error.message}\n`),
			);
		});
	}

	/**
	 * Changes a running case and lets it run on to its next wait state, or changes nothing.
	 * @param change must finish without waiting, so that no other request sees it half done
	 * @throws ServiceError 500 when a step fails
	 */
	async step(record: CaseRecord, change: (run: CaseRun) => void): Promise<void> {
		const run = this.runs.get(record.id);
		if (run === undefined) throw new Error(`Case ${record.id} is not running`);
		const before = structuredClone(record);
		change(run);
		if (run.failure === undefined) return this.commit(run);
		await this.replace(run, before);
		throw new ServiceError(500, run.failure.message);
	}

	suspend(record: CaseRecord): void {
		record.suspended = true;
		this.leave(record);
		this.changed(record);
	}

	/** Timers that became due meanwhile run soon afterwards. */
	async activate(record: CaseRecord): Promise<void> {
		record.suspended = false;
		await (await this.enter(record)).resume();
		this.changed(record);
	}

	/** Ends a case from outside. */
	terminate(record: CaseRecord, deleteReason = DELETED): void {
		const now = this.context.clock.now();
		const end = { endTime: now, deleteReason };
		Object.assign(record, end, { suspended: false, timers: {} });
		for (const task of record.tasks) if (task.endTime === null) Object.assign(task, end);
		leaveSteps(record, now);
		delete record.engineState;
		this.leave(record);
		this.changed(record);
	}

	/** Saves, and tells the live page. */
	changed(record: CaseRecord): void {
		this.state.save();
		const tell = (kind: string, id: string) =>
			this.context.changes.emit('change', { service: 'workflow', kind, id });
		tell('case', record.id);
		for (const task of record.tasks) tell('task', task.id);
	}

	/** Puts the running cases of a former life back into the engine. */
	async recover(): Promise<void> {
		for (const record of this.list()) {
			if (record.engineState !== undefined && !record.suspended) await (await this.enter(record)).resume();
		}
	}

	/** Takes every case out of the engine; the records stay. */
	close(): void {
		for (const run of this.runs.values()) run.release();
		this.runs.clear();
	}

	private async enter(record: CaseRecord): Promise<CaseRun> {
		const model = await this.models.content(this.models.ofCase(record.modelId));
		const run = new CaseRun(record, model, this.context.clock, (owner, timer) => this.fire(owner, timer));
		this.runs.set(record.id, run);
		return run;
	}

	private async begin(run: CaseRun, messageId?: string): Promise<void> {
		const { record } = run;
		await run.start(messageId);
		const others = this.list().filter((other) => other !== record);
		if (run.failure === undefined) {
			this.state.data.cases = [...others, record];
			return this.commit(run);
		}
		this.state.data.cases = others;
		this.runs.delete(record.id);
		run.release();
		throw new ServiceError(500, run.failure.message);
	}

	private leave({ id }: CaseRecord): void {
		this.runs.get(id)?.release();
		this.runs.delete(id);
	}

	private commit(run: CaseRun): void {
		run.capture();
		if (run.record.endTime !== null) this.runs.delete(run.record.id);
		this.changed(run.record);
	}

	/** Puts a case back to where it stood before a failed step. */
	private async replace(run: CaseRun, before: CaseRecord): Promise<void> {
		this.state.data.cases = this.list().map((record) => (record === run.record ? before : record));
		run.release();
		await (await this.enter(before)).resume();
		this.changed(before);
	}

	/** A failing timer is not repeated: as a dead-letter job, it leaves the case standing still (reference 7.2). */
	private fire(run: CaseRun, timer: EngineTimer): void {
		const before = structuredClone(run.record);
		run.timeout(timer);
		if (run.failure === undefined) return this.commit(run);
		process.stderr.write(`case ${run.record.id}: timer ${timer.timerId} failed: ${run.failure.message}\n`);
		before.timers[timer.timerId].dead = true;
		void this.replace(run, before);
	}
}
