/**
 * What a template file must and must not hold (guide, section 15). Plain JavaScript, because the build (gulpfile.js) and the template tests both use it.
 * Whether parameters fit the nodes is checked by the tests, which have the built nodes.
 */
const { readdirSync, readFileSync } = require('fs');
const path = require('path');
const { safeParseWorkflowStructure } = require('n8n-workflow');

const STICKY = 'n8n-nodes-base.stickyNote';

/** Keys that belong to one instance or one user, at any depth. */
const FOREIGN_KEYS = [
	'credentials',
	'webhookId',
	'instanceId',
	'versionId',
	'staticData',
	'shared',
	'ownedBy',
];

/** Text that looks like a secret or a real address. */
const SECRETS = [
	[/\b[A-Za-z0-9+/_-]{40,}\b/, 'a long opaque string'],
	[/\b(ghp|gho|sk|pk|xox[abp])[-_][A-Za-z0-9]{10,}/, 'a token'],
	[/Bearer\s+\S+/, 'a bearer token'],
	[/[\w.+-]+@(?!example\.(com|org|net)\b)[\w-]+\.[\w.]+/, 'an e-mail address'],
];

/** Node boxes on the canvas are about this large; closer ones overlap. */
const NODE_SIZE = 96;

function* entries(value, at = '') {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, entry] of Object.entries(value)) {
		yield [key, entry, `${at}/${key}`];
		yield* entries(entry, `${at}/${key}`);
	}
}

const edgesOf = (workflow) =>
	Object.entries(workflow.connections ?? {}).flatMap(([from, outputs]) =>
		Object.values(outputs).flatMap((lists) =>
			lists.flatMap((list, output) => (list ?? []).map(({ node }) => ({ from, to: node, output }))),
		),
	);

/** What begins with nothing of its own to show. */
const EMPTY_STARTS = ['n8n-nodes-base.scheduleTrigger', 'n8n-nodes-base.manualTrigger'];

const mayBePinned = (workflow, name) => {
	const before = edgesOf(workflow).filter(({ to }) => to === name);
	const typeOf = (wanted) => workflow.nodes.find((node) => node.name === wanted)?.type;
	return typeOf(name) !== undefined && before.every(({ from }) => EMPTY_STARTS.includes(typeOf(from)));
};

/** A node with two credentials stands with their names, so that an import finds both (decisions, section 4); an id would be one instance's. */
const isPlaceholder = (credentials) =>
	Object.values(Object(credentials)).every(
		({ id, name, ...more }) => id === null && / account$/.test(name) && Object.keys(more).length === 0,
	);

const fileRules = {
	'has a short stable id and a name of at most 128 characters': ({ id, name }) =>
		/^[A-Za-z0-9_-]{6,36}$/.test(id ?? '') &&
		typeof name === 'string' &&
		name.length > 0 &&
		name.length <= 128,
	'is not active and has execution order v1': ({ active, settings }) =>
		active === false && settings?.executionOrder === 'v1',
	'has pinData, if any, only where a run begins or right behind a schedule': (workflow) =>
		workflow.pinData !== undefined &&
		Object.keys(workflow.pinData).every((name) => mayBePinned(workflow, name)),
	'has empty tags and says that credentials are not set up': ({ tags, meta }) =>
		Array.isArray(tags) && tags.length === 0 && meta?.templateCredsSetupCompleted === false,
	'begins with a sticky note that says purpose and set-up': ({ nodes }) =>
		nodes[0]?.type === STICKY && /set.?up/i.test(nodes[0].parameters?.content ?? ''),
	'has exactly one node called Settings': ({ nodes }) =>
		nodes.filter(({ name }) => name === 'Settings').length === 1,
	'has unique node ids': ({ nodes }) => new Set(nodes.map(({ id }) => id)).size === nodes.length,
	'uses no Code node and no CUSTOM type': ({ nodes }) =>
		nodes.every(({ type }) => type !== 'n8n-nodes-base.code' && !type.startsWith('CUSTOM.')),
};

