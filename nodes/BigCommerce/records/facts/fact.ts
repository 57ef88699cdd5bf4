import type { IDataObject } from 'n8n-workflow';
import type { Properties, Shape } from '../../../shared/shape';

/** What merchants decide by, worked out once, in one place (design page, "The words"). @template Source what it is worked out from */
export interface Fact<Source> {
	shape: Shape;
	/** Undefined where it is not known: an absent fact can be asked about, a wrong one cannot. */
	of(source: Source): IDataObject[string];
}

export type Facts<Source> = Readonly<Record<string, Fact<Source>>>;

/** What the facts look like, by their names. */
export const shapesOf = <Source>(facts: Facts<Source>): Properties =>
	Object.fromEntries(Object.entries(facts).map(([name, { shape }]) => [name, shape]));

/** The facts that are known. */
export function factsOf<Source>(facts: Facts<Source>, source: Source): IDataObject {
	const values = Object.entries(facts).map(([name, fact]) => [name, fact.of(source)] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
