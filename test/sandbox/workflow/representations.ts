import { DATE_STYLES, formatTime } from './dates';
import { showGroup, showUser } from './directory';
import type { CaseRow, TaskRow } from './query/rows';
import { wants, type Query } from './query/select';
import type { Switches } from './switches';
import type { AttachmentRecord, CommentRecord, TaskRecord } from './types';
import { showVariable } from './variables';

/** What a caller asked to see, read from the query or the body. */
export interface View {
	userIds: boolean;
	groupIds: boolean;
	processVariables: boolean;
	localVariables: boolean;
	comments: boolean;
	assignments: boolean;
}

export const PLAIN_VIEW: View = {
	userIds: false,
	groupIds: false,
	processVariables: false,
	localVariables: false,
	comments: false,
	assignments: false,
};

/** The `include…` parameters; every resource reads those that it has (reference 4.2, 4.6, 4.9). */
export const viewOf = (query: Query): View => ({
	userIds: wants(query, 'includeUserIds'),
	groupIds: wants(query, 'includeGroupIds'),
	processVariables: wants(query, 'includeProcessVariables'),
	localVariables: wants(query, 'includeTaskLocalVariables'),
	comments: wants(query, 'includeProcessComments') || wants(query, 'includeTaskComments'),
	assignments: wants(query, 'includeTaskAssignments'),
});

/** A member that is there only when it was asked for. */
const included = <T>(name: string, wanted: boolean, value: () => T): Record<string, T> =>
	wanted ? { [name]: value() } : {};

export const showComment = (
	{ id, author, message, time, taskId }: CommentRecord,
	processInstanceId: string,
	userIds: boolean,
) => ({
	id,
	author: showUser(author, userIds),
	message,
	time: formatTime(time, DATE_STYLES.comment),
	processInstanceId,
	taskId: taskId ?? null,
});

const commentsOf = ({ record }: CaseRow, view: View) =>
	record.comments.map((comment) => showComment(comment, record.id, view.userIds));

/** What those who may take a task are called, of each kind. */
export type CandidateTypes = Readonly<Record<'group' | 'user', string>>;

/** @param form of the assignments, by the switch (U14) */
export const candidateTypesOf = (form: Switches['assignmentForm']): CandidateTypes =>
	form === 'byKind'
		? { user: 'candidateUser', group: 'candidateGroup' }
		: { user: 'candidate', group: 'candidate' };

/** Reference 5.5. */
export const assignmentsOf = (
	task: TaskRecord,
	{ userIds, groupIds }: View,
	types = candidateTypesOf('object'),
) => [
	...(task.assignee === null
		? []
		: [{ user: showUser(task.assignee, userIds), group: null, type: 'assignee' }]),
	...(task.owner === null ? [] : [{ user: showUser(task.owner, userIds), group: null, type: 'owner' }]),
	...task.candidateUsers.map((user) => ({ user: showUser(user, userIds), group: null, type: types.user })),
	...task.candidateGroups.map((group) => ({
		user: null,
		group: showGroup(group, groupIds),
		type: types.group,
	})),
];

/** What ProcessInstance and HistoricProcessInstance share. */
const instanceBase = (row: CaseRow, view: View, style: 'Z' | '+0000') => {
	const { record, model } = row;
	return {
		id: record.id,
		name: record.name,
		businessKey: record.businessKey,
		processDefinitionId: model.processDefinitionId,
		processDefinitionName: model.name,
		processDefinitionDescription: model.description,
		startTime: formatTime(record.startTime, style),
		startUserId: showUser(record.startUserId, view.userIds),
		dueDate: formatTime(record.dueDate, style),
		superProcessInstanceId: null,
		callbackId: null,
		callbackType: null,
		...included('variables', view.processVariables, () => record.variables.map(showVariable)),
		...included('comments', view.comments, () => commentsOf(row, view)),
		tenantId: '',
		subscriptionId: record.subscriptionId,
	};
};

/** Reference 5.2. */
export const showInstance = (row: CaseRow, view: View, href: string) => ({
	...instanceBase(row, view, DATE_STYLES.processInstance),
	processDefinitionKey: row.model.key,
	activityId: null,
	suspended: row.record.suspended,
	ended: row.record.endTime !== null,
	completed: row.record.endTime !== null,
	_links: { self: { href } },
});

/** Reference 5.10. */
export function showHistoricInstance(row: CaseRow, view: View) {
	const { startTime, endTime, startActivityId, endActivityId, deleteReason } = row.record;
	return {
		...instanceBase(row, view, DATE_STYLES.historicProcessInstance),
		endTime: formatTime(endTime, DATE_STYLES.historicProcessInstance),
		durationInMillis: endTime === null ? null : endTime - startTime,
		startActivityId,
		endActivityId,
		deleteReason,
		referenceId: null,
		referenceType: null,
	};
}

/** What Task and HistoricTaskInstance share. */
const taskBase = (row: TaskRow, view: View, style: 'Z' | '+0000') => {
	const { task, record, model } = row;
	return {
		id: task.id,
		name: task.name,
		description: task.description,
		category: task.category,
		formKey: task.formKey,
		assignee: showUser(task.assignee, view.userIds),
		owner: showUser(task.owner, view.userIds),
		priority: task.priority,
		claimTime: formatTime(task.claimTime, style),
		dueDate: formatTime(task.dueDate, style),
		parentTaskId: task.parentTaskId,
		executionId: task.executionId,
		processInstanceId: record.id,
		processDefinitionId: model.processDefinitionId,
		taskDefinitionKey: task.taskDefinitionKey,
		tenantId: '',
		...included('variables', view.processVariables || view.localVariables, () => [
			...(view.processVariables ? record.variables : []),
			...(view.localVariables ? task.localVariables : []),
		]),
		...included('comments', view.comments, () =>
			record.comments
				.filter(({ taskId }) => taskId === task.id)
				.map((comment) => showComment(comment, record.id, view.userIds)),
		),
		...included('assignments', view.assignments, () => assignmentsOf(task, view)),
	};
};

/** Reference 5.3. */
export const showTask = (row: TaskRow, view: View, href: string) => ({
	...taskBase(row, view, DATE_STYLES.task),
	createTime: formatTime(row.task.createTime, DATE_STYLES.task),
	delegationState: row.task.delegationState,
	suspended: row.record.suspended,
	subscriptionId: row.record.subscriptionId,
	_links: { self: { href } },
});

/** Reference 5.11: the creation time is called `startTime`; what is not there yet is left out. */
export function showHistoricTask(row: TaskRow, view: View) {
	const { createTime, endTime, deleteReason, claimTime } = row.task;
	const style = DATE_STYLES.historicTask;
	return {
		...taskBase(row, view, style),
		startTime: formatTime(createTime, style),
		deleteReason,
		scopeId: null,
		scopeType: null,
		scopeDefinitionId: null,
		...(endTime === null
			? {}
			: {
					endTime: formatTime(endTime, style),
					durationInMillis: endTime - createTime,
					workTimeInMillis: claimTime === null ? null : endTime - claimTime,
				}),
	};
}

/** Reference 5.7. @param href of the attachment itself @param contentUrl of its bytes, if it has some */
export const showAttachment = (
	{ id, name, description, type, externalUrl, content, userId, time }: AttachmentRecord,
	href: string,
	contentUrl: string | null,
	withUserIds: boolean,
) => ({
	id,
	name,
	description,
	type,
	externalUrl,
	contentUrl: content === null ? null : contentUrl,
	userId: showUser(userId, withUserIds),
	time: formatTime(time, DATE_STYLES.task),
	_links: { self: { href } },
});
