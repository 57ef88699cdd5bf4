import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from '../../../../nodes/OpenTextWorkflow/transport/inferred';
import type { Reply } from '../../../../nodes/shared/send';

/** What is not known of the service, one way or the other (reference 7.4, 9.3). */
export interface Ways {
	/** Offset and count of the history are ignored: always the first ten, in any order. */
	ignoresPaging: boolean;
	/** A sort of the history is refused. */
	refusesSort: boolean;
	/** Bounds of the history include their own time. */
	isInclusive: boolean;
	/** How far the clock of the gateway goes before that of the engine, in ms. */
	gatewayAheadMs: number;
	/** How far our clock goes before it, in ms. */
	oursAheadMs: number;
}

export interface ModelCase {
	id: string;
	/** The key of its model. */
	model: string;
	start: number;
	end?: number;
	outcome: string;
	startShown: number;
	endShown: number;
}

/** Who got a task, and when by claiming; undefined where he was given it. */
export interface Holding {
	who: string;
	claimed?: number;
}

export interface ModelTask {
	id: string;
	model: string;
	start: number;
	end?: number;
	isWithdrawn: boolean;
	due?: number;
	holding?: Holding;
	startShown: number;
	endShown: number;
}

interface Names {
	time: 'start' | 'end';
	after: string;
	before: string;
}

const NAMES: readonly Names[] = [
	{ time: 'end', after: 'finishedAfter', before: 'finishedBefore' },
	{ time: 'end', after: 'taskCompletedAfter', before: 'taskCompletedBefore' },
	{ time: 'start', after: 'startedAfter', before: 'startedBefore' },
	{ time: 'start', after: 'taskCreatedAfter', before: 'taskCreatedBefore' },
];

const PAGE = 10;

const isOf = ({ model }: { model: string }, wanted: unknown) => wanted === undefined || wanted === model;

const iso = (time?: number) => (time === undefined ? null : new Date(time).toISOString());

/** How runtime and history tell of a service, as far as the trigger reads them: history late, in each of the ways that are possible. */
export class ServiceModel {
	readonly cases: ModelCase[] = [];

	readonly tasks: ModelTask[] = [];

	/** By the engine's clock. */
	now = Date.parse('2026-11-22T12:00:00.000Z');

	/** How far our clock went on while nothing happened at the service, in ms. */
	spentMs = 0;

	constructor(
		readonly ways: Ways,
		/** Gives a number from 0 to 1. */
		private readonly random: () => number,
	) {}

	/** Our clock. */
	get ours(): number {
		return this.now + this.ways.oursAheadMs + this.spentMs;
	}

	/** The clock of the gateway, to the second as its header tells it. */
	get gateway(): number {
		return Math.floor((this.now + this.ways.gatewayAheadMs) / 1000) * 1000;
	}

	answer(base: string, path: string, query: IDataObject): Reply | undefined {
		if (base === 'runtime') return this.page(this.open(query), openTask, query, true);
		if (this.ways.refusesSort && query.sort) return undefined;
		return path.includes('task')
			? this.page(this.history(this.tasks, query), historicTask, query, !this.ways.ignoresPaging)
			: this.page(this.history(this.cases, query), historicCase, query, !this.ways.ignoresPaging);
	}

	private open({ dueBefore, processDefinitionKey: model }: IDataObject): ModelTask[] {
		const soon = Date.parse(String(dueBefore));
		const isDue = (due?: number) => dueBefore === undefined || (due !== undefined && due < soon);
		return this.tasks.filter((task) => task.end === undefined && isDue(task.due) && isOf(task, model));
	}

	private history<Row extends ModelCase | ModelTask>(all: readonly Row[], query: IDataObject): Row[] {
		const names = NAMES.find(({ after }) => after in query);
		const isShown = (row: Row) =>
			query.finished ? row.end !== undefined && row.endShown <= this.now : row.startShown <= this.now;
		const boundOf = (name?: string) =>
			name === undefined || query[name] === undefined ? undefined : Date.parse(String(query[name]));
		const [after = -Infinity, before = Infinity] = [boundOf(names?.after), boundOf(names?.before)];
		const isWithin = (time: number) =>
			this.ways.isInclusive ? time >= after && time <= before : time > after && time < before;
		const timeOf = (row: Row) => row[names?.time ?? (query.finished ? 'end' : 'start')] ?? 0;
		const rows = all
			.filter((row) => isWithin(timeOf(row)) && isShown(row) && isOf(row, query.processDefinitionKey))
			// What has not been shown yet has not happened.
			.map((row) => (row.endShown <= this.now ? row : { ...row, end: undefined }));
		// What happened at one time comes in any order, another one each time.
		const order = new Map(rows.map((row) => [row.id, this.random()]));
		const direction = query.order === 'desc' ? -1 : 1;
		const isSorted = Boolean(query.sort) && !this.ways.ignoresPaging;
		return rows.sort(
			(a, b) =>
				(isSorted ? direction * (timeOf(a) - timeOf(b)) : 0) ||
				(order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
		);
	}

	private page<Row>(
		rows: readonly Row[],
		read: (row: Row) => IDataObject,
		query: IDataObject,
		isPaged: boolean,
	): Reply {
		const { offset, count } = INFERRED.historyPaging;
		const [from, size] = isPaged ? [Number(query[offset]), Number(query[count])] : [0, PAGE];
		const shown = rows.slice(from, from + size).map(read);
		return {
			status: 200,
			headers: { date: new Date(this.gateway).toUTCString() },
			body: { ...(shown.length && { _embedded: { rows: shown } }), page: { totalElements: rows.length } },
		};
	}
}

const people = ({ id, due, holding }: ModelTask): IDataObject => ({
	id,
	assignee: holding?.who ?? null,
	claimTime: iso(holding?.claimed),
	dueDate: iso(due),
});

const openTask = (task: ModelTask): IDataObject => ({ ...people(task), createTime: iso(task.start) });

const historicCase = ({ id, start, end, outcome }: ModelCase): IDataObject => ({
	id,
	startTime: iso(start),
	endTime: iso(end),
	variables: [{ name: 'decision', value: outcome }],
});

const historicTask = (task: ModelTask): IDataObject => ({
	...people(task),
	// The history notes a claim a little later than the runtime.
	claimTime: iso(task.holding?.claimed === undefined ? undefined : task.holding.claimed + 700),
	startTime: iso(task.start),
	endTime: iso(task.end),
	deleteReason: task.isWithdrawn ? 'deadline' : null,
});
