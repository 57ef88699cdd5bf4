import type { Rule } from '../rule';

/** What only works behind a certain start: a page behind its form, an answer behind its webhook. */
const BEHIND: Readonly<Record<string, string>> = {
	'n8n-nodes-base.form': 'n8n-nodes-base.formTrigger',
	'n8n-nodes-base.respondToWebhook': 'n8n-nodes-base.webhook',
};

export const pages: Rule = {
	name: 'shows pages only where every path comes from the form',
	find: (graph) =>
		graph.nodes.flatMap(({ name, type }) => {
			const wanted = BEHIND[type];
			if (wanted === undefined) return [];
			return graph.starts
				.filter((start) => start.type !== wanted && graph.reached([start.name]).has(name))
				.map((start) => ({ node: name, what: `can be reached from "${start.name}"` }));
		}),
};
