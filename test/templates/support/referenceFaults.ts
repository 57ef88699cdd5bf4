import { expressionsOf, settingsOf, type Template } from './templateFiles';

const NODE = /\$\(\s*(['"])(.*?)\1\s*\)|\$(?:node|items)\s*[[(]\s*(['"])(.*?)\3/g;
const SETTING = /\bsettings\.(\w+)/g;

/** Expressions that name a node which the template does not have. */
export function nodeReferenceFaults(template: Template): string[] {
	const names = new Set(template.nodes.map(({ name }) => name));
	return expressionsOf(template).flatMap(({ node, at, text }) =>
		[...text.matchAll(NODE)]
			.map((match) => match[2] ?? match[4])
			.filter((name) => !names.has(name))
			.map((name) => `"${node}"${at} refers to "${name}", which is not there`),
	);
}

/** Settings that expressions use but nobody gives, and those that are given but nobody uses. */
export function settingFaults(template: Template): string[] {
	const given = [...settingsOf(template).keys()];
	const uses = expressionsOf(template).flatMap(({ node, text }) =>
		[...text.matchAll(SETTING)].map(([, name]) => ({ node, name })),
	);
	const used = new Set(uses.map(({ name }) => name));
	return [
		...uses
			.filter(({ name }) => !given.includes(name))
			.map(({ node, name }) => `"${node}" uses the setting ${name}, which is not there`),
		...given.filter((name) => !used.has(name)).map((name) => `nothing uses the setting ${name}`),
	];
}
