import type { IDataObject } from 'n8n-workflow';
import { readOrSay, type Unread } from '../../shared/unread';
import { findCase } from '../transport/cases';
import { deciderOf } from '../transport/tasks';
import { decisionOf } from '../records/decision';
import { idOf, variablesOf } from '../transport/replies';
import { taskItem } from '../records/taskItem';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { TriggerSettings } from './settings';

type Read<T> = { value: T } | Unread;

const NOBODY = { decidedBy: null, decidedAt: null };

const unreadOf = (read: Read<unknown>): Partial<Unread> => ('unread' in read ? { unread: read.unread } : {});

/**
 * Makes items out of records. One for each poll, so that the case of several tasks is read once. What the service does not let be read is left out and told as `unread`: one bad
 * record must not hide the others.
 */
export class Items {
	private readonly businessKeys = new Map<string, Promise<Read<IDataObject[string]>>>();

	constructor(
		private readonly client: WorkflowClient,
		private readonly settings: TriggerSettings,
	) {}

	/** What the workflow gets for one record. */
	async of(record: IDataObject): Promise<IDataObject> {
		const { eventName: event, includeVariables } = this.settings;
		const item = event === 'caseEnded' ? await this.ofCase(record) : await this.ofTask(record);
		const { variables, ...rest } = item;
		return { event, ...rest, ...(includeVariables && { variables }) };
	}

	private async ofCase(record: IDataObject): Promise<IDataObject> {
		const id = idOf(record);
		const read: Read<typeof NOBODY | Awaited<ReturnType<typeof deciderOf>>> =
			id === undefined
				? { unread: 'The case has no ID, so its tasks cannot be read' }
				: await readOrSay(async () => await deciderOf(this.client, id));
		const decider = 'value' in read ? read.value : NOBODY;
		return { ...decisionOf(record, this.settings.names, decider), ...unreadOf(read) };
	}

	/** A task does not tell the business key of its case, nor its outcome, which the case keeps in a variable (reference 4.6, 5.11). */
	private async ofTask(record: IDataObject): Promise<IDataObject> {
		const { eventName, names } = this.settings;
		const read = await this.businessKeyOf(record.processInstanceId);
		return {
			businessKey: 'value' in read ? (read.value ?? null) : null,
			...taskItem(record),
			...(eventName === 'taskCompleted' && { outcome: variablesOf(record)[names.outcome] ?? null }),
			...unreadOf(read),
		};
	}

	private async businessKeyOf(caseId: unknown): Promise<Read<IDataObject[string]>> {
		if (typeof caseId !== 'string' || !caseId) return { value: null };
		const key =
			this.businessKeys.get(caseId) ??
			readOrSay(async () => (await findCase(this.client, { id: caseId }))?.businessKey);
		this.businessKeys.set(caseId, key);
		return await key;
	}
}
