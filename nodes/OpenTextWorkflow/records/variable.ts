import { object, orNull, text, type Properties } from '../../shared/shape';
import type { Owner } from '../transport/comments';
import type { KeptVariable } from '../transport/variables';

/** A variable as every operation gives it (reference 5.1). */
export const variable: Properties = {
	name: text,
	value: { type: ['array', 'boolean', 'null', 'number', 'object', 'string'] },
	type: orNull(text),
	scope: orNull(text),
	caseId: orNull(text),
	taskId: orNull(text),
};

export const VARIABLE = object(variable);

/** Whose it is. */
export const ownerItem = ({ kind, id }: Pick<Owner, 'kind' | 'id'>) => ({
	caseId: kind === 'case' ? id : null,
	taskId: kind === 'task' ? id : null,
});

export const variableItem = (owner: Owner, { name, type, scope, value }: KeptVariable) => ({
	name,
	value,
	type: type ?? null,
	scope: scope ?? null,
	...ownerItem(owner),
});
