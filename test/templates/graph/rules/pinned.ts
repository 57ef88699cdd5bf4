import type { Rule } from '../rule';

/** What has nothing of its own to show: the node behind it is pinned. */
const EMPTY_STARTS = /\.(scheduleTrigger|manualTrigger)$/;

export const pinned: Rule = {
	name: 'has sample data pinned at each start',
	find(graph) {
		const pins = new Set(
			Object.entries(Object(graph.template.pinData))
				.filter(([, items]) => Array.isArray(items) && items.length > 0)
				.map(([name]) => name),
		);
		return graph.starts
			.filter(({ name, type }) => {
				const behind = graph.linesFrom(name).map(({ to }) => to);
				const isShown = EMPTY_STARTS.test(type) && behind.length > 0 && behind.every((to) => pins.has(to));
				return !pins.has(name) && !isShown;
			})
			.map(({ name }) => ({ node: name, what: 'has no sample data pinned' }));
	},
};
