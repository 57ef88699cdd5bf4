import { NodeApiError } from 'n8n-workflow';
import type { Given } from '../../shared/record/given';
import { entriesOf, totalOf } from '../transport/envelope';
import { INFERRED } from '../transport/inferred';
import { sortedIfKnown } from '../transport/sorting';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { Found } from './Cursor';
import { foundIn } from './found';
import { requestOf, serverTime, soon } from './requests';
import type { TriggerSettings } from './settings';

/** Tasks that end move those after them forward in the list: a look that goes on begins so many before the place where the last one stopped. */
const STEP_BACK = 500;

/** Which part of the list is read. */
interface Part {
	/** How many tasks the looks before have read of it. */
	from?: number;
	/** When no more is to be read, by our clock; in ms since 1970. */
	stopAt?: number;
	direction?: 'asc' | 'desc';
	/** How many at most. */
	limit?: number;
}

export interface OpenTasks {
	found: Found[];
	/** How many were read of the list, when time ran out before its end. */
	next?: number;
}

/**
 * How the open tasks stand, where that is the event. There may be tens of thousands: what was read counts when time runs out, and each look reads something more than the one before.
 *
 * @throws NodeApiError when the service does not answer
 */
export async function readOpen(
	client: WorkflowClient,
	settings: TriggerSettings,
	part: Part = {},
): Promise<OpenTasks> {
	const { standing } = settings.event;
	if (!standing) return { found: [] };
	const { from = 0, stopAt = Infinity, direction = 'asc', limit } = part;
	const { query, ...request } = requestOf(standing, settings, standing.bounds(soon()));
	let clock = 0;
	const read = async (pageSize: number) =>
		await sortedIfKnown(standing.sort, direction, async (extra) => {
			const rows: Given[] = [];
			let [at, total] = [Math.max(0, from - STEP_BACK), Infinity];
			const walk = client.pages(
				{ ...request, query: { ...query, ...extra }, from: at, pageSize },
				limit,
				(reply) => {
					clock = Math.max(clock, serverTime(reply));
					at += entriesOf(reply.body).length;
					total = totalOf(reply.body) ?? total;
				},
			);
			for await (const page of walk) {
				rows.push(...page);
				if (Date.now() > stopAt && at > from && at < total) return { rows, next: at };
			}
			return { rows };
		});
	const { rows, next }: { rows: Given[]; next?: number } = await read(INFERRED.largestPage).catch(
		async (error: unknown) => {
			// Whether pages may be so large is not known.
			if (error instanceof NodeApiError && error.httpCode === INFERRED.tooLargePageStatus)
				return await read(INFERRED.pageSize);
			return await Promise.reject(error);
		},
	);
	const found = rows.map((row) => foundIn(settings, standing, clock, row)).filter((row) => row !== undefined);
	return { found: [...new Map(found.map((row) => [row.key, { ...row, isOpen: true }])).values()], next };
}
