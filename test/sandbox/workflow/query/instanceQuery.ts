import { sameUser } from '../directory';

import { isInvolved } from './candidates';
import {
	BOUNDS,
	atLeast,
	atMost,
	equal,
	flag,
	like,
	likeIgnoreCase,
	number,
	text,
	time,
	user,
	type Bounds,
	type Filters,
} from './filters';
import type { CaseRow } from './rows';
import type { Sorts } from './select';

/** Took part in a case: started it or touched one of its tasks. */
const takesPart = ({ record }: CaseRow, who: string) =>
	sameUser(record.startUserId, who) || record.tasks.some((task) => isInvolved(task, who));

/** Nothing here runs on behalf of another case or scope: a filter on such a relation finds nothing. */
const never = () => () => false;
const always = () => () => true;

/** Filters that P2 and H1 share, under the same names (reference 4.2, 4.9). */
const SHARED_FILTERS: Filters<CaseRow> = {
	processDefinitionKey: text(({ model }) => model.key),
	processDefinitionId: text(({ model }) => model.processDefinitionId),
	processDefinitionCategory: text(({ model }) => model.category),
	processDefinitionVersion: number(({ model }) => model.version),
	businessKey: text(({ record }) => record.businessKey),
	startedBy: user(({ record }) => record.startUserId),
	startedBefore: time(({ record }) => record.startTime, atMost),
	startedAfter: time(({ record }) => record.startTime, atLeast),
	involvedUser: (who) => (row) => takesPart(row, who),
	superProcessInstanceId: never,
	excludeSubprocesses: always,
	callbackId: never,
	callbackType: never,
	dueOn: time(({ record }) => record.dueDate, equal),
	dueBefore: time(({ record }) => record.dueDate, atMost),
	dueAfter: time(({ record }) => record.dueDate, atLeast),
};

/** Filters of P2 `GET /process-instances` (reference 4.2). */
export const INSTANCE_FILTERS: Filters<CaseRow> = {
	...SHARED_FILTERS,
	id: text(({ record }) => record.id),
	name: text(({ record }) => record.name),
	nameLike: like(({ record }) => record.name),
	nameLikeIgnoreCase: likeIgnoreCase(({ record }) => record.name),
	suspended: flag(({ record }) => record.suspended),
	subProcessInstanceId: never,
};

export const INSTANCE_SORTS: Sorts<CaseRow> = {
	id: ({ record }) => record.id,
	processDefinitionKey: ({ model }) => model.key,
	processDefinitionId: ({ model }) => model.processDefinitionId,
	startTime: ({ record }) => record.startTime,
	dueDate: ({ record }) => record.dueDate,
	businessKey: ({ record }) => record.businessKey,
	tenantId: () => null,
};

/** The filters whose bounds a switch decides. */
export const finishedWithin = ({ after, before }: Bounds): Filters<CaseRow> => ({
	finishedAfter: time(({ record }) => record.endTime, after),
	finishedBefore: time(({ record }) => record.endTime, before),
});

/** Filters of H1 `GET /historic-process-instances` (reference 4.9). */
export const HISTORIC_INSTANCE_FILTERS: Filters<CaseRow> = {
	...SHARED_FILTERS,
	processInstanceId: text(({ record }) => record.id),
	processInstanceName: text(({ record }) => record.name),
	processInstanceNameLike: like(({ record }) => record.name),
	processInstanceNameLikeIgnoreCase: likeIgnoreCase(({ record }) => record.name),
	businessKeyLike: like(({ record }) => record.businessKey),
	processDefinitionName: text(({ model }) => model.name),
	deploymentId: text(({ model }) => model.deploymentId),
	finished: flag(({ record }) => record.endTime !== null),
	...finishedWithin(BOUNDS.inclusive),
};

const duration = ({ record: { startTime, endTime } }: CaseRow) =>
	endTime === null ? null : endTime - startTime;

export const HISTORIC_INSTANCE_SORTS: Sorts<CaseRow> = {
	startTime: ({ record }) => record.startTime,
	endTime: ({ record }) => record.endTime,
	duration,
	processInstanceId: ({ record }) => record.id,
	processDefinitionId: ({ model }) => model.processDefinitionId,
	businessKey: ({ record }) => record.businessKey,
	tenantId: () => null,
};
