import get from 'lodash/get';
import { conditionsAt, outputsOf } from '../kinds';
import type { Rule } from '../rule';

/** Comparisons that a setting does not meet by being empty. */
const HARMLESS: ReadonlySet<unknown> = new Set(['exists', 'notExists', 'empty', 'notEmpty']);

const TEXTS: ReadonlySet<unknown> = new Set(['string', 'array']);

/** Every text contains an empty one, begins and ends with it, and differs from it. */
const isOfTexts = (condition: unknown): boolean =>
	TEXTS.has(get(condition, 'operator.type')) && operationOf(condition) !== 'equals';

/** An emptied number becomes 0 in Edit Fields: every amount reaches it. */
const isOfNumbers = (condition: unknown): boolean => get(condition, 'operator.type') === 'number';

const SETTING = /\bsettings\.(\w+)/g;

const settingsIn = (condition: unknown, ...sides: string[]): string[] =>
	sides.flatMap((side) => [...String(get(condition, side)).matchAll(SETTING)].map(([, setting]) => setting));

const operationOf = (condition: unknown): unknown => get(condition, 'operator.operation');

/** Says that a setting holds something: a text that is not empty, or a number above 0. */
const isGuard = (condition: unknown): boolean =>
	operationOf(condition) === 'notEmpty' ||
	(isOfNumbers(condition) && operationOf(condition) === 'gt' && get(condition, 'rightValue') === 0);

const compared = (condition: unknown): string[] =>
	(isOfTexts(condition) || isOfNumbers(condition)) &&
	!HARMLESS.has(operationOf(condition)) &&
	!isGuard(condition)
		? settingsIn(condition, 'leftValue', 'rightValue')
		: [];

const filled = (condition: unknown): string[] =>
	isGuard(condition) ? settingsIn(condition, 'leftValue') : [];

/** Whoever empties a setting wants its rule gone; without this every order would meet it. */
export const emptiedSettings: Rule = {
	name: 'compares with a setting only where a condition beside says that the setting is not empty, or above 0',
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
