import { NodeApiError, type IDataObject, type IPollFunctions } from 'n8n-workflow';
import { mock } from 'jest-mock-extended';
import { look } from '../../../../nodes/OpenTextWorkflow/trigger/look';
import { readSettings } from '../../../../nodes/OpenTextWorkflow/trigger/settings';
import {
	WorkflowClient,
	type WorkflowRequest,
} from '../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import type { Subject } from '../../../../nodes/OpenTextWorkflow/trigger/events';
import type { Reply } from '../../../../nodes/shared/send';
import { NODE } from '../node';
import type { ServiceModel } from './serviceModel';

/** The real client, whose requests the model answers without a wire. */
class ModelClient extends WorkflowClient {
	constructor(
		functions: IPollFunctions,
		private readonly model: ServiceModel,
	) {
		super(functions);
	}

	override async request({ base, path, query }: WorkflowRequest): Promise<Reply> {
		const answer = this.model.answer(base, path, { ...query });
		if (answer) return await Promise.resolve(answer);
		throw new NodeApiError(NODE, { message: 'sort' }, { httpCode: '400' });
	}

	protected override async place() {
		return await Promise.resolve({ address: 'https://model.example.com', tenantId: 't', ownOnly: false });
	}
}

const idOf = (of: Subject): string => ('task' in of ? of.task.id : of.case.id);

/** What is told of an event: what it is recognised by in these tests. */
const toldOf = (of: Subject): IDataObject => ({
	id: idOf(of),
	...('task' in of && { who: of.task.assignee ?? null, claimed: of.task.claimTime, due: of.task.dueDate }),
});

/** A published trigger. n8n writes its static data down when it is published and when a poll gives items; a restart goes back to that. */
export class Watcher {
	readonly told: IDataObject[] = [];

	private data: IDataObject = {};

	private saved = '{}';

	private readonly functions: IPollFunctions;

	constructor(
		private readonly model: ServiceModel,
		parameters: IDataObject,
	) {
		this.functions = mock<IPollFunctions>({ getNode: () => NODE });
		Reflect.set(
			this.functions,
			'getNodeParameter',
			(name: string, fallback?: unknown) => parameters[name] ?? fallback,
		);
		Reflect.set(this.functions, 'getTimezone', () => 'utc');
	}

	async publish(): Promise<void> {
		await this.poll();
		this.saved = JSON.stringify(this.data);
	}

	async poll(): Promise<number> {
		const items = await look({
			client: new ModelClient(this.functions, this.model),
			settings: readSettings(this.functions),
			kept: this.data,
			readUntil: Infinity,
			stopAt: Infinity,
			item: async (subject) => await Promise.resolve(toldOf(subject)),
		});
		this.told.push(...items);
		if (items.length) this.saved = JSON.stringify(this.data);
		return items.length;
	}

	restart(): void {
		this.data = JSON.parse(this.saved);
	}
}
