import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { starting } from '../../conformance/cases/OpenTextWorkflow/support';
import { Gate } from './gate';
import { leap } from './leapingTime';
import { anotherName } from './signatures';
import type { World } from './world';

export const NODE = 'openTextWorkflow';

/** Workflow Service behind a gate, so that something can happen to the sign-in between two requests of one run. */
export class TokenWorld {
	/** What stands in the credential, apart from what n8n keeps in it. */
	private readonly entered: ICredentialDataDecryptedObject;

	private constructor(
		readonly world: World,
		readonly gate: Gate,
	) {
		const { openTextWorkflowApi } = world.credentials(NODE);
		this.entered = { ...openTextWorkflowApi, host: anotherName(`${gate.url}/opentext`) };
	}

	/** Each has an address of its own, so that it has no token of another test. */
	static async open(world: World): Promise<TokenWorld> {
		return new TokenWorld(world, await Gate.open(world.sandbox.url));
	}

	/** A credential as n8n hands it to one execution. @param more what differs from the good one */
	credentials(more: ICredentialDataDecryptedObject = {}) {
		return { openTextWorkflowApi: { ...this.entered, ...more } };
	}

	/** Runs the node over so many items. Waits are leapt over. */
	async run(parameters: INodeParameters, count = 1, credentials = this.credentials()) {
		const items = Array.from({ length: count }, (_entry, nth) => ({ nth }));
		const run = { node: NODE, parameters, items, credentials };
		return await leap(async () => await this.world.engine.run(run));
	}

	async must(parameters: INodeParameters) {
		const { outputs, error } = await this.run(parameters);
		if (error) throw error;
		return outputs[0][0].json;
	}

	/** A running case, as what reads it. */
	async reading(): Promise<INodeParameters> {
		const { caseId } = await this.must({ resource: 'case', operation: 'start', ...starting(1) });
		return { resource: 'case', operation: 'get', caseId: String(caseId) };
	}

	/** Something happens before the next request of a kind is passed on. */
	before(method: string, url: RegExp, work: () => Promise<unknown>, spares = 0): void {
		let met = 0;
		this.gate.reset(async (_number, asked) => {
			if (asked.method !== method || !url.test(String(asked.url))) return;
			met += 1;
			if (met === spares + 1) await work();
		});
	}

	async control(path: string, body: object = {}): Promise<void> {
		await this.world.control().post(path, body);
	}

	/** How the service answers everything of a kind from now on. */
	async answers(path: string, status: number, body: object): Promise<void> {
		await this.control('/faults', { service: 'workflow', kind: 'status', path, status, body, times: 99 });
	}

	/** The statuses with which requests were answered. */
	answered(method: string, url: RegExp): number[] {
		return this.world.sandbox.context.exchanges
			.list({ service: 'workflow' })
			.filter((exchange) => exchange.method === method && url.test(exchange.url))
			.map(({ status }) => status);
	}

	/** How many tokens were asked for. */
	get tokens(): number {
		return this.answered('POST', /\/oauth2\/token$/).length;
	}
}
