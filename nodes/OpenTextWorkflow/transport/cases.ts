import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from './inferred';
import { isoTime, parseTime, variablesOf } from './replies';
import type { WorkflowClient } from './WorkflowClient';

/** How a case is named: by its own id, or by the business key that its starter gave it. */
export type CaseIdentity = { id: string } | { businessKey: string; modelKey?: string };

const WITH_VARIABLES = { includeProcessVariables: true };

/**
 * One case, running or ended, as the history tells it (H2, H1); a case so young that the history does not know it yet is read from the runtime.
 *
 * @returns undefined when there is none
 */
export async function findCase(
	client: WorkflowClient,
	identity: CaseIdentity,
): Promise<IDataObject | undefined> {
	if ('id' in identity) {
		const path = `/historic-process-instances/${encodeURIComponent(identity.id)}`;
		const subject = `case ${identity.id}`;
		return (
			(await client.find({ base: 'history', path, query: WITH_VARIABLES, subject })) ??
			(await client.find({
				base: 'runtime',
				path: `/process-instances/${encodeURIComponent(identity.id)}`,
				query: WITH_VARIABLES,
				subject,
			}))
		);
	}
	const { businessKey, modelKey } = identity;
	const query = {
		businessKey,
		...(modelKey && { processDefinitionKey: modelKey }),
		...WITH_VARIABLES,
	};
	const subject = `case with business key ${businessKey}`;
	for (const [base, path] of [
		['history', '/historic-process-instances'],
		['runtime', '/process-instances'],
	] as const) {
		const rows = await client.list({ base, path, query, subject });
		// The specification's sentence for this filter is a slip (reference 4.2, U25), so it is applied here as well.
		const [newest] = rows
			.filter((row) => row.businessKey === businessKey)
			.sort((a, b) => parseTime(b.startTime) - parseTime(a.startTime));
		if (newest) return newest;
	}
	return undefined;
}

/** What every case operation gives out, in the words of business users. */
export function caseItem(found: IDataObject): IDataObject {
	const endedAt = isoTime(found.endTime);
	const reason = String(found.deleteReason ?? '');
	return {
		caseId: String(found.id),
		businessKey: found.businessKey ?? null,
		name: found.name ?? null,
		modelKey: modelKeyOf(found),
		startedAt: isoTime(found.startTime) ?? null,
		startedBy: found.startUserId ?? null,
		ended: endedAt !== undefined || found.ended === true,
		endedAt: endedAt ?? null,
		endActivityId: found.endActivityId ?? null,
		cancelled: reason !== '' && !INFERRED.modelledEnd.test(reason),
		...(reason && { endReason: reason }),
		suspended: found.suspended === true,
	};
}

/** `key:version:uuid` in the history, the key by itself elsewhere, or nothing (reference 3.4). */
function modelKeyOf(found: IDataObject): string | null {
	if (found.processDefinitionKey) return String(found.processDefinitionKey);
	const parts = String(found.processDefinitionId ?? '').split(':');
	return parts.length === 3 ? parts[0] : null;
}

/** What was decided in a case, by whom and when. */
export interface DecisionNames {
	/** The process variable that receives the outcome. */
	outcome: string;
	/** The process variable that holds the reason. */
	reason: string;
}

/**
 * The decision of a case: its outcome variable, and the person who completed its last task.
 *
 * @param found the case with its variables
 */
export async function decisionItem(
	client: WorkflowClient,
	found: IDataObject,
	names: DecisionNames,
): Promise<IDataObject> {
	const item = caseItem(found);
	const variables = variablesOf(found);
	const tasks = await client.list({
		base: 'history',
		path: '/historic-task-instances',
		query: { processInstanceId: String(found.id), finished: true },
		subject: `the tasks of case ${String(found.id)}`,
	});
	const { ended } = INFERRED.historicTask;
	const [last] = tasks
		.filter((task) => task.assignee && task[ended] && !task.deleteReason)
		.sort((a, b) => parseTime(b[ended]) - parseTime(a[ended]));
	return {
		...item,
		outcome: variables[names.outcome] ?? null,
		decidedBy: last?.assignee ?? null,
		decidedAt: last ? (isoTime(last[ended]) ?? null) : null,
		reason: variables[names.reason] ?? null,
		variables,
	};
}
