import { z } from 'zod';

import { element, type Xml } from '../../../run/models/write/xmlText';

const listener = z.record(z.unknown());

const inList = (property: unknown, list: string): Array<Record<string, unknown>> =>
	z
		.object({ [list]: z.array(listener) })
		.catch({ [list]: [] })
		.parse(property)[list];

/** The attributes by which the vendor's own BPMN says the same (reference 6.4, 6.5). */
const ATTRIBUTES = [
	...['event', 'expression', 'delegateExpression', 'isMailNotification', 'isExecuteScriptEnabled'],
	...['publishToEventService', 'publishToApplicationContext'],
];

const attributesOf = (one: Record<string, unknown>) =>
	Object.fromEntries(
		ATTRIBUTES.filter((name) => one[name] !== undefined && one[name] !== '').map((name) => [
			name,
			String(one[name]),
		]),
	);

/** The listeners of a shape. */
export function listenersXml(properties: Readonly<Record<string, unknown>>): Xml[] {
	const listeners = [
		...inList(properties.executionlisteners, 'executionListeners').map((one) =>
			element('workflow:executionListener', attributesOf(one)),
		),
		...inList(properties.tasklisteners, 'taskListeners').map((one) =>
			element('workflow:taskListener', attributesOf(one)),
		),
	];
	return listeners.length === 0 ? [] : [element('extensionElements', {}, listeners)];
}
