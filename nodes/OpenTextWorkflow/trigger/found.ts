import { fingerprint } from '../../shared/fingerprint';
import { endOutcome } from '../records/endOutcome';
import type { Given } from '../../shared/record/given';
import { idOf, parseTime, variablesOf } from '../transport/replies';
import { sameUser } from '../transport/tasks';
import type { Found } from './Cursor';
import type { EventList, Subject } from './events';
import type { TriggerSettings } from './settings';

/** No case is as old as the year 2000: services write such times where they have none. */
const OLDEST = Date.UTC(2000);

/** By what a row is recognised: its id, or all of it when it has none. */
export const keyOf = (row: Given): string =>
	idOf({ id: Reflect.get(row, 'id') }) ?? `without id: ${fingerprint(row)}`;

/** One row of a list of events. It is recognised by its id, or by all of it when it has none. @returns undefined where it is no matter of the event */
export function foundIn(
	settings: TriggerSettings,
	list: EventList,
	clock: number,
	row: Given,
): Found | undefined {
	const read = list.read(row, clock);
	if (!read) return undefined;
	const { id, time, isOther, ...told } = read;
	const isUnwanted = !isWanted(settings, told.of);
	if (isUnwanted && told.state && !settings.event.knowsAll) return undefined;
	const at = parseTime(time);
	return {
		key: id || keyOf(row),
		...told,
		...((isOther || isUnwanted) && { isOther: true }),
		...(at > OLDEST && { at }),
	};
}

/** Databases of services may compare without regard to case, and then the list shows it: no two steps of a model differ by case alone. */
const isSameKey = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether the filters that no list takes want it. A task that does not tell its step is let pass: rather told than lost (reference 5.3, U24). */
function isWanted({ outcomes, names, assignee, step }: TriggerSettings, of: Subject): boolean {
	const [task, { variables }] = 'task' in of ? [of.task, of.task] : [undefined, of.case];
	if (task && assignee && !sameUser(task.assignee, assignee)) return false;
	if (task && step && !isSameKey(task.taskDefinitionKey ?? step, step)) return false;
	if (!outcomes.size) return true;
	// Models with several steps keep no outcome of the whole: it is the end that the case came to.
	const end = 'case' in of ? endOutcome(of.case.endActivityId) : undefined;
	const outcome: unknown = variablesOf({ variables })[names.outcome] ?? end;
	return outcomes.has(String(outcome).trim().toLowerCase());
}
