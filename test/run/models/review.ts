import upperFirst from 'lodash/upperFirst';

import type { Flow, Form, FormField, ModelNode, Outcome, UserTask } from './source';

/** Where an outcome leads; with `when` only if that holds as well. */
export interface Way {
	to: string;
	when?: string;
	name?: string;
	id?: string;
}

export interface ReviewOutcome extends Outcome {
	to: string | readonly Way[];
	/** name of its flow; the label when left out */
	name?: string;
	id?: string;
}

/** Ids that differ from what follows from the id of the task, as in a model that cases were started with already. */
export type ReviewIds = Partial<
	Record<
		| 'timer'
		| 'timerDefinition'
		| 'escalated'
		| 'decision'
		| 'done'
		| 'overdueDone'
		| 'asks'
		| 'otherwise'
		| 'information'
		| 'again',
		string
	>
>;

/** A task of people who may be late, ask for more, or answer what nobody understands (templates page, section 4). */
export interface Review {
	id: string;
	name: string;
	documentation: string;
	lane: string;
	column: number;
	row?: number;
	/** the variable that names the group */
	group: string;
	/** what the gateway behind it asks */
	question: string;
	outcomes: readonly ReviewOutcome[];
	fields: readonly FormField[];
	ids?: ReviewIds;
	/** rows of the three shapes beside the task, where a lane has several */
	rows?: { overdue?: number; information?: number; decision?: number };
	/** what the task of those who get it later says */
	overdue?: string;
}

/** Who gets what is late, and who finds out what is missing. */
export interface Helpers {
	escalation: { lane: string; group: string };
	information: { lane: string; group: string; documentation: string };
	/** how long a review may take each time that it is asked, where the variable of every case does not say it alone: an expression */
	deadline?: string;
}

/** A piece of a process model. */
export interface Piece {
	nodes: readonly ModelNode[];
	flows: readonly Flow[];
	forms: Readonly<Record<string, Form>>;
}

export const ASK_MORE: Outcome = { label: 'More Information', value: 'moreInformation' };

const REASON: FormField = { id: 'decisionReason', name: 'Reason', type: 'multi-line-text', required: true };
const DOCUMENTS: FormField = { id: 'documents', name: 'What Was Attached', type: 'text', required: false };

const INFORMATION: readonly FormField[] = [
	{ id: 'question', name: 'Question', type: 'multi-line-text', required: true },
	{ id: 'answer', name: 'Answer', type: 'multi-line-text', required: false },
];

/** The variable in which a task keeps what people chose. */
export const outcomeVariableOf = (task: string): string => `${task}Outcome`;

/** The condition of a flow behind a task. */
const chosen = (task: string, value: string, when?: string) =>
	`\${${outcomeVariableOf(task)} == "${value}"${when === undefined ? '' : ` && ${when}`}}`;

function idsOf({ id, ids }: Review): Required<ReviewIds> {
	return {
		timer: `${id}DeadlinePassed`,
		timerDefinition: `${id}Deadline`,
		escalated: `${id}Escalated`,
		decision: `${id}Decision`,
		done: `${id}Done`,
		overdueDone: `${id}OverdueDone`,
		asks: `${id}AsksMore`,
		otherwise: `${id}NotUnderstood`,
		information: `${id}Information`,
		again: `${id}Again`,
		...ids,
	};
}

const waysOf = ({ id, outcomes }: Review, from: string): Flow[] =>
	outcomes.flatMap(({ label, value, to, name = label, id: flowId = `${id}${upperFirst(value)}` }) => {
		const ways: readonly Way[] = typeof to === 'string' ? [{ to }] : to;
		return ways.map((way): Flow => ({
			id: way.id ?? (ways.length === 1 ? flowId : `${flowId}${upperFirst(way.to)}`),
			name: way.name ?? name,
			from,
			to: way.to,
			condition: chosen(id, value, way.when),
		}));
	});

/** Makes the reviews of a process model, which share their helpers. */
export const reviewsOf =
	({ escalation, information, deadline = '${deadlineIn}' }: Helpers) =>
	(review: Review): Piece => {
		const { id, name, lane, column, row, rows = {}, outcomes } = review;
		const ids = idsOf(review);
		const overdueId = `${id}Overdue`;
		const task: UserTask = {
			kind: 'task',
			...{ id, name, lane, column, row },
			documentation: review.documentation,
			group: review.group,
			// not deadlineAt: whoever is asked again has as long as the first time
			due: deadline,
			outcomes: [...outcomes.map(({ label, value }) => ({ label, value })), ASK_MORE],
			outcomeVariable: outcomeVariableOf(id),
		};
		const overdue: UserTask = {
			...task,
			...{ id: overdueId, name: `${name}, Overdue`, lane: escalation.lane, row: rows.overdue },
			column: column + 1,
			group: escalation.group,
			due: 'P1D',
			documentation:
				review.overdue ??
				`Nobody decided in time, or the outcome was not understood. A manager decides. The form is that of "${name}".`,
		};
		const collect: UserTask = {
			kind: 'task',
			...{ id: ids.information, name: 'Collect Information', lane: information.lane, row: rows.information },
			column: column + 1,
			documentation: information.documentation,
			group: information.group,
			due: 'P1D',
			outcomes: [{ label: 'Ready', value: 'ready' }],
			outcomeVariable: outcomeVariableOf(ids.information),
		};
		const nodes: ModelNode[] = [
			task,
			{
				kind: 'timer',
				...{ id: ids.timer, timerId: ids.timerDefinition, name: 'Deadline Passed', on: id, edge: 'top' },
				time: { duration: deadline },
			},
			overdue,
			{
				kind: 'gateway',
				...{ id: ids.decision, name: review.question, lane, row: rows.decision ?? row, column: column + 2 },
				defaultFlow: ids.otherwise,
			},
			collect,
		];
		const flows: Flow[] = [
			{ id: ids.escalated, name: 'Overdue', from: ids.timer, to: overdueId },
			{ id: ids.done, from: id, to: ids.decision },
			{ id: ids.overdueDone, from: overdueId, to: ids.decision },
			...waysOf(review, ids.decision),
			{
				...{ id: ids.asks, name: ASK_MORE.label, from: ids.decision, to: ids.information },
				condition: chosen(id, ASK_MORE.value),
			},
			{ id: ids.otherwise, name: 'Anything Else', from: ids.decision, to: overdueId },
			{ id: ids.again, name: 'Review Again', from: ids.information, to: id },
		];
		return {
			nodes,
			flows,
			forms: {
				[id]: [REASON, ...review.fields, DOCUMENTS],
				[overdueId]: id,
				[ids.information]: INFORMATION,
			},
		};
	};

/** Puts the pieces of a process model together. */
export const joined = (pieces: readonly Piece[]): Piece => ({
	nodes: pieces.flatMap(({ nodes }) => nodes),
	flows: pieces.flatMap(({ flows }) => flows),
	forms: Object.assign({}, ...pieces.map(({ forms }) => forms)),
});
