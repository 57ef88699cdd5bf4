import { isAnswered, sourceOf, type Story } from '../../run/models/stories';
import { OPENTEXT_CLIENT_ID } from '../../sandbox/core/fixtures';

/** One line of a trail, as far as a story tells it. */
export interface TrailLine {
	event: string;
	/** of the task or the case */
	name: string | null;
	by: string | null;
	details: string | null;
}

const line = (event: string, name: string, more: Partial<TrailLine> = {}): TrailLine => ({
	...{ event, name, by: null, details: null },
	...more,
});

/**
 * What people and time do in a story, in order; the steps that the case takes by itself between are left out. The application starts it, which n8n signs in as.
 *
 * @param deciders who answers each step
 */
export function expectedTrail({ model, steps, end }: Story, deciders: readonly string[]): TrailLine[] {
	const { nodes } = sourceOf(model);
	const trail = [line('caseStarted', model, { by: OPENTEXT_CLIENT_ID })];
	let isOpen = false;
	for (const [at, step] of steps.entries()) {
		const [id, outcome] = step;
		// whether such a task is there for a moment is the engine's matter
		if (outcome === 'passed') continue;
		const task = nodes.find((node) => node.id === id);
		if (task?.kind !== 'task') throw new Error(`${model} has no task ${id}`);
		const { name, group } = task;
		if (!isOpen) trail.push(line('taskCreated', name, { details: group }));
		const by = deciders[at];
		const timer = nodes.find((node) => node.kind === 'timer' && node.on === id);
		isOpen = !isAnswered(step) && !timer;
		if (isAnswered(step)) trail.push(line('taskClaimed', name, { by }), line('taskCompleted', name, { by }));
		else if (timer) trail.push(line('taskWithdrawn', name, { details: `boundary event (${timer.id})` }));
	}
	return [...trail, line('caseEnded', model, { details: end })];
}
