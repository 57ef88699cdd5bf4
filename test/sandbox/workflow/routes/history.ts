import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { notFound, ServiceError } from '../errors';
import { HAL_JSON, sendPage } from '../hal';
import { ACTIVITY_FILTERS, ACTIVITY_SORTS } from '../query/activityQuery';
import { BOUNDS, type Bounds, type Filters } from '../query/filters';
import { HISTORIC_TASK_FILTERS, HISTORIC_TASK_SORTS, taskWithin } from '../query/historicTaskQuery';
import { finishedWithin, HISTORIC_INSTANCE_FILTERS, HISTORIC_INSTANCE_SORTS } from '../query/instanceQuery';
import { activitiesOf, tasksOf, type CaseRow } from '../query/rows';
import { select, selectUnpaged, type Sorts } from '../query/select';
import { showHistoricInstance, showHistoricTask, viewOf, type View } from '../representations';
import { inSubscription, rowOf, type Service } from '../service';
import { showActivity } from '../showActivity';

import { param, queryOf } from './parse';

/** What history knew at a time: later starts are unknown, later ends have not happened yet. */
function asOf(row: CaseRow, time: number): CaseRow[] {
	const { record } = row;
	if (record.startTime > time) return [];
	const notYet = (endTime: number | null) =>
		endTime !== null && endTime > time ? { endTime: null, endActivityId: null, deleteReason: null } : {};
	const tasks = record.tasks
		.filter(({ createTime }) => createTime <= time)
		.map((task) => {
			const { endTime, deleteReason } = { ...task, ...notYet(task.endTime) };
			return { ...task, endTime, deleteReason };
		});
	const activities = record.activities
		.filter(({ startTime }) => startTime <= time)
		.map((step) => ({ ...step, ...(step.endTime !== null && step.endTime > time && { endTime: null }) }));
	return [{ ...row, record: { ...record, tasks, activities, ...notYet(record.endTime) } }];
}

/** What the lists differ in. */
interface Listing<R extends CaseRow> {
	key: string;
	rows: R[];
	filters: Filters<R>;
	/** those of its filters whose bounds a switch decides */
	within: (bounds: Bounds) => Filters<R>;
	sorts: Sorts<R>;
	show: (row: R, view: View) => unknown;
}

/** H1–H3 and the steps of cases, on a base path of their own (reference 4.9). */
export function registerHistory(app: FastifyInstance, service: Service): void {
	const { context, cases, state, tokens } = service;

	const rows = () => {
		const time = context.clock.now() - state.data.switches.historyDelayMs;
		return cases.list().flatMap((record) => asOf(rowOf(service, record), time));
	};

	const list = async <R extends CaseRow>(
		request: FastifyRequest,
		reply: FastifyReply,
		listing: Listing<R>,
	) => {
		const query = queryOf(request);
		const view = viewOf(query);
		const visible = inSubscription(listing.rows, query, tokens.callerOf(request));
		const { historyHonoursPaging, historyKnowsSort, historyBounds } = state.data.switches;
		const filters =
			historyBounds === 'asFlowable'
				? listing.filters
				: { ...listing.filters, ...listing.within(BOUNDS[historyBounds]) };
		const selection = historyHonoursPaging
			? select(visible, query, filters, historyKnowsSort ? listing.sorts : {})
			: selectUnpaged(visible, query, filters);
		const items = selection.items.map((row) => listing.show(row, view));
		return await sendPage(context, request, reply, listing.key, selection, items);
	};

	app.get(
		'/historic-process-instances',
		async (request, reply) =>
			await list(request, reply, {
				key: 'historic-process-instances',
				rows: rows(),
				filters: HISTORIC_INSTANCE_FILTERS,
				within: finishedWithin,
				sorts: HISTORIC_INSTANCE_SORTS,
				show: showHistoricInstance,
			}),
	);

	app.get('/historic-process-instances/:id', async (request, reply) => {
		const id = param(request, 'id');
		const row = rows().find(({ record }) => record.id === id);
		if (row === undefined) throw notFound('process instance', id);
		return await reply.type(HAL_JSON).send(showHistoricInstance(row, viewOf(queryOf(request))));
	});

	app.get(
		'/historic-task-instances',
		async (request, reply) =>
			await list(request, reply, {
				key: 'historic-task-instances',
				rows: rows().flatMap(tasksOf),
				filters: HISTORIC_TASK_FILTERS,
				within: taskWithin,
				sorts: HISTORIC_TASK_SORTS,
				show: showHistoricTask,
			}),
	);

	/** Reference 4.10: nobody saw whether the service has it. */
	app.get('/historic-activity-instances', async (request, reply) => {
		if (!state.data.switches.historyTellsActivities) {
			throw new ServiceError(404, 'No static resource historic-activity-instances.');
		}
		return await list(request, reply, {
			key: 'historic-activity-instances',
			rows: rows().flatMap(activitiesOf),
			filters: ACTIVITY_FILTERS,
			within: () => ({}),
			sorts: ACTIVITY_SORTS,
			show: showActivity,
		});
	});
}
