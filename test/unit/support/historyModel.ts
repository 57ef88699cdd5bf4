import type { IDataObject } from 'n8n-workflow';
import { ok, ServiceDouble, type Answer, type SentRequest } from './serviceDouble';
import { hal, HISTORY, NO_CASE, refused, RUNTIME, running } from './workflow';

export interface HistoryOptions {
	/** Whether bounds include their own time; not known of the real service (reference 7.4.3). */
	inclusive?: boolean;
	/** `offset` and `count` are ignored: always the first ten (reference 9.3). */
	ignoresPaging?: boolean;
	/** A sort name is refused with 400 (reference 7.4.5). */
	refusesSort?: boolean;
	/** Called before each answer. */
	before?: (request: SentRequest) => Answer | undefined;
}

interface ListNames {
	time: string;
	after: string;
	before: string;
}

const CASES: ListNames = { time: 'endTime', after: 'finishedAfter', before: 'finishedBefore' };
const CREATED: ListNames = { time: 'startTime', after: 'taskCreatedAfter', before: 'taskCreatedBefore' };
const COMPLETED: ListNames = { time: 'endTime', after: 'taskCompletedAfter', before: 'taskCompletedBefore' };

/** NaN where the record has no usable time; `0` and year 1 stand for none. */
function at(record: IDataObject, name: string): number {
	const time = typeof record[name] === 'string' ? Date.parse(record[name]) : NaN;
	return time > Date.UTC(2000) ? time : NaN;
}

/** A history that keeps the vendor's promises about its lists, in each of the ways that are possible. Records may be added between polls. */
export class HistoryModel {
	readonly cases: IDataObject[] = [];

	readonly tasks: IDataObject[] = [];

	readonly service: ServiceDouble;

	/** The service's clock, in ms; n8n's own runs differently. */
	now = Date.parse('2026-11-22T12:00:00.000Z');

	constructor(private readonly options: HistoryOptions = {}) {
		this.service = new ServiceDouble((request) => options.before?.(request) ?? this.answer(request));
	}

	private answer({ path, query }: SentRequest): Answer {
		if (path === `${HISTORY}/historic-process-instances`) return this.list(this.cases, CASES, query);
		if (path === `${HISTORY}/historic-task-instances`) {
			if (query.processInstanceId)
				return hal(this.tasks.filter((task) => task.processInstanceId === query.processInstanceId));
			return this.list(this.tasks, query.finished ? COMPLETED : CREATED, query);
		}
		const [, id = ''] = /process-instances\/(.+)$/.exec(path) ?? [];
		return path.startsWith(RUNTIME) ? ok(running(id, `key of ${id}`)) : NO_CASE;
	}

	private list(records: IDataObject[], names: ListNames, query: Record<string, unknown>): Answer {
		const { inclusive = true, ignoresPaging, refusesSort } = this.options;
		if (refusesSort && query.sort) return refused(400, "Value for param 'sort' is not valid");
		const within = (time: number, bound: unknown, sign: number) => {
			const distance = bound === undefined ? 1 : (time - Date.parse(String(bound))) * sign;
			return inclusive ? distance >= 0 : distance > 0;
		};
		const found = records.filter((record) => {
			const time = at(record, names.time);
			// One without a usable time may come with every list: nobody knows what the service makes of it.
			if (Number.isNaN(time)) return true;
			return within(time, query[names.after], 1) && within(time, query[names.before], -1);
		});
		if (!refusesSort && !ignoresPaging) {
			const direction = query.order === 'desc' ? -1 : 1;
			found.sort((a, b) => direction * ((at(a, names.time) || 0) - (at(b, names.time) || 0)));
		}
		const [offset, count] = ignoresPaging ? [0, 10] : [Number(query.offset), Number(query.count)];
		return hal(found.slice(offset, offset + count), found.length, { date: new Date(this.now).toUTCString() });
	}
}
