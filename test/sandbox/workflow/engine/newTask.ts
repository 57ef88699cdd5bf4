import { DateTime, Duration } from 'luxon';

import { readTime } from '../dates';
import { documentationOf, textOf, type ModelElement } from '../model/elements';
import type { UserTaskAttribute } from '../model/moddle';
import { timeUuid } from '../timeUuid';
import type { CaseRecord, TaskRecord } from '../types';

import { resolveTemplate, type Scope } from './expressions';
import { executionIdOf } from './steps';

/** Stands for whoever started the case (reference 6.3). */
const INITIATOR = '$INITIATOR';

/** The engine's default (reference 5.3, inferred there from Flowable). */
const DEFAULT_PRIORITY = 50;

const asList = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(String) : String(value ?? '').split(','))
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');

/** A duration from now, or a date with or without a time and a zone: as the engine behind the service takes it. */
function asDueDate(value: unknown, now: number): number | null {
	if (value === null || value === '') return null;
	const text = String(value);
	const time = text.startsWith('P')
		? now + Duration.fromISO(text).toMillis()
		: (readTime(text) ?? DateTime.fromISO(text, { zone: 'utc' }).toMillis());
	if (Number.isNaN(time)) throw new TypeError(`'${text}' is neither a date nor an ISO 8601 duration`);
	return time;
}

/**
 * The task that a case gets when it reaches a user task.
 * @param now milliseconds since 1970
 * @throws when an expression of the model cannot be resolved
 */
export function newTask(
	record: CaseRecord,
	{ id, name, behaviour }: ModelElement,
	engineExecutionId: string,
	scope: Scope,
	now: number,
): TaskRecord {
	const attribute = (key: UserTaskAttribute): unknown => {
		const text = textOf(behaviour, key);
		return text === null ? null : resolveTemplate(text, scope);
	};
	const assignee = textOf(behaviour, 'assignee') === INITIATOR ? record.startUserId : attribute('assignee');
	return {
		id: timeUuid(now),
		executionId: executionIdOf(record, engineExecutionId, now),
		engineExecutionId,
		taskDefinitionKey: id,
		name: String(resolveTemplate(name ?? '', scope)),
		description: documentationOf(behaviour),
		category: textOf(behaviour, 'category'),
		formKey: textOf(behaviour, 'formKey'),
		assignee: assignee === null || assignee === '' ? null : String(assignee),
		owner: null,
		delegationState: null,
		priority: Number(attribute('priority') ?? DEFAULT_PRIORITY),
		createTime: now,
		claimTime: null,
		dueDate: asDueDate(attribute('dueDate'), now),
		parentTaskId: null,
		candidateUsers: asList(attribute('candidateUsers')),
		candidateGroups: asList(attribute('candidateGroups')),
		possibleOutcomes: textOf(behaviour, 'possibleOutcomes') ?? '',
		outcomeVariable: textOf(behaviour, 'outcomeVariable'),
		taskType: textOf(behaviour, 'taskType'),
		localVariables: [],
		attachments: [],
		endTime: null,
		deleteReason: null,
		outcome: null,
	};
}