function contentFaults(workflow) {
	const faults = [];
	for (const [key, value, at] of entries(workflow)) {
		if (key === 'credentials' && isPlaceholder(value)) continue;
		if (FOREIGN_KEYS.includes(key)) faults.push(`${at} must not be in a template`);
		if (typeof value !== 'string') continue;
		for (const [pattern, what] of SECRETS) if (pattern.test(value)) faults.push(`${at} looks like ${what}`);
	}
	return faults;
}

/** What begins something with people and cannot be taken back; two runs at the same moment would both begin it. */
const BEGINS = ['case:start', 'signatureRequest:send', 'signatureRequest:sendAndWait'];

const actOf = ({ parameters }) => `${parameters?.resource}:${parameters?.operation}`;

/** Only behind a claim does one run at a time begin something (design page, idea 1). */
function claimFaults(workflow) {
	const edges = edgesOf(workflow);
	const entered = new Set(edges.map(({ to }) => to));
	const names = ({ name }) => name;
	const guards = new Set(workflow.nodes.filter((node) => actOf(node) === 'link:claim').map(names));
	const reached = new Set(workflow.nodes.map(names).filter((name) => !entered.has(name)));
	for (const from of reached) {
		if (guards.has(from)) continue;
		for (const edge of edges) if (edge.from === from) reached.add(edge.to);
	}
	return workflow.nodes
		.filter((node) => BEGINS.includes(actOf(node)) && reached.has(node.name))
		.map(({ name }) => `"${name}" can be reached without a claim, so two runs could both do it`);
}

/** Left to right: every connection ends to the right of where it begins; and no two boxes overlap. */
function layoutFaults(workflow) {
	const nodes = workflow.nodes.filter(({ type }) => type !== STICKY);
	const at = new Map(nodes.map(({ name, position }) => [name, position]));
	const backward = edgesOf(workflow)
		.filter(({ from, to }) => at.get(to)?.[0] <= at.get(from)?.[0])
		.map(({ from, to }) => `the line from "${from}" to "${to}" does not go to the right`);
	const overlaps = nodes.flatMap((one, index) =>
		nodes
			.slice(index + 1)
			.filter((two) => one.position.every((value, axis) => Math.abs(value - two.position[axis]) < NODE_SIZE))
			.map((two) => `"${one.name}" and "${two.name}" overlap`),
	);
	return [...backward, ...overlaps, ...crossings(workflow, at)];
}

const side = ([ax, ay], [bx, by], [cx, cy]) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Straight lines between box centres stand in for the editor's curves. */
function crossings(workflow, at) {
	const lines = edgesOf(workflow).filter(({ from, to }) => at.has(from) && at.has(to));
	return lines.flatMap((one, index) =>
		lines.slice(index + 1).flatMap((two) => {
			if (one.from === two.from || one.to === two.to || one.from === two.to || one.to === two.from) return [];
			const [a, b, c, d] = [one.from, one.to, two.from, two.to].map((name) => at.get(name));
			const crosses = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
			return crosses ? [`the lines "${one.from}" → "${one.to}" and "${two.from}" → "${two.to}" cross`] : [];
		}),
	);
}

/**
 * @param {unknown} workflow a parsed template file
 * @returns {string[]} what is wrong with it
 */
function templateFaults(workflow) {
	const structure = safeParseWorkflowStructure(workflow);
	if (!structure.success) return [`n8n does not accept the structure: ${JSON.stringify(structure)}`];
	const broken = Object.entries(fileRules)
		.filter(([, holds]) => !holds(workflow))
		.map(([rule]) => `a template ${rule}`);
	return [...broken, ...contentFaults(workflow), ...claimFaults(workflow), ...layoutFaults(workflow)];
}

/**
 * @param {string} folder where the templates lie
 * @returns {string[]} what is wrong, each with the file's name
 */
function checkTemplateFiles(folder) {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) => {
			const workflow = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
			return templateFaults(workflow).map((fault) => `${file}: ${fault}`);
		});
}

module.exports = { checkTemplateFiles, layoutFaults, templateFaults };
