/** What a process model's element says, as far as the stand-in looks at it. Values come from a file: all may be missing. */
export interface ModelElement {
	id: string;
	type: string;
	name: string | undefined;
	behaviour: Readonly<Record<string, unknown>>;
}

/** What the engine's own activity says. */
export const asElement = ({ id, type, name, behaviour }: ModelElement): ModelElement => ({
	id,
	type,
	name,
	behaviour,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** A text of an element's behaviour, or null. */
export function textOf(behaviour: Readonly<Record<string, unknown>>, key: string): string | null {
	const value = behaviour[key];
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The objects that a member of an element's behaviour holds: a list, one object, or none. */
export function objectsOf(
	behaviour: Readonly<Record<string, unknown>>,
	key: string,
): Array<Record<string, unknown>> {
	const value = behaviour[key];
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list.filter(isRecord);
}

/** The text of `<documentation>`. */
export const documentationOf = (behaviour: Readonly<Record<string, unknown>>): string | null =>
	objectsOf(behaviour, 'documentation')
		.map((entry) => textOf(entry, 'text'))
		.find((text) => text !== null) ?? null;

/** The messages or signals that an event waits for (reference 6.4). */
export const eventRefsOf = (
	{ behaviour }: Pick<ModelElement, 'behaviour'>,
	key: 'messageRef' | 'signalRef',
): Array<{ id: string; name: string }> =>
	objectsOf(behaviour, 'eventDefinitions')
		.flatMap((definition) => objectsOf(definition, 'behaviour'))
		.flatMap((event) => objectsOf(event, key))
		.map((one) => ({ id: String(one.id), name: textOf(one, 'name') ?? String(one.id) }));

/** Types of the event definitions of an event, e.g. `bpmn:TimerEventDefinition`. */
export const eventDefinitionsOf = ({ behaviour }: ModelElement): string[] =>
	objectsOf(behaviour, 'eventDefinitions').map((definition) => String(definition.type ?? definition.$type));
