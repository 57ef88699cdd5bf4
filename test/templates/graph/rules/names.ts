import startCase from 'lodash/startCase';
import type { Rule } from '../rule';

/** What n8n calls its own nodes, where that is not their type in words. */
const CALLED: Readonly<Record<string, string>> = {
	set: 'Edit Fields',
	emailSend: 'Send Email',
	splitOut: 'Split Out',
	manualTrigger: 'When clicking ‘Execute workflow’',
	formTrigger: 'On form submission',
};

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '');

/** A name is what n8n gave when it is the type's, whatever number stands behind it. */
const isGiven = (name: string, type: string): boolean => {
	const short = type.split('.').at(-1) ?? '';
	return [short, startCase(short), CALLED[short] ?? short].map(bare).includes(bare(name));
};

export const names: Rule = {
	name: 'has nodes whose names say what happens',
	find: ({ nodes }) =>
		nodes
			.filter(({ name, type }) => isGiven(name, type))
			.map(({ name }) => ({ node: name, what: 'is called as n8n calls every such node' })),
};
