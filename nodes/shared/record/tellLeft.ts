import type { ServiceFunctions } from '../exchange';
import { inputOf, type Entered } from './field';
import type { Written } from './written';

/** What was told already, by n8n's functions of a run: once for all of its items. */
const TOLD = new WeakMap<object, Set<string>>();

/**
 * Says in the execution's hints that a Create or Update left out, for a record that is there, what the service takes for new ones only: it would look as if it had been set.
 *
 * @param values what the item says
 */
export function tellLeft(
	functions: ServiceFunctions,
	{ one, onlyNew, starts }: Written,
	values: Entered,
): void {
	if (!('addExecutionHints' in functions)) return;
	const left = Object.entries(onlyNew)
		.filter(([name]) => values[name] !== undefined && values[name] !== starts?.[name])
		.map((entry) => inputOf(entry).displayName);
	const told = TOLD.get(functions) ?? new Set<string>();
	TOLD.set(functions, told);
	const fresh = left.filter((name) => !told.has(name));
	if (!fresh.length) return;
	for (const name of fresh) told.add(name);
	functions.addExecutionHints({
		message: `${fresh.join(', ')} can be set on a new ${one} only: where it was there, it has what it had`,
		location: 'outputPane',
		type: 'warning',
	});
}
