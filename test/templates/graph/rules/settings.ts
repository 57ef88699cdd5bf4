import type { Fault, Rule } from '../rule';
import { isEffect, isIf, isSet, isSwitch } from '../kinds';
import { isRightBehindStarts, settingNames, settingsNode } from '../settings';
import { textOf } from '../beside';

/** More nobody fills in (templates, rule 1). */
const MOST = 5;

/** Settings are few, stand in one place before anything happens, and the first note lists them. */
export const settings: Rule = {
	name: 'has few settings, right behind the starts, listed in the first note',
	find(graph) {
		const node = settingsNode(graph);
		if (!node) return [];
		const fault = (what: string): Fault => ({ node: node.name, what });
		const names = settingNames(graph);
		const before = graph.linesTo(node.name).map(({ from }) => graph.node(from));
		const acts = before.some((other) => other && (isIf(other) || isSwitch(other) || isEffect(other)));
		const listed = graph.notes.slice(0, 1).map(textOf).join();
		return [
			...(isSet(node) ? [] : [fault('is no Edit Fields node')]),
			...(node.parameters.includeOtherFields === true
				? []
				: [fault('does not include the other input fields')]),
			...(acts || !isRightBehindStarts(graph, node.name)
				? [fault('does not stand right behind the starts')]
				: []),
			...(names.length > MOST ? [fault(`has ${names.length} settings, and ${MOST} are allowed`)] : []),
			...names
				.filter((name) => !listed.includes(name))
				.map((name) => fault(`has the setting ${name}, which the first note does not list`)),
		];
	},
};
