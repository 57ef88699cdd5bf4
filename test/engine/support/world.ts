import axios from 'axios';
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
} from 'n8n-workflow';
import { z } from 'zod';
import { sandboxCredentials } from '../../e2e/harness/sandboxCredentials';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Engine, type NodeRunResult } from './engine';
import { signatureControl } from './signatures';

/** Of a store and of its B2B Edition. */
const BOTH_HALVES = ['bigCommerceApi', 'bigCommerceB2bApi'];

/** The credentials that each node signs in with. */
const CREDENTIALS_OF: Readonly<Record<string, readonly string[]>> = {
	bigCommerce: ['bigCommerceApi'],
	bigCommerceB2b: BOTH_HALVES,
	bigCommerceTrigger: ['bigCommerceApi'],
	openTextCoreSignature: ['openTextCoreSignatureApi'],
	openTextCoreSignatureTrigger: ['openTextCoreSignatureApi'],
	openTextDecision: [...BOTH_HALVES, 'openTextCoreSignatureApi', 'openTextWorkflowApi'],
	openTextDecisionTrigger: [...BOTH_HALVES, 'openTextCoreSignatureApi', 'openTextWorkflowApi'],
	openTextWorkflow: ['openTextWorkflowApi'],
	openTextWorkflowTrigger: ['openTextWorkflowApi'],
};

const identified = z.object({ id: z.number() });

/** The three services in one sandbox, and n8n's engine with the built package before them. */
export class World {
	private opened: { sandbox: Sandbox; engine: Engine } | undefined;

	static async open(): Promise<World> {
		const world = new World();
		await world.open();
		return world;
	}

	/** Starts it; after {@link close} anew, with nothing of what was. */
	async open(): Promise<void> {
		this.opened = { sandbox: await startSandbox(), engine: await Engine.start() };
	}

	get sandbox(): Sandbox {
		return this.whileOpen.sandbox;
	}

	get engine(): Engine {
		return this.whileOpen.engine;
	}

	private get whileOpen() {
		if (!this.opened) throw new Error('The world is not open: only hooks and tests may touch it');
		return this.opened;
	}

	/** What opens the sandbox for a node, by credential type. */
	credentials(node: string): Record<string, ICredentialDataDecryptedObject> {
		const types = CREDENTIALS_OF[node] ?? [];
		const known = sandboxCredentials(this.sandbox.url).filter(({ type }) => types.includes(type));
		if (!known.length) throw new Error(`No credential is known for node "${node}"`);
		return Object.fromEntries(known.map(({ type, data }) => [type, data]));
	}

	/** Runs one node over one item. */
	async run(node: string, parameters: INodeParameters, binary?: IBinaryKeyData): Promise<NodeRunResult> {
		return await this.engine.run({
			node,
			parameters,
			credentials: this.credentials(node),
			...(binary && { binaries: [binary] }),
		});
	}

	/** Runs one node that must succeed, and gives its first output item. */
	async must(node: string, parameters: INodeParameters): Promise<IDataObject> {
		const { outputs, error } = await this.run(node, parameters);
		if (error) throw error;
		return outputs.flat()[0].json;
	}

	/** Places an order as a shopper and gives its number. */
	async placeOrder(scenario = 'harmless', overrides: object = {}): Promise<number> {
		const { data } = await this.control().post('/bigcommerce/orders', { scenario, overrides });
		return identified.parse(data).id;
	}

	/** What happens at Core Signature from outside. */
	signatures() {
		return signatureControl(this.sandbox.url);
	}

	control() {
		return axios.create({ baseURL: `${this.sandbox.url}/_sandbox` });
	}

	async reset(): Promise<void> {
		const { status, data } = await this.control().post('/reset', undefined, { validateStatus: () => true });
		if (status !== 204) throw new Error(`The sandbox could not be reset: ${JSON.stringify(data)}`);
	}

	async close(): Promise<void> {
		const { opened } = this;
		this.opened = undefined;
		await opened?.sandbox.close();
	}
}
