import { text, type Filter, type Filters } from './filters';
import type { CaseRow } from './rows';
import type { Sorts } from './select';

/** A token of a case, or the case itself, which stands at no activity (reference 4.5, 5.8). */
export interface ExecutionRow extends CaseRow {
	id: string;
	parentId: string | null;
	activityId: string | null;
	/** the engine's own id of this run of the activity; null for the case itself */
	engineExecutionId: string | null;
	waitsFor: WaitsFor | null;
}

/** What continues a token: an action alone, or a message or signal with one of these names. */
export interface WaitsFor {
	kind: 'trigger' | 'message' | 'signal';
	names: string[];
}

const subscription =
	(kind: WaitsFor['kind']): Filter<ExecutionRow> =>
	(value) =>
	({ waitsFor }) =>
		waitsFor?.kind === kind && waitsFor.names.includes(value);

/** Filters of E1 `GET /process-instances/executions` (reference 4.5). */
export const EXECUTION_FILTERS: Filters<ExecutionRow> = {
	id: text(({ id }) => id),
	activityId: text(({ activityId }) => activityId),
	processDefinitionKey: text(({ model }) => model.key),
	processDefinitionId: text(({ model }) => model.processDefinitionId),
	processInstanceId: text(({ record }) => record.id),
	messageEventSubscriptionName: subscription('message'),
	signalEventSubscriptionName: subscription('signal'),
	parentId: text(({ parentId }) => parentId),
};

export const EXECUTION_SORTS: Sorts<ExecutionRow> = {
	processDefinitionId: ({ model }) => model.processDefinitionId,
	processDefinitionKey: ({ model }) => model.key,
	processInstanceId: ({ record }) => record.id,
	tenantId: () => null,
};
