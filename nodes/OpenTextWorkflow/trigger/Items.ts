import type { IDataObject } from 'n8n-workflow';
import { findCase } from '../transport/cases';
import { decisionItem } from '../transport/decision';
import { variablesOf } from '../transport/replies';
import { taskItem } from '../transport/tasks';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { TriggerSettings } from './settings';

/** Makes items out of records. One for each poll, so that the case of several tasks is read once. */
export class Items {
	private readonly cases = new Map<string, Promise<IDataObject | undefined>>();

	constructor(
		private readonly client: WorkflowClient,
		private readonly settings: TriggerSettings,
	) {}

	/** What the workflow gets for one record. */
	async of(record: IDataObject): Promise<IDataObject> {
		const item =
			this.settings.eventName === 'caseEnded'
				? await decisionItem(this.client, record, this.settings.names)
				: await this.ofTask(record);
		const { variables, ...rest } = item;
		const { eventName: event, includeVariables } = this.settings;
		return { event, ...rest, ...(includeVariables && { variables }) };
	}

	/** A task does not tell the business key of its case, nor its outcome, which the case keeps in a variable (reference 4.6, 5.11). */
	private async ofTask(record: IDataObject): Promise<IDataObject> {
		const { eventName, names } = this.settings;
		return {
			businessKey: (await this.businessKeyOf(record.processInstanceId)) ?? null,
			...taskItem(record),
			...(eventName === 'taskCompleted' && { outcome: variablesOf(record)[names.outcome] ?? null }),
		};
	}

	private async businessKeyOf(caseId: unknown): Promise<IDataObject[string]> {
		if (!caseId) return null;
		const id = String(caseId);
		const found = this.cases.get(id) ?? findCase(this.client, { id });
		this.cases.set(id, found);
		return (await found)?.businessKey;
	}
}
