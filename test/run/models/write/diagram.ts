import camelCase from 'lodash/camelCase';

import type { Drawing } from '../draw/drawing';
import type { Box, Point } from '../draw/geometry';
import type { ProcessSource } from '../source';

import { element, type Xml } from './xmlText';

const shown = (pixels: number) => pixels.toFixed(1);

const bounds = ({ x, y, width, height }: Box): Xml =>
	element('omgdc:Bounds', {
		height: shown(height),
		width: shown(width),
		x: shown(x),
		y: shown(y),
	});

const label = (box: Box | undefined): Xml[] =>
	box === undefined ? [] : [element('bpmndi:BPMNLabel', {}, [bounds(box)])];

const shape = (id: string, box: Box, more: Record<string, string>, name?: Box): Xml =>
	element('bpmndi:BPMNShape', { bpmnElement: id, id: `BPMNShape_${id}`, ...more }, [
		bounds(box),
		...label(name),
	]);

const edge = (id: string, points: readonly Point[], name?: Box): Xml =>
	element('bpmndi:BPMNEdge', { bpmnElement: id, id: `BPMNEdge_${id}` }, [
		...points.map(({ x, y }) => element('omgdi:waypoint', { x: shown(x), y: shown(y) })),
		...label(name),
	]);

/** The picture of a process model, as BPMN 2.0 keeps it (chapter 12). */
export function diagramXml(
	{ key, nodes }: ProcessSource,
	{ pool, lanes, shapes, lines, labels }: Drawing,
): Xml {
	const prefix = camelCase(key);
	const horizontal = { isHorizontal: 'true' };
	const marked = new Set(nodes.filter(({ kind }) => kind === 'gateway').map(({ id }) => id));
	return element('bpmndi:BPMNDiagram', { id: `BPMNDiagram_${key}` }, [
		element('bpmndi:BPMNPlane', { bpmnElement: `${prefix}Collaboration`, id: `BPMNPlane_${key}` }, [
			shape(`${prefix}Pool`, pool, horizontal),
			...[...lanes].map(([id, box]) => shape(id, box, horizontal)),
			...[...shapes].map(([id, box]) =>
				shape(id, box, marked.has(id) ? { isMarkerVisible: 'true' } : {}, labels.get(id)),
			),
			...[...lines].map(([id, points]) => edge(id, points, labels.get(id))),
		]),
	]);
}
