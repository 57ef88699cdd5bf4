import pick from 'lodash/pick';
import { flag, list, object, orNull, text, type Properties } from '../../shared/shape';

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
export const TERMINATED = object({ terminated: flag, ...caseFields });
export const VARIABLES = object({ ...named, variables });
export const VARIABLES_SET = object({ ...named, set: list(text) });

export const DECISION = object({
	...caseFields,
	outcome: orNull(text),
	decidedBy: orNull(text),
	decidedAt: orNull(text),
	reason: orNull(text),
	variables,
});

/** In a list. */
export const CASE_ROW = object({
	...pick(caseFields, [
		'caseId',
		'businessKey',
		'name',
		'modelKey',
		'startedAt',
		'ended',
		'endedAt',
		'endActivityId',
		'cancelled',
	]),
	variables,
});
