import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from './inferred';
import { isoTime, parseTime } from './replies';
import type { WorkflowClient } from './WorkflowClient';

/** How a case is named: by its own id, or by the business key that its starter gave it. */
export type CaseIdentity = { id: string } | { businessKey: string; modelKey?: string };

const WITH_VARIABLES = { includeProcessVariables: true };

/** In this order: a running case is known to the runtime at once but to the history only after a while; an ended one to the history alone (reference 4.2, 7.4). */
const LISTS = [
	['runtime', '/process-instances'],
	['history', '/historic-process-instances'],
] as const;

/** How a case is called in texts. */
export const caseName = (identity: CaseIdentity): string =>
	'id' in identity ? `case ${identity.id}` : `case with business key ${identity.businessKey}`;

/**
 * One case with its variables, running or ended. Of several with one business key, a running one comes first, then the newest.
 *
 * @returns undefined when there is none
 * @throws NodeApiError when the service does not answer
 */
export async function findCase(
	client: WorkflowClient,
	identity: CaseIdentity,
): Promise<IDataObject | undefined> {
	for (const [base, path] of LISTS) {
		const place = { base, path, query: WITH_VARIABLES, subject: caseName(identity) };
		const found =
			'id' in identity
				? await client.find({ ...place, path: `${path}/${encodeURIComponent(identity.id)}` })
				: await newestWithKey(client, place, identity);
		if (found) return found;
	}
	return undefined;
}

async function newestWithKey(
	client: WorkflowClient,
	place: Parameters<WorkflowClient['list']>[0],
	{ businessKey, modelKey }: { businessKey: string; modelKey?: string },
): Promise<IDataObject | undefined> {
	const query = { ...place.query, businessKey, ...(modelKey && { processDefinitionKey: modelKey }) };
	const rows = await client.list({ ...place, query });
	// The specification's sentence for this filter is a slip (reference 4.2, U25), so it is applied here as well.
	const [newest] = rows
		.filter((row) => row.businessKey === businessKey)
		.sort((a, b) => parseTime(b.startTime) - parseTime(a.startTime));
	return newest;
}

/** What every case operation gives out, in the words of business users. */
export function caseItem(found: IDataObject): IDataObject {
	const endedAt = isoTime(found.endTime);
	const ended = endedAt !== undefined || found.ended === true;
	const reason = String(found.deleteReason ?? '');
	return {
		caseId: String(found.id),
		businessKey: found.businessKey ?? null,
		name: found.name ?? null,
		modelKey: modelKeyOf(found),
		startedAt: isoTime(found.startTime) ?? null,
		startedBy: found.startUserId ?? null,
		ended,
		endedAt: endedAt ?? null,
		endActivityId: found.endActivityId ?? null,
		cancelled: reason !== '' && !INFERRED.modelledEnd.test(reason),
		...(reason && { endReason: reason }),
		// The history does not tell it (reference 5.10).
		suspended: found.suspended ?? (ended ? false : null),
	};
}

/** `key:version:uuid` in the history, the key by itself elsewhere, or nothing (reference 3.4). */
function modelKeyOf(found: IDataObject): string | null {
	if (found.processDefinitionKey) return String(found.processDefinitionKey);
	const parts = String(found.processDefinitionId ?? '').split(':');
	return parts.length === 3 ? parts[0] : null;
}
