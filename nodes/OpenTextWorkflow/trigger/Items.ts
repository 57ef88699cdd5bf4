import type { IDataObject } from 'n8n-workflow';
import { readOrSay, type Unread } from '../../shared/unread';
import { caseWithVariables } from '../records/caseItem';
import { findCase, type Case } from '../transport/cases';
import { deciderOf, type Decider, type Task } from '../transport/tasks';
import { decisionOf } from '../records/decision';
import { variablesOf } from '../transport/replies';
import { taskItem } from '../records/taskItem';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { Subject } from './events';
import type { TriggerSettings } from './settings';

type Read<T> = { value: T } | Unread;

const NOBODY: Decider = { decidedBy: null, decidedAt: null };

const unreadOf = (read: Read<unknown>): Partial<Unread> => ('unread' in read ? { unread: read.unread } : {});

/**
 * Makes items out of records. One for each poll, so that the case of several tasks is read once. What the service does not let be read is left out and told as `unread`: one bad
 * record must not hide the others.
 */
export class Items {
	private readonly businessKeys = new Map<string, Promise<Read<Case['businessKey']>>>();

	constructor(
		private readonly client: WorkflowClient,
		private readonly settings: TriggerSettings,
	) {}

	/** What the workflow gets for one event. */
	async of(subject: Subject): Promise<IDataObject> {
		const { eventName: event, includeVariables } = this.settings;
		const item = 'case' in subject ? await this.ofCase(subject.case) : await this.ofTask(subject.task);
		const { variables, ...rest } = item;
		return { event, ...rest, ...(includeVariables && { variables }) };
	}

	private async ofCase(ended: Case) {
		if (this.settings.eventName === 'caseStarted') return caseWithVariables(ended);
		const read: Read<Decider> = ended.id
			? await readOrSay(async () => await deciderOf(this.client, ended.id))
			: { unread: 'The case has no ID, so its tasks cannot be read' };
		const decider = 'value' in read ? read.value : NOBODY;
		return { ...decisionOf(ended, this.settings.names, decider), ...unreadOf(read) };
	}

	/** A task does not tell the business key of its case, nor its outcome, which the case keeps in a variable (reference 4.6, 5.11). */
	private async ofTask(task: Task) {
		const { eventName, names } = this.settings;
		const read = await this.businessKeyOf(task.processInstanceId);
		return {
			businessKey: 'value' in read ? (read.value ?? null) : null,
			...taskItem(task),
			...(eventName === 'taskCompleted' && { outcome: variablesOf(task)[names.outcome] ?? null }),
			...unreadOf(read),
		};
	}

	private async businessKeyOf(caseId?: string): Promise<Read<Case['businessKey']>> {
		if (!caseId) return { value: undefined };
		const key =
			this.businessKeys.get(caseId) ??
			readOrSay(async () => (await findCase(this.client, { id: caseId }))?.businessKey);
		this.businessKeys.set(caseId, key);
		return await key;
	}
}
