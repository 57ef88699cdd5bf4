import type { IDataObject } from 'n8n-workflow';
import { isNamed } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Reply } from '../../shared/send';
import { fieldsIn, type Given } from '../../shared/record/given';
import { flag, list, text } from '../../shared/shape';
import { hasId, idOf, idOrNumber, isoTime, newestFirst } from './replies';
import type { WorkflowClient } from './WorkflowClient';

/** What is looked at of a case, in either list (reference 5.2, 5.10). */
const CASE = {
	id: idOrNumber,
	businessKey: idOrNumber,
	name: text,
	processDefinitionId: text,
	processDefinitionKey: text,
	startTime: text,
	startUserId: text,
	ended: flag,
	endTime: text,
	endActivityId: text,
	deleteReason: text,
	suspended: flag,
	variables: list(),
};

/** A case; its id is empty when it does not name itself, which only a trigger lets pass. */
export function readCase(given: Given) {
	const fields = fieldsIn(CASE, given);
	const endTime = isoTime(fields.endTime);
	return {
		...fields,
		id: idOf(fields) ?? '',
		startTime: isoTime(fields.startTime),
		endTime,
		ended: endTime !== null || fields.ended === true,
	};
}

export type Case = ReturnType<typeof readCase>;

/** The case that a start gives. */
export const startedIn = ({ body }: Reply): Case => readCase(isRecord(body) ? body : {});

/** How a case is named: by its own id, or by the business key that its starter gave it. */
export type CaseIdentity = { id: string } | KeyIdentity;

interface KeyIdentity {
	businessKey: string;
	modelKey?: string;
	/** One version of a model, where its key is not known. */
	modelVersionId?: string;
	/** Tells those of the wanted model, where no filter can. */
	isMeant?(found: Case): Promise<boolean>;
}

const WITH_VARIABLES = { includeProcessVariables: true };

/** In this order: a running case is known to the runtime at once but to the history only after a while; an ended one to the history alone (reference 4.2, 7.4). */
const PATHS = { runtime: '/process-instances', history: '/historic-process-instances' } as const;

const BASES = ['runtime', 'history'] as const;

/** How a case is called in texts. */
export const caseName = (identity: CaseIdentity): string =>
	'id' in identity ? `case ${identity.id}` : `case with business key ${identity.businessKey}`;

/** A case as one of the two lists tells it. @returns undefined when that list does not know it */
export async function caseIn(
	base: keyof typeof PATHS,
	client: WorkflowClient,
	id: string,
): Promise<Case | undefined> {
	const path = `${PATHS[base]}/${encodeURIComponent(id)}`;
	const found = await client.find({ base, path, query: WITH_VARIABLES, subject: caseName({ id }) }, id);
	return found && readCase(found);
}

/**
 * One case with its variables, running or ended. Of several with one business key, a running one comes first, then the newest.
 *
 * @returns undefined when there is none
 * @throws NodeApiError when the service does not answer
 */
export async function findCase(client: WorkflowClient, identity: CaseIdentity): Promise<Case | undefined> {
	for (const base of BASES) {
		const found =
			'id' in identity
				? await caseIn(base, client, identity.id)
				: await newestWithKey(base, client, identity);
		if (found) return found;
	}
	return undefined;
}

async function newestWithKey(
	base: keyof typeof PATHS,
	client: WorkflowClient,
	identity: KeyIdentity,
): Promise<Case | undefined> {
	const { businessKey, modelKey, modelVersionId, isMeant } = identity;
	const query = {
		...WITH_VARIABLES,
		businessKey,
		...(modelKey && { processDefinitionKey: modelKey }),
		...(modelVersionId && { processDefinitionId: modelVersionId }),
	};
	// The specification's sentence for this filter is a slip (reference 4.2, U25), so it is applied here as well.
	const isOther = (row: IDataObject) => String(row.businessKey) !== businessKey;
	// A case that does not tell its key may be the one: then it is not known whether there is one.
	const isRow = (row: IDataObject) => isNamed(row, 'businessKey') && (isOther(row) || hasId(row));
	const rows = await client.list({
		base,
		path: PATHS[base],
		query,
		subject: caseName(identity),
		whole: true,
		isRow,
	});
	const same = rows.filter((row) => !isOther(row)).map(readCase);
	for (const one of same.sort(newestFirst('startTime'))) {
		if (!isMeant || (await isMeant(one))) return one;
	}
	return undefined;
}
