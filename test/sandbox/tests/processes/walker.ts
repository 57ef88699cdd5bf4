import { SOURCES } from '../../../run/models/sources';
import { HOUR, MANAGER, type Workflow } from '../workflowHarness';

import type { Step, Story } from './stories/story';

/** Longer than anything waits in a model. */
const A_MONTH = 31 * 24 * HOUR;

export const sourceOf = (key: string) => {
	const source = SOURCES.find((candidate) => candidate.key === key);
	if (source === undefined) throw new Error(`There is no process model ${key}`);
	return source;
};

/** Walks cases through their models by the service's own calls. */
export class Walker {
	constructor(private readonly workflow: Workflow) {}

	/** Starts a case with a group of its own name for each role, and a day for each review. */
	async start({ model, details = {} }: Pick<Story, 'model' | 'details'>): Promise<string> {
		const groups = sourceOf(model)
			.variables.map(({ name }) => name)
			.filter((name) => name.endsWith('Group'));
		const values = {
			deadlineIn: 'PT24H',
			deadlineAt: '2100-01-01T00:00:00Z',
			...Object.fromEntries(groups.map((name) => [name, name])),
			...details,
		};
		const { data, status } = await this.workflow.start({
			processDefinitionKey: model,
			variables: Object.entries(values).map(([name, value]) => ({ name, value })),
		});
		if (status !== 201) throw new Error(`${model} does not start: ${JSON.stringify(data)}`);
		return data.id;
	}

	/** The one task at which a case waits. */
	async waitsAt(id: string): Promise<string> {
		const tasks: Array<{ taskDefinitionKey: string }> = await this.workflow.tasks(id);
		return tasks.map(({ taskDefinitionKey }) => taskDefinitionKey).join();
	}

	async take(id: string, [task, outcome, fields = {}]: Step): Promise<void> {
		expect(await this.waitsAt(id)).toBe(task);
		if (outcome === 'late') {
			await this.workflow.advance(A_MONTH);
			return;
		}
		const [{ id: taskId }] = await this.workflow.tasks(id);
		await this.workflow.api('POST', `/tasks/${taskId}`, { action: 'claim', assignee: MANAGER });
		const { status, data } = await this.workflow.api('POST', `/tasks/${taskId}`, {
			action: 'complete',
			outcome,
			variables: Object.entries(fields).map(([name, value]) => ({ name, value })),
		});
		if (status !== 204) throw new Error(`${task}, ${outcome}: ${JSON.stringify(data)}`);
	}

	/** Takes steps; dates that have passed come first, as the service's clock finds them. */
	async walk(id: string, steps: readonly Step[]): Promise<void> {
		for (const step of steps) {
			await this.take(id, step);
			await this.workflow.advance(1000);
		}
	}

	async endOf(id: string): Promise<string | null> {
		return (await this.workflow.history('GET', `/historic-process-instances/${id}`)).data.endActivityId;
	}
}
