import {
	NodeApiError,
	NodeOperationError,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import { partOf } from '../../shared/linkKey';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import { orGone } from '../../BigCommerce/transport/gone';
import { readCase, type Case } from '../../OpenTextWorkflow/transport/cases';
import { variablesOf } from '../../OpenTextWorkflow/transport/replies';
import type { Services } from '../transport/Services';
import { isElsewhere } from '../ways/endedCases';
import type { EndedQuestions } from '../ways/way';
import type { TriggerSettings } from './settings';

/** Cases that people start in OpenText Workflow Service themselves: by which model, and where they say what they are about (decisions page, section 3). */
export interface Elsewhere {
	modelKey: string;
	idVariable: string;
	/** Empty where there is none. */
	partVariable: string;
}

export const ELSEWHERE: INodeProperties = {
	displayName: 'Include Cases Started Elsewhere',
	name: 'elsewhere',
	type: 'fixedCollection',
	displayOptions: { show: { '/askBy': ['case'] } },
	placeholder: 'Add Process Model',
	default: {},
	description:
		'Tell the decisions of cases that people start in OpenText Workflow Service themselves. Cases that ended before this workflow was published are not taken in.',
	options: [
		{
			displayName: 'Cases',
			name: 'cases',
			values: [
				{
					displayName: 'Object ID Variable',
					name: 'idVariable',
					type: 'string',
					default: 'objectId',
					description: 'The variable of the case that holds the ID of the order, product or the like',
				},
				{
					displayName: 'Part Variable',
					name: 'partVariable',
					type: 'string',
					default: '',
					placeholder: 'e.g. sku',
					description: 'The variable that holds its part; empty where a case is about all of it',
				},
				{
					displayName: 'Process Model Key',
					name: 'modelKey',
					type: 'string',
					default: '',
					placeholder: 'e.g. order_risk_review',
					description: 'The key of the process model of these cases',
				},
			],
		},
	],
};

/** A case whose object is not known, as an item of Progress. */
export interface Unlinked extends Pick<INodeExecutionData, 'json'> {
	caseId: string;
}

/** What came of the cases that have ended: link keys of those that are linked, and those that cannot be. */
export interface TakenIn {
	keys: string[];
	unlinked: Unlinked[];
	/** Why some of them are to be read once more: a service did not answer. */
	unanswered?: NodeApiError;
}

/** Whose cases are taken in, and who does it. */
interface Taking {
	services: Pick<Services, 'store' | 'b2b' | 'cases'>;
	settings: TriggerSettings;
	elsewhere: Elsewhere;
	/** As the history names it. */
	run: string;
}

/**
 * Whether a case may have ended that is taken in: what the list of ended cases has told already costs no call of its own.
 *
 * @param isKnown whether that list reaches as far back
 */
export const mayBeAny = (
	{ modelKey }: Elsewhere,
	{ models = new Set<string | null>() }: EndedQuestions,
	isKnown: boolean,
): boolean => !isKnown || models.has(modelKey) || models.has(null);

/**
 * Links the cases of a model that have ended without a link: no hold, no details, whoever started one has asked for it. A case is linked once, however often it is read, and one
 * that cannot be linked hides no other.
 *
 * @param since in ms since 1970
 * @throws NodeApiError when the list of cases cannot be read
 */
export async function takeIn(taking: Taking, since: number): Promise<TakenIn> {
	const rows = await taking.services.cases.list({
		base: 'history',
		path: '/historic-process-instances',
		query: {
			finished: true,
			excludeSubprocesses: true,
			finishedAfter: new Date(since).toISOString(),
			processDefinitionKey: taking.elsewhere.modelKey,
			includeProcessVariables: true,
		},
		subject: 'the list of ended cases',
		lenient: true,
	});
	const taken: TakenIn = { keys: [], unlinked: [] };
	// What was asked by Ask is linked already.
	for (const found of rows.map(readCase).filter(isElsewhere)) {
		try {
			const linked = await link(taking, found);
			if (typeof linked === 'string') taken.keys.push(linked);
			else if (linked) taken.unlinked.push(linked);
		} catch (error) {
			if (error instanceof NodeApiError) taken.unanswered ??= error;
			else if (error instanceof NodeOperationError) taken.unlinked.push(unlinked(found, error.message));
			else return await Promise.reject(error);
		}
	}
	return taken;
}

/** @returns the link key, or what cannot be linked; undefined when there is nothing to do */
async function link(
	{ services, settings: { type, purpose }, elsewhere, run }: Taking,
	found: Case,
): Promise<string | Unlinked | undefined> {
	const { hash: storeHash } = await services.store.store();
	const variables = variablesOf(found);
	const objectId = String(variables[elsewhere.idVariable] ?? '');
	if (!type.id.test(objectId)) {
		return unlinked(found, `its variable "${elsewhere.idVariable}" names no ${type.one}`);
	}
	const named = elsewhere.partVariable ? String(variables[elsewhere.partVariable] ?? '') : '';
	const part = partOf(named, { objectType: type.value, objectId });
	const rounds = await orGone(
		async () => await roundsAbout(services.store, services, type, { objectId, part }),
	);
	const all = rounds && (await orGone(async () => await rounds.all()));
	const isThere =
		!type.carrier.isOneOfMany || (await orGone(async () => await type.read(services, objectId)));
	if (!rounds || !all || !isThere) return unlinked(found, `there is no ${type.one} ${objectId}`);
	if (all.some(({ record }) => record.effect?.id === found.id)) return undefined;
	const question = {
		storeHash,
		objectType: type.value,
		objectId,
		...(part !== undefined && { part }),
		purpose,
	};
	const newest = await rounds.newest(question);
	const key = { ...question, round: (newest?.key.round ?? 0) + 1 };
	const { claimed, held } = await rounds.claim(key, run, {
		leaseMs: 0,
		question: {
			askedBy: 'case',
			name: found.name || purpose,
			details: [],
			model: elsewhere.modelKey,
			...(found.startUserId && { requestedBy: found.startUserId }),
		},
		watched: {},
		holds: false,
		effect: { system: 'workflow', id: found.id, at: found.startTime ?? new Date().toISOString() },
	});
	if (!claimed) return undefined;
	// A run that dies before this leaves a claim that names its case, which the trigger opens when its lease is over.
	await rounds.take(held, { state: 'open', run });
	return held.record.key;
}

const unlinked = (found: Case, why: string): Unlinked => ({
	caseId: found.id,
	json: {
		event: 'unlinked',
		step: null,
		text: `Case ${found.name || found.id} was started elsewhere and is linked to nothing: ${why}.`,
		link: null,
		details: {},
		caseId: found.id,
	},
});
