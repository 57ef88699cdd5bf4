import { textOf } from '../beside';
import type { Rule } from '../rule';

const GROUPS = ['Ask', 'Decide', 'Meanwhile'] as const;

/** The first line of a note, without what makes it a heading. */
const headingOf = (text: string): string =>
	text
		.trim()
		.split('\n')[0]
		.replace(/^#+\s*/, '');

export const groups: Rule = {
	name: 'stands in three groups with a note each',
	find: ({ notes, template }) =>
		GROUPS.filter(
			(group) => notes.slice(1).filter((note) => headingOf(textOf(note)).startsWith(group)).length !== 1,
		).map((group) => ({ node: template.name, what: `has not one note with the heading ${group}` })),
};
