import type { BpmnEngineExecutionState } from 'bpmn-engine';

import { switches, type Switches } from './switches';

/** Value types of a variable (Workflow Service reference 5.1). */
export const VARIABLE_TYPES = ['string', 'boolean', 'integer', 'long', 'double', 'date', 'json'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** Reference 5.1. */
export interface Variable {
	name: string;
	value: unknown;
	type: VariableType;
	scope: 'local' | 'global';
	encryption: boolean;
}

/** Reference 5.6; `time` in milliseconds since 1970. */
export interface CommentRecord {
	id: string;
	author: string;
	message: string;
	time: number;
	/** of one task; missing for the case as a whole */
	taskId?: string;
}

/** A link or a file that somebody put on a task (reference 5.7); `time` in milliseconds since 1970. */
export interface AttachmentRecord {
	id: string;
	name: string;
	description: string | null;
	type: string | null;
	externalUrl: string | null;
	/** base64; only of a file */
	content: string | null;
	userId: string;
	time: number;
}

/** One user task that a case reached, open or finished. Times in milliseconds since 1970. */
export interface TaskRecord {
	id: string;
	executionId: string;
	/** the engine's own id of this run of the activity; how the task is signalled */
	engineExecutionId: string;
	/** the engine's id of the ad-hoc sub-process that it was started in; missing outside of one */
	within?: string;
	taskDefinitionKey: string;
	name: string;
	description: string | null;
	category: string | null;
	formKey: string | null;
	assignee: string | null;
	owner: string | null;
	delegationState: 'pending' | 'resolved' | null;
	priority: number;
	createTime: number;
	claimTime: number | null;
	dueDate: number | null;
	parentTaskId: string | null;
	candidateUsers: string[];
	candidateGroups: string[];
	/** `Label:value` pairs of the model, as one text (reference 6.3) */
	possibleOutcomes: string;
	outcomeVariable: string | null;
	taskType: string | null;
	localVariables: Variable[];
	attachments: AttachmentRecord[];
	endTime: number | null;
	deleteReason: string | null;
	/** what it was completed with; the service shows it only through the outcome variable */
	outcome: string | null;
}

/** One step that a case took (reference 5.12). Times in milliseconds since 1970. */
export interface ActivityRecord {
	id: string;
	activityId: string;
	activityName: string | null;
	/** as BPMN writes it: `userTask` */
	activityType: string;
	/** of the token that takes it */
	executionId: string;
	/** the engine's own id of this run of the activity */
	engineExecutionId: string;
	/** the engine's id of the ad-hoc sub-process that it was started in; missing outside of one */
	within?: string;
	startTime: number;
	endTime: number | null;
}

/** A timer that the engine waits for. */
export interface TimerRecord {
	activityId: string;
	dueAt: number;
	/** its step failed: as a dead-letter job it stays, and nothing revives it (reference 7.2) */
	dead?: boolean;
}

/** A process instance, running or ended, with everything that belongs to it. */
export interface CaseRecord {
	id: string;
	rootExecutionId: string;
	name: string | null;
	businessKey: string | null;
	modelId: string;
	startTime: number;
	startUserId: string;
	startActivityId: string | null;
	endTime: number | null;
	endActivityId: string | null;
	deleteReason: string | null;
	dueDate: number | null;
	suspended: boolean;
	subscriptionId: string;
	variables: Variable[];
	comments: CommentRecord[];
	tasks: TaskRecord[];
	activities: ActivityRecord[];
	/** by the engine's execution id */
	timers: Record<string, TimerRecord>;
	/** where the engine stands; absent once the case has ended */
	engineState?: BpmnEngineExecutionState;
}

/** A deployed process model (reference 5.9). */
export interface ModelRecord {
	id: string;
	key: string;
	name: string;
	description: string | null;
	version: number;
	/** `key:version:uuid`, as the history sample has it (reference 5.10) */
	processDefinitionId: string;
	category: string;
	deploymentId: string;
	/** in which form it was deployed */
	modelType: 'xml' | 'json';
	/** BPMN XML: what runs */
	modelContent: string;
	jsonContent?: object;
	deployedAt: number;
	/** M4 was called; running cases keep it */
	undeployed: boolean;
}

export interface WorkflowState {
	switches: Switches;
	models: ModelRecord[];
	cases: CaseRecord[];
}

export const initialState = (): WorkflowState => ({
	switches: switches.parse({}),
	models: [],
	cases: [],
});
