import get from 'lodash/get';
import { conditionsAt, outputsOf } from '../kinds';
import type { Rule } from '../rule';

/** Every text contains an empty one, begins and ends with it, and differs from it. */
const TEXTS: ReadonlySet<unknown> = new Set(['string', 'array']);

/** Comparisons of texts that a setting does not meet by being empty. */
const HARMLESS: ReadonlySet<unknown> = new Set(['equals', 'exists', 'notExists', 'empty', 'notEmpty']);

const SETTING = /\bsettings\.(\w+)/g;

const settingsIn = (condition: unknown, ...sides: string[]): string[] =>
	sides.flatMap((side) => [...String(get(condition, side)).matchAll(SETTING)].map(([, setting]) => setting));

const operationOf = (condition: unknown): unknown => get(condition, 'operator.operation');

const compared = (condition: unknown): string[] =>
	TEXTS.has(get(condition, 'operator.type')) && !HARMLESS.has(operationOf(condition))
		? settingsIn(condition, 'leftValue', 'rightValue')
		: [];

const filled = (condition: unknown): string[] =>
	operationOf(condition) === 'notEmpty' ? settingsIn(condition, 'leftValue') : [];

/** Whoever empties a setting wants its rule gone; without this every order would meet it. */
export const emptiedSettings: Rule = {
	name: 'compares a text with a setting only where a condition beside says that the setting is not empty',
	find: ({ nodes }) =>
		nodes.flatMap((node) =>
			outputsOf(node).flatMap((output) => {
				const { all, each } = conditionsAt(node, output) ?? { all: true, each: [] };
				const sure = new Set(all ? each.flatMap(filled) : []);
				return each
					.flatMap(compared)
					.filter((setting) => !sure.has(setting))
					.map((setting) => ({
						node: node.name,
						what: `compares with the setting ${setting} at output ${output + 1}, also when it is empty`,
					}));
			}),
		),
};
