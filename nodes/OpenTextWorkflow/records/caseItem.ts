import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from '../transport/inferred';
import { idOf, isoTime, variablesOf } from '../transport/replies';

/** What every case operation gives out, in the words of business users. */
export function caseItem(found: IDataObject): IDataObject {
	const endedAt = isoTime(found.endTime);
	const ended = endedAt !== undefined || found.ended === true;
	const reason = String(found.deleteReason ?? '');
	return {
		caseId: idOf(found) ?? null,
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

/** The same with the variables of the case. */
export const caseWithVariables = (found: IDataObject): IDataObject => ({
	...caseItem(found),
	variables: variablesOf(found),
});

/** `key:version:uuid` in the history, the key by itself elsewhere, or nothing (reference 3.4). */
function modelKeyOf(found: IDataObject): string | null {
	if (found.processDefinitionKey) return String(found.processDefinitionKey);
	const parts = String(found.processDefinitionId ?? '').split(':');
	return parts.length === 3 ? parts[0] : null;
}
