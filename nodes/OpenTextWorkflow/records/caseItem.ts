import type { Case } from '../transport/cases';
import { INFERRED } from '../transport/inferred';
import { variablesOf } from '../transport/replies';

/** What every case operation gives out, in the words of business users. */
export const caseItem = (found: Case) => ({
	caseId: found.id || null,
	businessKey: found.businessKey ?? null,
	name: found.name ?? null,
	modelKey: modelKeyOf(found),
	startedAt: found.startTime,
	startedBy: found.startUserId ?? null,
	ended: found.ended,
	endedAt: found.endTime,
	endActivityId: found.endActivityId ?? null,
	cancelled: Boolean(found.deleteReason) && !INFERRED.modelledEnd.test(found.deleteReason ?? ''),
	...(found.deleteReason && { endReason: found.deleteReason }),
	// The history does not tell it (reference 5.10).
	suspended: found.suspended ?? (found.ended ? false : null),
});

export type CaseItem = ReturnType<typeof caseItem>;

/** The same with the variables of the case. */
export const caseWithVariables = (found: Case) => ({ ...caseItem(found), variables: variablesOf(found) });

/** `key:version:uuid` in the history, the key by itself elsewhere, or nothing (reference 3.4). */
export function modelKeyOf({ processDefinitionId: id, processDefinitionKey: key }: Case): string | null {
	const parts = id?.split(':') ?? [];
	return key || (parts.length === 3 ? parts[0] : null);
}
