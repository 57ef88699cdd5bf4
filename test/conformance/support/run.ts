import type { IBinaryKeyData, IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { leap } from '../../engine/support/leapingTime';
import type { NodeRun, NodeRunResult } from '../../engine/support/engine';
import type { World } from '../../engine/support/world';
import type { Exchange } from '../../sandbox/core/exchanges';
import { joined } from './joined';
import type { OperationCase } from './operationCase';
import type { Service } from './service';
import type { Walked } from './walked';

/** A run with all that was sent for it. */
export interface Ran extends NodeRunResult {
	/** What was entered, by item. */
	entered: INodeParameters[];
	/** What the expressions of the node found in each item. */
	items: NodeRun['items'] & object;
	/** Without the sign-ins. */
	sent: Exchange[];
}

interface More extends Pick<NodeRun, 'onError'>, Partial<Pick<NodeRun, 'credentials'>> {
	/** What every item holds besides. */
	item?: IDataObject;
}

/** What is entered: changes of what was prepared, or something made of it. */
export type Entering = INodeParameters | ((prepared: INodeParameters) => INodeParameters);

const isRead = ({ method }: Exchange) => method === 'GET' || method === 'HEAD';

const isSignIn = ({ url }: Exchange) => url.includes('/oauth2/token');

/** Runs one operation in a fresh sandbox. Waits are leapt over. */
export class Runner {
	constructor(
		private readonly world: World,
		private readonly service: Service,
		private readonly walked: Walked,
		private readonly entry: OperationCase,
	) {}

	/** Over three items of which the second is wrong. */
	async three(onError?: OnError, more: More = {}): Promise<Ran> {
		const { wrong } = this.entry;
		return await this.run([{}, wrong, {}], { ...more, onError });
	}

	/** Over one item. @param changes of what is entered */
	async one(changes: Entering = {}, more: More = {}): Promise<Ran> {
		return await this.run([changes], more);
	}

	/** The requests that change something. */
	writes(sent: readonly Exchange[]): Exchange[] {
		const { queries } = this.service;
		return sent.filter((one) => !isRead(one) && !queries?.test(`${one.method} ${one.url}`));
	}

	private async run(changes: readonly Entering[], { item, ...more }: More): Promise<Ran> {
		const { world, entry, walked } = this;
		const { node, resource, operation } = walked;
		await world.reset();
		const entered: INodeParameters[] = [];
		const binaries: IBinaryKeyData[] = [];
		for (const [at, changed] of changes.entries()) {
			const prepared = await leap(async () => await entry.prepare(world, at + 1));
			if (entry.files) binaries.push(await leap(async () => (await entry.files?.(world, at + 1)) ?? {}));
			entered.push(typeof changed === 'function' ? changed(prepared) : { ...prepared, ...changed });
		}
		const { parameters, items } = joined(entered);
		world.sandbox.context.exchanges.clear();
		const result = await leap(
			async () =>
				await world.engine.run({
					node,
					parameters: { ...parameters, resource, operation },
					items: items.map((own) => ({ ...own, ...item })),
					...(binaries.length > 0 && { binaries }),
					credentials: world.credentials(node),
					...more,
				}),
		);
		const sent = world.sandbox.context.exchanges
			.list()
			.filter(({ service }) => [this.service.name].flat().some((name) => name === service))
			.filter((exchange) => !isSignIn(exchange));
		return { ...result, entered, items, sent };
	}
}
