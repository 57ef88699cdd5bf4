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
	/** @param passed is waited for after each answer */
	constructor(
		functions: IPollFunctions,
		private readonly model: ServiceModel,
		private readonly passed: () => Promise<void>,
	) {
		super(functions);
	}

	override async request({ base, path, query }: WorkflowRequest): Promise<Reply> {
		const answer = this.model.answer(base, path, { ...query });
		await this.passed();
		if (answer) return answer;
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

/** How a look goes. */
interface Course {
	/** After how many requests its time to read is up, and after how many items more that to tell. */
	requests?: number;
	items?: number;
	/** What happens beside it, after so many requests and items. */
	after?: number;
	meanwhile?(): Promise<void>;
}

/** A published trigger. n8n writes its static data down when it is published and when a poll gives items; a restart goes back to that. */
export class Watcher {
	readonly told: IDataObject[] = [];

	private data: IDataObject = {};

	private saved = '{}';

	private readonly functions: IPollFunctions;

	private parameters: IDataObject = {};

	constructor(
		private readonly model: ServiceModel,
		private readonly event: string,
	) {
		this.functions = mock<IPollFunctions>({ getNode: () => NODE });
		Reflect.set(
			this.functions,
			'getNodeParameter',
			(name: string, fallback?: unknown) => ({ event: this.event, ...this.parameters })[name] ?? fallback,
		);
		Reflect.set(this.functions, 'getTimezone', () => 'utc');
	}

	/** @param parameters beside the event */
	async publish(parameters: IDataObject, course?: Course): Promise<void> {
		this.parameters = parameters;
		await this.poll(course);
		this.saved = JSON.stringify(this.data);
	}

	/** @returns how many events it told */
	async poll(course: Course = {}): Promise<number> {
		const { requests = Infinity, items: most = Infinity, after = Infinity } = course;
		let { meanwhile } = course;
		let done = 0;
		// Each request and each item takes a moment of our time.
		const passed = async () => {
			done += 1;
			this.model.spentMs += 1;
			if (done > after) await elapse();
		};
		const elapse = async () => {
			const happening = meanwhile;
			meanwhile = undefined;
			await happening?.();
		};
		const now = Date.now();
		const told = await look({
			client: new ModelClient(this.functions, this.model, passed),
			settings: readSettings(this.functions),
			kept: this.data,
			readUntil: now + requests,
			stopAt: now + requests + most,
			item: async (subject) => {
				await passed();
				return toldOf(subject);
			},
		});
		this.told.push(...told);
		if (told.length) this.saved = JSON.stringify(this.data);
		await elapse();
		return told.length;
	}

	restart(): void {
		this.data = JSON.parse(this.saved);
	}
}
