import omit from 'lodash/omit';

import { SOURCES } from '../sources';
import type { ProcessSource } from '../source';
import type { Story } from './story';

/** @throws Error when there is no such model */
export const sourceOf = (key: string): ProcessSource => {
	const source = SOURCES.find((candidate) => candidate.key === key);
	if (source === undefined) throw new Error(`There is no process model ${key}`);
	return source;
};

/** The variables with which the case of a story starts: a group of its own name for each role, and a day for each review. */
export function startValues({
	model,
	details,
	without = [],
}: Pick<Story, 'model' | 'details' | 'without'>): Record<string, string> {
	const groups = sourceOf(model)
		.variables.map(({ name }) => name)
		.filter((name) => name.endsWith('Group'));
	const values = {
		deadlineIn: 'PT24H',
		deadlineAt: '2100-01-01T00:00:00Z',
		...Object.fromEntries(groups.map((name) => [name, name])),
		...details,
	};
	return omit(values, without);
}
