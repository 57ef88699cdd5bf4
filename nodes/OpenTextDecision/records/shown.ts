import type { Given } from '../../shared/record/given';
import type { ObjectType } from './objects';
import { orderScopes, orderSummary, type Values } from './order';

/** What people see of an object. */
interface Shown {
	/** In a case, where they are shown it, under the names that process models use. */
	summary(object: Given): Readonly<Record<string, string>>;
	/** What a document can be filled with, the nearest first. @param facts that the item brought */
	scopes(object: Given, facts: Values): Values[];
}

const SHOWN: Readonly<Record<string, Shown>> = {
	order: { summary: orderSummary, scopes: orderScopes },
};

/** Of what is no order, details say what people need: what counts differs from question to question. */
export const shownOf = ({ value, named }: ObjectType): Shown =>
	SHOWN[value] ?? {
		summary: () => ({}),
		scopes: (object) => [{ [`${value}Name`]: named(object) }, object],
	};
