import type { INode } from 'n8n-workflow';
import type { Template } from '../support/templateFiles';

const STICKY = 'n8n-nodes-base.stickyNote';

/** A line on the canvas. */
export interface Line {
	from: string;
	/** counted from 0 */
	output: number;
	to: string;
}

/** What the canvas of a template shows, as the rules walk over it. */
export class Graph {
	/** Everything but the notes. */
	readonly nodes: readonly INode[];

	/** The notes, in the order of the file. */
	readonly notes: readonly INode[];

	readonly lines: readonly Line[];

	constructor(readonly template: Template) {
		this.nodes = template.nodes.filter(({ type }) => type !== STICKY);
		this.notes = template.nodes.filter(({ type }) => type === STICKY);
		this.lines = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
			main.flatMap((targets, output) => (targets ?? []).map(({ node: to }) => ({ from, output, to }))),
		);
	}

	node(name: string): INode | undefined {
		return this.nodes.find((node) => node.name === name);
	}

	linesFrom(name: string, output?: number): Line[] {
		return this.lines.filter((line) => line.from === name && (output ?? line.output) === line.output);
	}

	linesTo(name: string): Line[] {
		return this.lines.filter(({ to }) => to === name);
	}

	/** Nodes that nothing leads to: there a run begins. */
	get starts(): INode[] {
		return this.nodes.filter(({ name }) => this.linesTo(name).length === 0);
	}

	/**
	 * Names of the nodes that can be reached.
	 *
	 * @param from where the walk begins; these count as reached
	 * @param passes whether a line may be walked; all when left out
	 */
	reached(from: readonly string[], passes: (line: Line) => boolean = () => true): Set<string> {
		const reached = new Set(from);
		// a set gives out what is added while it is walked over, and each name once
		for (const name of reached)
			for (const line of this.linesFrom(name)) if (passes(line)) reached.add(line.to);
		return reached;
	}
}
