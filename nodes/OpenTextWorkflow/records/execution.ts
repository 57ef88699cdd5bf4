import type { LocatorTable } from '../../shared/record/locator';
import { flag, object, orNull, text, type Properties } from '../../shared/shape';
import type { Execution } from '../transport/executions';

/** A token of a case, as it comes out (reference 5.8). */
export const EXECUTION = object({
	executionId: text,
	caseId: text,
	activityId: orNull(text),
	parentExecutionId: orNull(text),
	suspended: orNull(flag),
});

export const executionItem = (caseId: string, one: Execution) => ({
	executionId: one.id,
	caseId,
	activityId: one.activityId ?? null,
	parentExecutionId: one.parentId ?? null,
	suspended: one.suspended ?? null,
});

/** What is told of one that was let go on. */
export const wentOn: Properties = {
	executionId: text,
	caseId: text,
	activityId: orNull(text),
	nextActivityId: orNull(text),
	caseEnded: flag,
};

export const EXECUTION_LOCATOR: LocatorTable = {
	name: 'executionId',
	label: 'Execution',
	description: 'The place in the case that waits',
	search: 'searchExecutions',
	like: 'f8985abd-3391-11ea-b509-eeee0affefe7',
	key: { mode: 'activityId', label: 'Activity ID', like: 'waitForPayment' },
};
