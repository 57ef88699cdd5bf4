import { z } from 'zod';
import type { Stage } from './stage';

/** A switch thrown one way, and what a user is owed then. */
export interface Position {
	value: unknown;
	shows(stage: Stage): Promise<void>;
}

/** Every position of a switch that is tried. @param shows what a user is owed in each: the same result, or a refusal that says what is wrong */
export const positions = <Value>(
	values: readonly Value[],
	shows: (stage: Stage, value: Value) => Promise<void>,
): Position[] => values.map((value) => ({ value, shows: async (stage) => await shows(stage, value) }));

/** The same, for a switch that is on or off. */
export const onAndOff = (shows: (stage: Stage, isOn: boolean) => Promise<void>): Position[] =>
	positions([true, false], shows);

/** Every position that the table of switches itself names: of a flag, of words. */
export function namedPositions(schema: z.ZodTypeAny): unknown[] {
	if (schema instanceof z.ZodDefault) return namedPositions(schema.removeDefault());
	if (schema instanceof z.ZodBoolean) return [true, false];
	if (schema instanceof z.ZodEnum) return schema.options;
	if (schema instanceof z.ZodUnion) return schema.options.flatMap(namedPositions);
	if (schema instanceof z.ZodNullable) return [null];
	return schema instanceof z.ZodLiteral ? [schema.value] : [];
}
