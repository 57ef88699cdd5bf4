import type { ListTable } from '../../shared/record/listing';
import type { LocatorTable } from '../../shared/record/locator';
import { flag, list, object, orNull, text, whole, type Properties } from '../../shared/shape';
import { caseWithVariables } from './caseItem';
import { readCase } from '../transport/cases';
import { CASE_FILTERS, CASE_SORTS } from './caseLists';

const named: Properties = { caseId: text, businessKey: orNull(text) };

/** A case as every operation gives it. */
const caseFields: Properties = {
	...named,
	name: orNull(text),
	modelKey: orNull(text),
	startedAt: orNull(text),
	startedBy: orNull(text),
	ended: flag,
	endedAt: orNull(text),
	endActivityId: orNull(text),
	cancelled: flag,
	endReason: text,
	suspended: orNull(flag),
};

const variables = object();

export const CASE = object({ ...caseFields, variables });
export const STARTED = object({ created: flag, ...caseFields, variables });
/** A case with its picture. */
export const DRAWN = object({
	...caseFields,
	file: object({ name: text, mimeType: text, bytes: whole, sha256: text }),
});
export const STATE_SET = object({ changed: flag, ...caseFields });
export const TERMINATED = object({ terminated: flag, ...caseFields });
export const VARIABLES = object({ ...named, variables });
export const VARIABLES_SET = object({ ...named, set: list(text) });

const decision: Properties = {
	...caseFields,
	outcome: orNull(text),
	decidedBy: orNull(text),
	decidedAt: orNull(text),
	reason: orNull(text),
	variables,
};

export const DECISION = object(decision);
export const WAITED = object({ created: flag, ...decision });

/** The starter of a case gave it its business key; the service does not keep it unique, so that the running one is meant, then the newest. */
export const CASE_LOCATOR: LocatorTable = {
	name: 'caseId',
	label: 'Case',
	description: 'Of several cases with one business key, the running one, then the newest',
	search: 'searchCases',
	like: 'f8985abd-3391-11ea-b509-eeee0affefe7',
	key: { mode: 'businessKey', label: 'Business Key', like: 'abc123:order:4711:risk-review:1' },
};

/** What a list of cases can be asked for, and what it gives. */
export const cases = {
	words: 'cases',
	properties: { ...caseFields, variables },
	item: (row) => caseWithVariables(readCase(row)),
	simple: [
		'caseId',
		'businessKey',
		'name',
		'modelKey',
		'startedAt',
		'ended',
		'endedAt',
		'endActivityId',
		'cancelled',
		'variables',
	],
	filters: CASE_FILTERS,
	sort: CASE_SORTS,
} satisfies ListTable;
