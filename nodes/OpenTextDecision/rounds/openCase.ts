import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../shared/itemRun';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { startCase } from '../../OpenTextWorkflow/records/startCase';
import { orderSummary } from '../records/order';
import type { Services } from '../transport/Services';

/** What a case is made of. */
interface Opening {
	round: StoredRound;
	order: IDataObject;
	/** Whether the case gets the summary of the order. */
	summary: boolean;
	/** The round before it, if there was one. */
	previous?: StoredRound;
}

const MINUTE_MS = 60_000;

/** How the service writes a time from now on (ISO 8601). */
const within = (deadline: string): string =>
	`PT${Math.max(1, Math.round((Date.parse(deadline) - Date.now()) / MINUTE_MS))}M`;

/** What every process model is told (templates page, section 4). What people are asked comes last, so that it counts. */
function variablesOf({ round, order, summary, previous }: Opening, objectUrl: string): IDataObject {
	const { key, record } = round;
	return {
		linkKey: record.key,
		objectType: key.objectType,
		objectId: key.objectId,
		...(key.part !== undefined && { part: key.part }),
		round: key.round,
		...(previous?.record.effect && { previousCase: previous.record.effect.id }),
		objectUrl,
		...(record.deadline !== undefined && {
			deadlineIn: within(record.deadline),
			deadlineAt: record.deadline,
		}),
		...(record.question.requestedBy !== undefined && { requestedBy: record.question.requestedBy }),
		...(summary && orderSummary(order)),
		...Object.fromEntries(record.question.details.map(({ name, value }) => [name, value])),
	};
}

/**
 * Starts the case of a round, or finds the one that an earlier run started, and records that it is open.
 *
 * @returns the round as it is recorded
 * @throws NodeApiError when the case cannot be started: the claim stays, and the next run goes on with it
 */
export async function openCase(
	run: ItemRun,
	{ store, cases }: Services,
	rounds: DecisionRounds,
	opening: Opening,
): Promise<StoredRound> {
	const { round } = opening;
	const { key, record } = round;
	const { hash } = await store.store();
	const objectUrl = `https://store-${hash}.mybigcommerce.com/manage/orders/${key.objectId}`;
	const { name, model = '' } = record.question;
	const started = await startCase(run, cases, {
		modelKey: model,
		businessKey: record.key,
		body: {
			name: `${name}: order ${key.objectId}`,
			variables: Object.entries(variablesOf(opening, objectUrl)).map(([variable, value]) => ({
				name: variable,
				value,
			})),
			returnVariables: true,
		},
	});
	const taken = await rounds.take(round, {
		state: 'open',
		run: run.functions.getExecutionId(),
		effect: { system: 'workflow', id: String(started.caseId), at: new Date().toISOString() },
	});
	if ('round' in taken) return taken.round;
	throw run.refuse({
		what: `The case of ${record.key} is there, but the question could not be recorded as open: ${taken.refused}`,
		next: 'Run this item again: it finds the case by the link key.',
	});
}
