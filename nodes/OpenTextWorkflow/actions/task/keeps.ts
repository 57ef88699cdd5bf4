import { canonical } from '../../../shared/canonical';
import { parseTime, variablesOf } from '../../transport/replies';
import type { Variable } from '../../transport/variables';

/** Whether what was sent stands in the variables of a task or a case, as far as the service tells variables at all. */
export function keeps(found: { variables?: readonly unknown[] }, sent: readonly Variable[]): boolean {
	if (!found.variables) return true;
	const kept = variablesOf(found);
	return sent.every(({ name, value }) => isSame(kept[name], value));
}

/** The service may write a time in another zone than it was sent in (reference 3.6). */
const isSame = (one: unknown, other: unknown): boolean =>
	canonical(one) === canonical(other) || parseTime(one) === parseTime(other);
