import get from 'lodash/get';
import type { INode } from 'n8n-workflow';
import type { Graph } from './graph';

export const SETTINGS = 'Settings';

/** The node of the settings, if the template has one. */
export const settingsNode = (graph: Graph): INode | undefined => graph.node(SETTINGS);

/** Names of the settings, without `settings.` before them. */
export function settingNames(graph: Graph): string[] {
	const list: unknown = get(settingsNode(graph)?.parameters, 'assignments.assignments');
	return (Array.isArray(list) ? list : []).map((entry: unknown) =>
		String(get(entry, 'name')).replace(/^settings\./, ''),
	);
}

/** Whether a node stands right behind the starts: nothing but starts, the settings, and nodes that read, lies before it. */
export function isRightBehindStarts(graph: Graph, name: string): boolean {
	const before = new Set([name]);
	for (const node of before) for (const { from } of graph.linesTo(node)) before.add(from);
	before.delete(name);
	const starts = new Set(graph.starts.map((start) => start.name));
	return [...before].every(
		(node) =>
			starts.has(node) || node === SETTINGS || graph.linesTo(node).every(({ from }) => starts.has(from)),
	);
}
