const USER_TASK_ATTRIBUTES = [
	'assignee',
	'candidateUsers',
	'candidateGroups',
	'category',
	'dueDate',
	'formKey',
	'outcomeVariable',
	'possibleOutcomes',
	'priority',
	'taskType',
] as const;

const LISTENER_ATTRIBUTES = [
	...['event', 'expression', 'delegateExpression', 'class', 'isMailNotification', 'isExecuteScriptEnabled'],
	...['publishToEventService', 'publishToApplicationContext'],
];

/** An element that stands below `extensionElements`: one that is not told of here is lost when a file is read. */
const listener = (name: string) => ({
	name,
	superClass: ['Element'],
	properties: LISTENER_ATTRIBUTES.map((attribute) => ({ name: attribute, isAttr: true, type: 'String' })),
});

export type UserTaskAttribute = (typeof USER_TASK_ATTRIBUTES)[number];

/**
 * Tells the BPMN reader about OpenText's own attributes (Workflow Service reference 6.4), in the descriptor language of
 * `moddle`. What is not listed stays in the file and has no effect.
 */
export const OPENTEXT_MODDLE = {
	workflow: {
		name: 'OpenText Workflow',
		uri: 'http://workflow.opentext.com',
		prefix: 'workflow',
		xml: { tagAlias: 'lowerCase' },
		associations: [],
		types: [
			{
				name: 'UserTask',
				extends: ['bpmn:UserTask'],
				properties: USER_TASK_ATTRIBUTES.map((name) => ({ name, isAttr: true, type: 'String' })),
			},
			listener('ExecutionListener'),
			listener('TaskListener'),
		],
	},
};
