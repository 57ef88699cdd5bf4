import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { sandboxCredentials } from '../../e2e/harness/sandboxCredentials';
import { about, Decisions, outputsOf } from './decisions';
import { effectsIn } from './effects';
import type { NodeRun } from './engine';
import { Gate } from './gate';
import { World } from './world';

/** More requests than one asking makes. */
export const MOST_REQUESTS = 60;

export const BY_SIGNATURE: INodeParameters = {
	askBy: 'signature',
	document: '<p>Order {{ orderNumber }}</p><p>[[s|buyer|r:1]]</p>',
	signers: { signer: [{ role: 'buyer', email: 'buyer@example.com', order: 1, required: true }] },
};

/** A question that one run asks through a gate, while others do what they do beside it. */
export class Beside {
	private constructor(
		readonly world: World,
		readonly decisions: Decisions,
		readonly gate: Gate,
	) {}

	static async open(): Promise<Beside> {
		const world = await World.open();
		return new Beside(world, new Decisions(world), await Gate.open(world.sandbox.url));
	}

	/** A run of Ask through the gate. */
	asking(id: number, more: INodeParameters): NodeRun {
		return this.through(this.decisions.asking(id, more));
	}

	/** A run of Finish through the gate. */
	finishing(linkKey: string, more: INodeParameters): NodeRun {
		return this.through({ resource: 'decision', operation: 'finish', linkKey, ...more });
	}

	/**
	 * Somebody does something to an order before a request of the run is passed on.
	 *
	 * @param at which request, counted from 1
	 * @returns what it met, once the run is over: the write of the order, or a request before or after it; undefined when there was no such request
	 */
	meeting(at: number, work: () => Promise<unknown>): () => 'write' | 'before' | 'after' | undefined {
		let meets: 'write' | 'before' | 'after' | undefined;
		let isWritten = false;
		this.gate.reset(async (number, { method, url }) => {
			const isWrite = method === 'PUT' && /\/v2\/orders\/\d+$/.test(String(url));
			if (number === at) {
				meets = isWrite ? 'write' : isWritten ? 'after' : 'before';
				await work();
			}
			isWritten ||= isWrite;
		});
		return () => meets;
	}

	/** A run of Withdraw through the gate. */
	withdrawing(id: number): NodeRun {
		return this.through({
			...{ resource: 'decision', operation: 'withdraw', purpose: 'risk-review' },
			...about(id),
		});
	}

	private through(parameters: INodeParameters): NodeRun {
		const credentials = sandboxCredentials(this.gate.url).map(({ type, data }) => [type, data]);
		return { node: 'openTextDecision', parameters, credentials: Object.fromEntries(credentials) };
	}

	async withdraw(id: number, askBy: string): Promise<IDataObject> {
		const what = { ...about(id), askBy, purpose: 'risk-review' };
		const parameters = { resource: 'decision', operation: 'withdraw', ...what };
		const [[item]] = outputsOf(await this.world.run('openTextDecision', parameters));
		return item;
	}

	/** How many people have a question in front of them. */
	running(): number {
		const { cases, endedCases, documents, endedDocuments } = effectsIn(this.world.sandbox);
		return cases - endedCases + documents - endedDocuments;
	}

	async close(): Promise<void> {
		await this.gate.close();
		await this.world.close();
	}
}
