import type { IDataObject } from 'n8n-workflow';
import type { HistoryModel, HistoryOptions } from './historyModel';
import type { Answer } from './serviceDouble';
import { ended, pollFunctions, pollOnce, tenantCredential } from './workflow';

export const MINUTE = 60_000;

export const START = Date.parse('2026-11-22T12:00:00.000Z');

/** From when on a trigger tells that was activated at START: clocks of one service may differ so far. */
export const BEGUN = START - MINUTE;

export const time = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();

export const caseAt = (id: unknown, endTime: unknown): IDataObject => {
	const record: IDataObject = JSON.parse(JSON.stringify({ id, endTime }));
	return { ...ended('x', 'key'), id: undefined, endTime: undefined, ...record };
};

/** A trigger that has been activated; its polls share their static data. */
export async function active(
	history: HistoryModel,
	parameters: IDataObject = {},
	staticData: IDataObject = {},
) {
	const functions = pollFunctions(history.service, {
		parameters,
		staticData,
		credential: tenantCredential(),
	});
	if (staticData.start === undefined) await pollOnce(functions);
	const poll = async () => (await pollOnce(functions)) ?? [];
	const ids = async () => (await poll()).map(({ caseId, taskId }) => taskId ?? caseId);
	return { functions, staticData, poll, ids };
}

export const tasksOf = (caseId: string, answer: Answer): HistoryOptions => ({
	before: ({ path, query }) =>
		path.endsWith('/historic-task-instances') && query.processInstanceId === caseId ? answer : undefined,
});
