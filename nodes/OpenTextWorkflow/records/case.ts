import mapValues from 'lodash/mapValues';
import { text as textField, time, type Fields } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import type { LocatorTable } from '../../shared/record/locator';
import { flag, list, object, orNull, text, type Properties } from '../../shared/shape';
import { caseWithVariables } from './caseItem';
import { readCase } from '../transport/cases';
import type { ListRequest } from '../transport/WorkflowClient';
import { currentSubscription, like, yes } from './filters';

const named: Properties = { caseId: text, businessKey: orNull(text) };

/** A case as every operation gives it. */
const caseFields: Properties = {
	...named,
	name: orNull(text),
	modelKey: orNull(text),
	startedAt: orNull(text),
	startedBy: orNull(text),
	ended: flag,
	endedAt: orNull(text),
	endActivityId: orNull(text),
	cancelled: flag,
	endReason: text,
	suspended: orNull(flag),
};

const variables = object();

export const CASE = object({ ...caseFields, variables });
export const STARTED = object({ created: flag, ...caseFields, variables });
export const STATE_SET = object({ changed: flag, ...caseFields });
export const TERMINATED = object({ terminated: flag, ...caseFields });
export const VARIABLES = object({ ...named, variables });
export const VARIABLES_SET = object({ ...named, set: list(text) });

export const DECISION = object({
	...caseFields,
	outcome: orNull(text),
	decidedBy: orNull(text),
	decidedAt: orNull(text),
	reason: orNull(text),
	variables,
});

/** The starter of a case gave it its business key; the service does not keep it unique, so that the running one is meant, then the newest. */
export const CASE_LOCATOR: LocatorTable = {
	name: 'caseId',
	label: 'Case',
	description: 'Of several cases with one business key, the running one, then the newest',
	search: 'searchCases',
	like: 'f8985abd-3391-11ea-b509-eeee0affefe7',
	key: { mode: 'businessKey', label: 'Business Key', like: 'abc123:order:4711:risk-review:1' },
};

/** Filters of both lists, under the same names (reference 4.2, P2; 4.9, H1). */
const shared = {
	businessKey: textField('Business Key'),
	dueAfter: time('Due After'),
	dueBefore: time('Due Before'),
	dueOn: time('Due On'),
	excludeSubprocesses: yes('Exclude Subprocesses', 'Whether to leave out cases that another case called'),
	filterByCurrentSubscription: currentSubscription,
	involvedUser: textField('Involved User'),
	name: textField('Name'),
	nameLike: like('Name Like', 'Order 4711%'),
	processDefinitionCategory: textField('Process Model Category', '', { name: 'modelCategory' }),
	processDefinitionId: textField('Process Model Version ID', 'One version of a model', {
		name: 'modelVersionId',
	}),
	processDefinitionKey: textField('Process Model Key', '', { name: 'modelKey' }),
	startedAfter: time('Started After'),
	startedBefore: time('Started Before'),
	startedBy: textField('Started By'),
	superProcessInstanceId: textField('Parent Case ID', 'Cases that this case called', {
		name: 'parentCaseId',
	}),
} satisfies Fields;

/** Filters of running cases alone (reference 4.2, P2). */
const ofRunning = {
	subProcessInstanceId: textField('Child Case ID', 'The case that called this case', { name: 'childCaseId' }),
	suspended: yes('Suspended', 'Whether to return only suspended cases'),
} satisfies Fields;

/** Filters of the history alone (reference 4.9, H1). */
const ofHistory = {
	businessKeyLike: like('Business Key Like', '%:order:4711:%'),
	deploymentId: textField('Deployment ID'),
	finishedAfter: time('Ended After', '', { name: 'endedAfter' }),
	finishedBefore: time('Ended Before', '', { name: 'endedBefore' }),
	processDefinitionName: textField('Process Model Name', '', { name: 'modelName' }),
} satisfies Fields;

/** Fields that are shown for these choices of *State* alone. */
const shownFor = (states: string[], fields: Fields): Fields =>
	mapValues(fields, ({ property, ...field }) => ({
		...field,
		property: { ...property, displayOptions: { show: { '/state': states } } },
	}));

/** What a list of cases can be asked for, and what it gives. */
export const cases = {
	words: 'cases',
	properties: { ...caseFields, variables },
	item: (row) => caseWithVariables(readCase(row)),
	simple: [
		'caseId',
		'businessKey',
		'name',
		'modelKey',
		'startedAt',
		'ended',
		'endedAt',
		'endActivityId',
		'cancelled',
		'variables',
	],
	filters: {
		...shared,
		...shownFor(['running'], ofRunning),
		...shownFor(['all', 'ended'], ofHistory),
	},
} satisfies ListTable;

interface CaseList extends Pick<ListRequest, 'base' | 'path' | 'query'> {
	/** The filters that it knows, and what it calls those that it knows under another name. */
	filters: Fields;
	names?: Readonly<Record<string, string>>;
}

const inHistory = {
	base: 'history',
	path: '/historic-process-instances',
	filters: { ...shared, ...ofHistory },
	names: { name: 'processInstanceName', nameLike: 'processInstanceNameLike' },
} as const;

/** Where each choice of *State* is listed: the history is complete but late, running cases are known to the runtime at once (reference 4.2, 7.4). */
export const CASE_LISTS: Readonly<Record<string, CaseList>> = {
	all: inHistory,
	ended: { ...inHistory, query: { finished: true } },
	running: { base: 'runtime', path: '/process-instances', filters: { ...shared, ...ofRunning } },
};
