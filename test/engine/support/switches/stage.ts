/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { PublishedTrigger } from '../publishedTrigger';
import type { World } from '../world';

/** The services, the nodes of this package before them, and the triggers that a case publishes. */
export class Stage {
	private triggers: PublishedTrigger[] = [];

	constructor(readonly world: World) {}

	/** Runs one node over its items and gives what each became, an error included. */
	async run(
		node: string,
		parameters: INodeParameters,
		{ items = [{}], onError }: { items?: IDataObject[]; onError?: OnError } = {},
	): Promise<{ items: IDataObject[]; error?: string }> {
		const credentials = this.world.credentials(node);
		const { outputs, error } = await this.world.engine.run({ node, parameters, items, onError, credentials });
		return { items: outputs.flat().map(({ json }) => json), ...(error && { error: error.message }) };
	}

	/** The items of a run that must succeed. */
	async all(node: string, parameters: INodeParameters): Promise<IDataObject[]> {
		const { items, error } = await this.run(node, parameters);
		if (error !== undefined) throw new Error(error);
		return items;
	}

	/** The first item of a run that must succeed. */
	async must(node: string, parameters: INodeParameters): Promise<IDataObject> {
		return (await this.all(node, parameters))[0];
	}

	/** A trigger that has begun to poll but is not published. @param credential what differs from the good one */
	async trigger(
		node: string,
		parameters: INodeParameters,
		credential: ICredentialDataDecryptedObject = {},
	): Promise<PublishedTrigger> {
		const credentials = Object.fromEntries(
			Object.entries(this.world.credentials(node)).map(([type, data]) => [type, { ...data, ...credential }]),
		);
		const trigger = await PublishedTrigger.open({ node, parameters, credentials });
		this.triggers.push(trigger);
		await trigger.poll();
		return trigger;
	}

	/** Asks a control of the sandbox. */
	async control(path: string, body: object = {}): Promise<IDataObject> {
		return (await this.world.control().post(path, body)).data;
	}

	/** Lets the sandbox's time pass. */
	async pass(advanceMs: number): Promise<void> {
		await this.control('/clock', { advanceMs });
	}

	/** What the services were asked: method and path. */
	asked(): string[] {
		return this.world.sandbox.context.exchanges.list().map(({ method, url }) => `${method} ${url}`);
	}

	/** Resolves when it holds. Without a deadline: the test has one. */
	async until(holds: () => boolean | Promise<boolean>): Promise<void> {
		while (!(await holds())) await sleep(5);
	}

	/** Everything as at the beginning. */
	async clear(): Promise<void> {
		await Promise.all(this.triggers.map(async (trigger) => await trigger.close()));
		this.triggers = [];
		await this.world.reset();
	}
}
