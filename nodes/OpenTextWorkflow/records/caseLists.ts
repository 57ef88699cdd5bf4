import mapValues from 'lodash/mapValues';
import { text as textField, time, whole, type Fields } from '../../shared/record/field';
import type { ListRequest } from '../transport/WorkflowClient';
import { currentSubscription, like, yes } from './filters';

/** Filters of both lists, under the same names (reference 4.2, P2; 4.9, H1). */
const shared = {
	businessKey: textField('Business Key'),
	callbackId: textField('Callback ID'),
	callbackType: textField('Callback Type'),
	dueAfter: time('Due After'),
	dueBefore: time('Due Before'),
	dueOn: time('Due On'),
	excludeSubprocesses: yes('Exclude Subprocesses', 'Whether to leave out cases that another case called'),
	filterByCurrentSubscription: currentSubscription,
	id: textField('Case ID', '', { name: 'caseId' }),
	involvedUser: textField('Involved User'),
	name: textField('Name'),
	nameLike: like('Name Like', 'Order 4711%'),
	nameLikeIgnoreCase: like('Name Like (Any Case)', 'order%', 'nameLikeAnyCase'),
	processDefinitionCategory: textField('Process Model Category', '', { name: 'modelCategory' }),
	processDefinitionId: textField('Process Model Version ID', 'One version of a model', {
		name: 'modelVersionId',
	}),
	processDefinitionKey: textField('Process Model Key', '', { name: 'modelKey' }),
	processDefinitionVersion: whole('Process Model Version', '', { default: 1, name: 'modelVersion' }),
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

/** Every filter, each shown where it is known. */
export const CASE_FILTERS = {
	...shared,
	...shownFor(['running'], ofRunning),
	...shownFor(['all', 'ended'], ofHistory),
} satisfies Fields;

/** By what either list can be sorted (reference 4.2, P2; 4.9, H1). */
export const CASE_SORTS = [
	'startTime',
	'endTime',
	'duration',
	'dueDate',
	'businessKey',
	'processDefinitionId',
	'processDefinitionKey',
] as const;

/** What a list gives beside that (reference 4.2, 4.9). */
export const CASE_OPTIONS = {
	includeProcessComments: yes(
		'Include Comments',
		'Whether comments come; needs Simplify off',
		'includeComments',
	),
	includeProcessVariables: yes('Include Variables', 'Whether variables come, too', 'includeVariables'),
	includeUserIds: yes('Include User IDs', 'Whether users come by directory ID, not e-mail address'),
	sortEmptyValuesOnTop: yes('Empty Values First', 'Whether cases without a value to sort by come first'),
} satisfies Fields;

interface CaseList extends Pick<ListRequest, 'base' | 'path' | 'query'> {
	/** The filters that it knows, and what it calls those that it knows under another name. */
	filters: Fields;
	names?: Readonly<Record<string, string>>;
	/** By what it sorts. */
	sorts: ReadonlySet<string>;
}

const inHistory = {
	base: 'history',
	path: '/historic-process-instances',
	filters: { ...shared, ...ofHistory },
	names: {
		id: 'processInstanceId',
		name: 'processInstanceName',
		nameLike: 'processInstanceNameLike',
		nameLikeIgnoreCase: 'processInstanceNameLikeIgnoreCase',
	},
	sorts: new Set(['startTime', 'endTime', 'duration', 'businessKey', 'processDefinitionId']),
} as const;

/** Where each choice of *State* is listed: the history is complete but late, running cases are known to the runtime at once (reference 4.2, 7.4). */
export const CASE_LISTS: Readonly<Record<string, CaseList>> = {
	all: inHistory,
	ended: { ...inHistory, query: { finished: true } },
	running: {
		base: 'runtime',
		path: '/process-instances',
		filters: { ...shared, ...ofRunning },
		sorts: new Set(['startTime', 'dueDate', 'businessKey', 'processDefinitionId', 'processDefinitionKey']),
	},
};
