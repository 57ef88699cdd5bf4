import { centreOf, type Box, type Point } from '../draw/geometry';
import type { Drawing } from '../draw/drawing';
import type { Flow, ModelNode, ProcessSource, Timer, UserTask } from '../source';

import { outcomesText } from './bpmn';
import { jsonText } from './jsonText';

const corners = ({ x, y, width, height }: Box) => ({
	lowerRight: { x: x + width, y: y + height },
	upperLeft: { x, y },
});

const STENCILS: Readonly<Record<ModelNode['kind'], string>> = {
	start: 'StartNoneEvent',
	end: 'EndNoneEvent',
	gateway: 'ExclusiveGateway',
	task: 'UserTask',
	timer: 'BoundaryTimerEvent',
};

const taskProperties = (task: UserTask) => ({
	documentation: task.documentation,
	usertaskassignment: {
		assignment: {
			assignee: '',
			candidateUsers: [],
			candidateGroups: [{ value: `\${${task.group}}` }],
			type: 'static',
			initiatorCanCompleteTask: false,
		},
	},
	duedatedefinition: task.due,
	tasktype: 'approval',
	outcomevariable: task.outcomeVariable,
	possibleoutcomes: outcomesText(task.outcomes),
});

const timerProperties = ({ time }: Timer) => ({
	...('date' in time ? { timerdatedefinition: time.date } : { timerdurationdefinition: time.duration }),
	cancelactivity: true,
});

const propertiesOf = (node: ModelNode): object => {
	if (node.kind === 'task') return taskProperties(node);
	return node.kind === 'timer' ? timerProperties(node) : {};
};

/** A flow's bends: the first and last point count from the corner of their shape, the others from that of the canvas. */
function dockersOf(points: readonly Point[], start: Box, end: Box): Point[] {
	const inside = (box: Box) => ({ x: box.width / 2, y: box.height / 2 });
	return [inside(start), ...points.slice(1, -1), inside(end)];
}

/**
 * A process model in the service's own form (Workflow Service reference 6.2, 6.3): what a deployment takes as its content. The lanes are left out:
 * no model of the vendor has any in this form.
 */
export function jsonModelText(source: ProcessSource, { pool, shapes, lines }: Drawing): string {
	const { key, name, documentation, variables, nodes, flows } = source;
	const boxOf = (id: string): Box => {
		const box = shapes.get(id);
		if (box === undefined) throw new Error(`There is no shape ${id}`);
		return box;
	};
	const leaving = (node: ModelNode) => [
		...flows.filter(({ from }) => from === node.id).map(({ id }) => ({ resourceId: id })),
		...nodes
			.filter((other) => other.kind === 'timer' && other.on === node.id)
			.map(({ id }) => ({ resourceId: id })),
	];
	const dockedAt = (node: ModelNode): Point[] => {
		if (node.kind !== 'timer') return [];
		const [middle, task] = [centreOf(boxOf(node.id)), boxOf(node.on)];
		return [{ x: middle.x - task.x, y: middle.y - task.y }];
	};
	const nodeShape = (node: ModelNode) => ({
		resourceId: node.id,
		stencil: { id: STENCILS[node.kind] },
		properties: { overrideid: node.id, name: node.name, ...propertiesOf(node) },
		childShapes: [],
		outgoing: leaving(node),
		bounds: corners(boxOf(node.id)),
		dockers: dockedAt(node),
	});
	const isDefault = ({ id, from }: Flow) =>
		nodes.some((node) => node.kind === 'gateway' && node.id === from && node.defaultFlow === id);
	const flowShape = (flow: Flow) => {
		const points = lines.get(flow.id) ?? [];
		const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
		return {
			resourceId: flow.id,
			stencil: { id: 'SequenceFlow' },
			properties: {
				overrideid: flow.id,
				name: flow.name ?? '',
				conditionsequenceflow:
					flow.condition === undefined ? '' : { expression: { type: 'static', staticValue: flow.condition } },
				defaultflow: String(isDefault(flow)),
			},
			childShapes: [],
			outgoing: [{ resourceId: flow.to }],
			bounds: {
				lowerRight: {
					x: Math.max(...points.map(({ x }) => x)),
					y: Math.max(...points.map(({ y }) => y)),
				},
				upperLeft: { x: left, y: top },
			},
			dockers: dockersOf(points, boxOf(flow.from), boxOf(flow.to)),
			target: { resourceId: flow.to },
		};
	};
	return jsonText({
		modelId: 1,
		bounds: corners({ x: 0, y: 0, width: pool.x + pool.width, height: pool.y + pool.height }),
		properties: {
			process_id: key,
			name,
			documentation,
			process_namespace: '',
			process_historylevel: 'audit',
			isasynchistoryenable: true,
			isexecutable: true,
			dataproperties: {
				items: variables.map(({ name: variable, type }) => ({
					dataproperty_name: variable,
					dataproperty_type: type,
					dataproperty_value: '',
				})),
			},
		},
		childShapes: [...nodes.map(nodeShape), ...flows.map(flowShape)],
		stencil: { id: 'BPMNDiagram' },
		stencilset: {
			namespace: 'http://b3mn.org/stencilset/bpmn2.0#',
			url: '../editor/stencilsets/bpmn2.0/bpmn2.0.json',
		},
	});
}
