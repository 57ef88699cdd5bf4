/** A value of a case that its model declares: who starts a case gives it, or the case has none. */
export interface DeclaredVariable {
	name: string;
	/** as the service's own models write it (Workflow Service reference 6.2) */
	type: 'string' | 'int' | 'datetime';
}

/** A band of the drawing: the people who do what lies in it. */
export interface Lane {
	id: string;
	name: string;
	/** how many shapes lie one below the other in it */
	rows?: number;
}

/** Where a shape is drawn: columns go from left to right, rows from the top of its lane. */
export interface Place {
	lane: string;
	column: number;
	row?: number;
}

interface Named {
	id: string;
	name: string;
}

export interface StartEvent extends Named, Place {
	kind: 'start';
}

/** Its id is the outcome of the case, with `end` before it. */
export interface EndEvent extends Named, Place {
	kind: 'end';
}

export interface Gateway extends Named, Place {
	kind: 'gateway';
	/** the flow that is taken when no condition holds */
	defaultFlow: string;
}

/** What people choose when they complete a task: what they see, and what the case keeps. */
export interface Outcome {
	label: string;
	value: string;
}

export interface UserTask extends Named, Place {
	kind: 'task';
	documentation: string;
	/** the variable that names the group */
	group: string;
	/** an expression, or a duration (ISO 8601) */
	due: string;
	outcomes: readonly Outcome[];
	outcomeVariable: string;
}

/** Takes a task away from its people when the time is over. */
export interface Timer extends Named {
	kind: 'timer';
	/** id of the definition of its time */
	timerId: string;
	/** the task that it ends */
	on: string;
	/** the border of the task on which it is drawn */
	edge: 'top' | 'bottom';
	/** how long the task may take, or until when: an expression or ISO 8601 */
	time: { duration: string } | { date: string };
}

export type ModelNode = StartEvent | EndEvent | Gateway | UserTask | Timer;

export interface Flow {
	id: string;
	name?: string;
	from: string;
	to: string;
	/** expression without which it is not taken (reference 6.4) */
	condition?: string;
}

/** A field of a form, as an administrator draws it. */
export interface FormField {
	id: string;
	name: string;
	type: 'text' | 'multi-line-text' | 'dropdown' | 'boolean' | 'decimal' | 'integer' | 'date';
	required: boolean;
	options?: ReadonlyArray<{ id: string; name: string }>;
}

/** The fields of a task's form, or the task whose form it shares. */
export type Form = readonly FormField[] | string;

/** One process model: everything that its files say follows from this. */
export interface ProcessSource {
	/** key of the process; the names of its files are the same with dashes */
	key: string;
	name: string;
	/** of the process, for whoever opens it in a modeler */
	documentation: string;
	variables: readonly DeclaredVariable[];
	/** from top to bottom */
	lanes: readonly Lane[];
	nodes: readonly ModelNode[];
	flows: readonly Flow[];
	forms: Readonly<Record<string, Form>>;
}

/** Name of its files without extension, e.g. `order-risk-review`. */
export const fileNameOf = ({ key }: Pick<ProcessSource, 'key'>): string => key.replaceAll('_', '-');
