import type { INode } from 'n8n-workflow';
import type { Graph } from './graph';

/** A note without a size is drawn so large. */
const USUAL = { width: 240, height: 160 };

/** How far from a note a node still stands beside it. */
const NEAR = 200;

const sizeOf = ({ parameters: { width, height } }: INode) => ({
	width: typeof width === 'number' ? width : USUAL.width,
	height: typeof height === 'number' ? height : USUAL.height,
});

const isBeside = (note: INode, { position: [x, y] }: INode): boolean => {
	const [left, top] = note.position;
	const { width, height } = sizeOf(note);
	return x >= left - NEAR && x <= left + width + NEAR && y >= top - NEAR && y <= top + height + NEAR;
};

export const textOf = ({ parameters: { content } }: INode): string =>
	typeof content === 'string' ? content : '';

/** Whether the note beside a node speaks of it by its name, or its own note does. */
export const isExplained = ({ notes }: Graph, node: INode): boolean =>
	Boolean(node.notes) || notes.some((note) => isBeside(note, node) && textOf(note).includes(node.name));
