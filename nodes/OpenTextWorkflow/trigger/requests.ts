import type { Reply } from '../../shared/send';
import type { ListRequest } from '../transport/WorkflowClient';
import type { EventList } from './events';
import type { TriggerSettings } from './settings';

/** Bounds of a query, and what else it asks by. */
export type Bounds = Readonly<Record<string, string>>;

/** A list with a bound of the future is asked so far ahead of our clock, in ms: the service's may go before it. */
const AHEAD_MS = 60 * 60_000;

/** A time that lies ahead of every clock. */
export const soon = (): string => new Date(Date.now() + AHEAD_MS).toISOString();

/** What a list is asked for. */
export const requestOf = (list: EventList, settings: TriggerSettings, bounds: Bounds): ListRequest => ({
	base: list.base,
	path: list.path,
	query: {
		...list.query,
		...(settings.modelKey && { processDefinitionKey: settings.modelKey }),
		...(list.takesStep && settings.step && { taskDefinitionKey: settings.step }),
		...bounds,
	},
	subject: list.subject,
	// One bad record must not stop the trigger for ever.
	lenient: true,
});

/** The service's clock, from the answer's own header; ours if it has none. */
export function serverTime({ headers }: Reply): number {
	const time = Date.parse(String(headers.date));
	return Number.isNaN(time) ? Date.now() : time;
}
