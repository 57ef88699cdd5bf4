import { objectsOf, textOf, type ModelElement } from './elements';

const LISTENER = /:ExecutionListener$/;

/** What a listener may do beside its expression, which the stand-in cannot (reference 6.5). */
const ELSEWHERE = [
	'isMailNotification',
	'isExecuteScriptEnabled',
	'publishToEventService',
	'publishToApplicationContext',
];

/** Whether an extension element is a listener that can run here: an expression when its element is left. */
export const isRunnableListener = (extension: Readonly<Record<string, unknown>>): boolean =>
	LISTENER.test(String(extension.$type)) &&
	extension.event === 'end' &&
	textOf(extension, 'expression') !== null &&
	!ELSEWHERE.some((name) => extension[name] === 'true');

/** The expressions that are evaluated when an element is left. */
export const endExpressionsOf = ({ behaviour }: Pick<ModelElement, 'behaviour'>): string[] =>
	objectsOf(behaviour, 'extensionElements')
		.flatMap((holder) => objectsOf(holder, 'values'))
		.filter(isRunnableListener)
		.map((listener) => String(listener.expression));
