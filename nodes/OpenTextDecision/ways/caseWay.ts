import type { IDataObject } from 'n8n-workflow';
import type { Advice } from '../../shared/errorText';
import { parseLinkKey } from '../../shared/linkKey';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { attachFile } from '../../OpenTextWorkflow/records/attachOnce';
import { caseItem, modelKeyOf } from '../../OpenTextWorkflow/records/caseItem';
import { endCase } from '../../OpenTextWorkflow/records/endCase';
import { isSurelyMissing, notDeployed, startCase } from '../../OpenTextWorkflow/records/startCase';
import { findCase, type Case } from '../../OpenTextWorkflow/transport/cases';
import { variablesOf } from '../../OpenTextWorkflow/transport/replies';
import { shownOf } from '../records/shown';
import type { Services } from '../transport/Services';
import { CannotAsk } from './cannotAsk';
import { expiryOf, outcomeOf } from './caseOutcome';
import { casesWithNewTasks, openTaskOf, peopleOf, stepsOf, tasksOf } from './caseTasks';
import { endedCases, isElsewhere } from './endedCases';
import type { Asked, Opening, Place, Standing, Way } from './way';

const MINUTE_MS = 60_000;

/** How the service writes a time from now on (ISO 8601). */
const within = (deadline: string): string =>
	`PT${Math.max(1, Math.round((Date.parse(deadline) - Date.now()) / MINUTE_MS))}M`;

/** What every process model is told (templates page, section 4). What people are asked comes last, so that it counts. */
function variablesFor({ round, type, object, summary, previous }: Opening, objectUrl: string): IDataObject {
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
		...(summary && shownOf(type).summary(object)),
		...Object.fromEntries(record.question.details.map(({ name, value }) => [name, value])),
	};
}

/** Variable in which every template's model keeps the reason. */
const REASON_VARIABLE = 'decisionReason';

/** In ms since 1970. */
const askedAt = ({ record }: StoredRound): number => Date.parse(record.claimedAt) || Date.now();

const placeOf = (caseId: unknown): Place => ({ system: 'workflow', id: String(caseId) });

const textIn = (value: unknown): string | undefined =>
	typeof value === 'string' && value ? value : undefined;

/**
 * Whether a case that a record names answers its question, although it has another business key: one that was started elsewhere names its object in a variable, and is of the model
 * of the question. Whatever a record says, a case about something else never does, nor that of another question.
 */
function isAbout(found: Case, { key, question }: Asked['record']): boolean {
	if (String(found.businessKey ?? '') === key) return true;
	const objectId = parseLinkKey(key)?.objectId;
	const model = modelKeyOf(found);
	const isOfModel = model === null || question.model === undefined || model === question.model;
	return (
		isElsewhere(found) &&
		isOfModel &&
		Object.values(variablesOf(found)).some((value) => String(value) === objectId)
	);
}

/** People are asked as a case: an instance of a process model. */
export const caseWay = ({ store, cases }: Pick<Services, 'store' | 'cases'>): Way => {
	const caseOf = async ({ record }: Asked) => {
		const { effect, question } = record;
		const { model } = question;
		const asked = await findCase(cases, {
			businessKey: record.key,
			...(model !== undefined && { modelKey: model }),
		});
		if (asked !== undefined || effect === undefined) return asked;
		const other = await findCase(cases, { id: effect.id });
		return other && isAbout(other, record) ? other : undefined;
	};
	return {
		endsItself: false,

		async check(run, { model = '' }) {
			if (await isSurelyMissing(cases, model)) throw run.refuse(notDeployed(model));
		},

		async open(run, opening) {
			const { key, record } = opening.round;
			const { hash } = await store.store();
			const objectUrl = `https://store-${hash}.mybigcommerce.com${opening.type.page(key.objectId)}`;
			const { name, model = '' } = record.question;
			const asking = { functions: run.functions, refuse: (advice: Advice) => new CannotAsk(advice) };
			const started = await startCase(asking, cases, {
				modelKey: model,
				businessKey: record.key,
				body: { name: `${name}: ${opening.type.one} ${key.objectId}`, returnVariables: true },
				variables: async () =>
					await Promise.resolve(
						Object.entries(variablesFor(opening, objectUrl)).map(([variable, value]) => ({
							name: variable,
							value,
						})),
					),
			});
			return { place: placeOf(started.caseId) };
		},

		async attach(functions, asked, files) {
			const found = await caseOf(asked);
			const task = found && !found.ended ? await openTaskOf(cases, found.id) : undefined;
			if (!task) return false;
			for (const file of files) await attachFile(functions, cases, task.id, file);
			return true;
		},

		async find(round): Promise<Standing | undefined> {
			const found = await caseOf(round);
			if (!found) return undefined;
			const variables = variablesOf(found);
			const reason = textIn(variables[REASON_VARIABLE]);
			let reading: ReturnType<typeof tasksOf> | undefined;
			const tasks = async () => await (reading ??= tasksOf(cases, found.id));
			const people = async () => peopleOf(found, await tasks());
			return {
				place: placeOf(found.id),
				...(found.ended && { outcome: outcomeOf(caseItem(found), variables, expiryOf(round.record)) }),
				...(typeof found.endTime === 'string' && { endedAt: found.endTime }),
				...(reason !== undefined && { reason }),
				async decider() {
					const last = (await people()).at(-1);
					return { ...(last && { by: last.who, ...(last.at !== null && { at: last.at }) }) };
				},
				people,
				happenings: async () => stepsOf(await tasks()),
				told: { variables },
			};
		},

		async end(functions, round, reason) {
			const found = await caseOf(round);
			if (found && !found.ended) await endCase(functions, cases, found, reason);
		},

		async ended({ whose, since, open }) {
			return await endedCases(cases, whose, since ?? Math.min(Date.now(), ...open.map(askedAt)));
		},

		moved: async ({ whose, since }) => await casesWithNewTasks(cases, whose, since),
	};
};
