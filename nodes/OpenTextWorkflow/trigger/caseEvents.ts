import { collect } from '../../shared/paging';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { Found } from './Cursor';
import type { EventList, Subject } from './events';
import { foundIn } from './found';
import { requestOf, serverTime, soon, type Bounds } from './requests';
import type { TriggerSettings } from './settings';

/** Whether it is about the case. A service that does not know the filter gives out those of all cases. */
const isOf = (caseId: string, of: Subject): boolean =>
	('case' in of ? of.case.id : of.task.processInstanceId) === caseId;

/**
 * What the lists of the event show of one case, as they show it to a poll.
 *
 * @returns oldest first; `isOther` where the filters do not want it
 * @throws NodeApiError when the service does not answer
 */
export async function caseEvents(
	client: WorkflowClient,
	settings: TriggerSettings,
	caseId: string,
): Promise<Found[]> {
	const { happened, standing } = settings.event;
	const read = async (list: EventList, bounds: Bounds = {}): Promise<Found[]> => {
		let clock = 0;
		const request = requestOf(list, settings, { processInstanceId: caseId, ...bounds });
		const seen = (reply: Parameters<typeof serverTime>[0]) => (clock = Math.max(clock, serverTime(reply)));
		const rows = await collect(client.pages(request, undefined, seen));
		return rows
			.map((row) => foundIn(settings, list, clock, row))
			.filter((found) => found !== undefined)
			.filter(({ of }) => isOf(caseId, of));
	};
	const ended = await read(happened);
	const open = standing ? await read(standing, standing.bounds(soon())) : [];
	const all = new Map(
		[...open.map((found) => ({ ...found, isOpen: true })), ...ended].map((one) => [one.key, one]),
	);
	return [...all.values()].sort(({ at: one = Infinity }, { at: other = Infinity }) => (one < other ? -1 : 1));
}
