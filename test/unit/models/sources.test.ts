import uniq from 'lodash/uniq';
import type { Gateway, ModelNode, ProcessSource, UserTask } from '../../run/models/source';
import { SOURCES } from '../../run/models/sources';

const isTask = (node: ModelNode): node is UserTask => node.kind === 'task';
const isGateway = (node: ModelNode): node is Gateway => node.kind === 'gateway';

const each = SOURCES.map((source): [string, ProcessSource] => [source.key, source]);

describe.each(each)('the process model %s', (_, { nodes, flows, forms, variables, lanes, documentation }) => {
	it('names every element, flow and variable once', () => {
		const ids = [...nodes, ...flows, ...lanes].map(({ id }) => id);
		expect(ids).toEqual(uniq(ids));
		const names = variables.map(({ name }) => name);
		expect(names).toEqual(uniq(names));
	});

	it('connects what is there, and leads everywhere from one start', () => {
		const byId = new Map(nodes.map((node) => [node.id, node]));
		for (const { from, to } of flows) expect([byId.has(from), byId.has(to)]).toEqual([true, true]);
		const reached = new Set(nodes.filter(({ kind }) => kind === 'start').map(({ id }) => id));
		expect(reached.size).toBe(1);
		for (const id of reached) {
			for (const flow of flows) if (flow.from === id) reached.add(flow.to);
			for (const node of nodes) if (node.kind === 'timer' && node.on === id) reached.add(node.id);
		}
		expect(nodes.filter(({ id }) => !reached.has(id))).toEqual([]);
		const deadEnds = nodes.filter(({ id, kind }) => kind !== 'end' && !flows.some(({ from }) => from === id));
		expect(deadEnds).toEqual([]);
	});

	it('gives every task a declared group, a due date, a form, outcomes of its own and a text', () => {
		const declared = variables.map(({ name }) => name);
		for (const task of nodes.filter(isTask)) {
			expect(declared).toContain(task.group);
			expect(task.due).not.toBe('');
			expect(task.documentation).toMatch(/\.$/);
			expect(forms[task.id]).toBeDefined();
			expect(task.outcomes.map(({ value }) => value)).toEqual(uniq(task.outcomes.map(({ value }) => value)));
			for (const { label, value } of task.outcomes) expect(`${label}${value}`).not.toMatch(/[:,]/);
		}
	});

	it('takes a way by default only where every other one has a condition, and never to money, goods or a price', () => {
		for (const { id, defaultFlow } of nodes.filter(isGateway)) {
			const out = flows.filter(({ from }) => from === id);
			const free = out.filter(({ condition }) => condition === undefined);
			expect(free.map((flow) => flow.id)).toEqual([defaultFlow]);
			expect(nodes.find((node) => node.id === free[0].to)?.kind).not.toBe('end');
		}
	});

	it('asks nobody for what is never answered: each outcome of a task is a way, or the task has one way', () => {
		for (const { id, outcomes, outcomeVariable } of nodes.filter(isTask)) {
			const [next, ...more] = flows.filter(({ from }) => from === id).map(({ to }) => to);
			expect(more).toEqual([]);
			const gateway = nodes.filter(isGateway).find((node) => node.id === next);
			if (gateway === undefined) continue;
			const conditions = flows.flatMap(({ from, condition = '' }) => (from === next ? [condition] : []));
			for (const { value } of outcomes) {
				expect(conditions.some((text) => text.includes(`${outcomeVariable} == "${value}"`))).toBe(true);
			}
		}
	});

	it('says its outcomes, which are its end events', () => {
		for (const { id } of nodes.filter(({ kind }) => kind === 'end')) expect(documentation).toContain(id);
	});
});
