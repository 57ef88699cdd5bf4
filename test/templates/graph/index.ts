import type { Template } from '../support/templateFiles';
import { Graph } from './graph';
import type { Finding, Rule } from './rule';
import { askedFirst } from './rules/askedFirst';
import { carriedOutSafely } from './rules/carriedOutSafely';
import { deadlines } from './rules/deadlines';
import { emptiedSettings } from './rules/emptiedSettings';
import { ends } from './rules/ends';
import { expressions } from './rules/expressions';
import { finished } from './rules/finished';
import { groups } from './rules/groups';
import { layout } from './rules/layout';
import { names } from './rules/names';
import { noCode } from './rules/noCode';
import { pages } from './rules/pages';
import { pinned } from './rules/pinned';
import { references } from './rules/references';
import { settings } from './rules/settings';
import { size } from './rules/size';
import { switchElse } from './rules/switchElse';
import { triggerOutputs } from './rules/triggerOutputs';

/** The rules of templates.md, section 2, by a short name. */
export const RULES = {
	size,
	noCode,
	settings,
	emptiedSettings,
	expressions,
	askedFirst,
	finished,
	carriedOutSafely,
	switchElse,
	triggerOutputs,
	deadlines,
	ends,
	references,
	pages,
	layout,
	groups,
	pinned,
	names,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** Holds a template against the rules. @returns what is wrong, each with its node and its rule */
export function graphFindings(template: Template): Finding[] {
	const graph = new Graph(template);
	return Object.entries(RULES).flatMap(([rule, { find }]) =>
		find(graph).map((fault) => ({ rule, ...fault })),
	);
}
