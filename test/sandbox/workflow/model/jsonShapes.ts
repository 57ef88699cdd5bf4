import { z } from 'zod';

const reference = z.object({ resourceId: z.string() });

const shape = z.object({
	resourceId: z.string(),
	stencil: z.object({ id: z.string() }),
	properties: z.record(z.unknown()).default({}),
	outgoing: z.array(reference).default([]),
	target: reference.nullish(),
});

/** A model in the service's own form (reference 6.2), as far as the stand-in looks at it. */
export const jsonForm = z.object({
	stencil: z.object({ id: z.literal('BPMNDiagram') }),
	properties: z.record(z.unknown()),
	childShapes: z.array(shape),
});

export type Shape = z.infer<typeof shape>;

const named = z.array(z.object({ id: z.string(), name: z.string() })).catch([]);

export const messagesOf = ({ messagedefinitions }: Shape['properties']) => named.parse(messagedefinitions);

export const signalsOf = ({ signaldefinitions }: Shape['properties']) => named.parse(signaldefinitions);

/** A property as a text; nothing when it is empty. */
export function textIn({ properties }: Pick<Shape, 'properties'>, name: string): string | undefined {
	const value = properties[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The modeler writes switches as booleans or as texts. */
export const isOn = ({ properties }: Shape, name: string, otherwise = false) =>
	String(properties[name] ?? otherwise) === 'true';

/** A shape's own id, or the one that the modeler made up. */
export const idOf = (one: Shape) => textIn(one, 'overrideid') ?? one.resourceId;
