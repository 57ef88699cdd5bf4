import { isAnswered, passesAfter, startValues, type Step, type Story } from '../../../run/models/stories';
import { MANAGER, type Workflow } from '../workflowHarness';

/** Walks cases through their models by the service's own calls. */
export class Walker {
	/** The elements of each model that cases have come through. */
	readonly seen = new Map<string, Set<string>>();

	constructor(private readonly workflow: Workflow) {}

	async start(story: Pick<Story, 'model' | 'details' | 'without'>): Promise<string> {
		const { data, status } = await this.workflow.start({
			processDefinitionKey: story.model,
			variables: Object.entries(startValues(story)).map(([name, value]) => ({ name, value })),
		});
		if (status !== 201) throw new Error(`${story.model} does not start: ${JSON.stringify(data)}`);
		return data.id;
	}

	/** The one task at which a case waits. */
	async waitsAt(id: string): Promise<string> {
		const tasks: Array<{ taskDefinitionKey: string }> = await this.workflow.tasks(id);
		return tasks.map(({ taskDefinitionKey }) => taskDefinitionKey).join();
	}

	async steps(id: string, steps: readonly Step[]): Promise<void> {
		for (const step of steps) {
			await this.take(id, step);
			await this.workflow.advance(passesAfter(step));
		}
	}

	/** Starts the case of a story, takes its steps, and tells where it ended. */
	async walk(story: Story): Promise<string | null> {
		const id = await this.start(story);
		await this.steps(id, story.steps);
		await this.see(story.model, id);
		return (await this.workflow.history('GET', `/historic-process-instances/${id}`)).data.endActivityId;
	}

	private async see(model: string, caseId: string): Promise<void> {
		const path = `/historic-activity-instances?processInstanceId=${caseId}&count=1000`;
		const { data } = await this.workflow.history('GET', path);
		const rows: Array<{ activityId: string }> = data._embedded['historic-activity-instances'];
		const before = this.seen.get(model) ?? [];
		this.seen.set(model, new Set([...before, ...rows.map(({ activityId }) => activityId)]));
	}

	private async take(id: string, step: Step): Promise<void> {
		const [task, outcome, fields = {}] = step;
		if (outcome === 'passed') return;
		expect(await this.waitsAt(id)).toBe(task);
		if (!isAnswered(step)) return;
		const [{ id: taskId }] = await this.workflow.tasks(id);
		await this.workflow.api('POST', `/tasks/${taskId}`, { action: 'claim', assignee: MANAGER });
		const { status, data } = await this.workflow.api('POST', `/tasks/${taskId}`, {
			action: 'complete',
			outcome,
			variables: Object.entries(fields).map(([name, value]) => ({ name, value })),
		});
		if (status !== 204) throw new Error(`${task}, ${outcome}: ${JSON.stringify(data)}`);
	}
}
