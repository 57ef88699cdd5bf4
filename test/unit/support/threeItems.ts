import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { sourceNodes, sourceResources } from './nodes';
import type { ServiceDouble } from './serviceDouble';

/** One run of one operation of an action node. */
export interface NodeRun {
	resource: string;
	operation: string;
	/** What a user entered for each item; the rest are the defaults of the editor. */
	items?: INodeParameters[];
	service?: ServiceDouble;
	continueOnFail?: boolean;
	credential?: ICredentialDataDecryptedObject;
}

export interface ThreeItems extends Omit<NodeRun, 'items' | 'service' | 'continueOnFail'> {
	/** Three items with different values, of which the second goes wrong. */
	items: [INodeParameters, INodeParameters, INodeParameters];
	/** A fresh service for each run. */
	service: () => ServiceDouble;
	/** What the first and the third item become. */
	outputs: [IDataObject, IDataObject];
	/** What is said of the second. */
	refusal: string;
}

/** Reads run side by side, so that the third has begun before the second goes wrong; what has not begun is in the router's own tests. */
const readsOnly = ({ resource, operation }: Pick<NodeRun, 'resource' | 'operation'>): boolean =>
	sourceNodes()
		.flatMap(sourceResources)
		.find(({ option }) => option.value === resource)?.operations[operation].effect === 'read';

/**
 * The rules that hold for every operation of every action node: own values per item, pairing, going on or stopping at an item that goes wrong.
 *
 * @param execute runs an operation of the node
 */
export const threeItemsOf =
	(execute: (run: NodeRun) => Promise<INodeExecutionData[]>) =>
	({ outputs, refusal, service, ...run }: ThreeItems): void => {
		describe('over three items of which the second goes wrong', () => {
			it('gives each item its own result, in order and paired, with Continue On Fail', async () => {
				const output = await execute({ ...run, service: service(), continueOnFail: true });
				expect(output).toMatchObject([
					{ json: outputs[0], pairedItem: { item: 0 } },
					{ json: { error: refusal }, pairedItem: { item: 1 } },
					{ json: outputs[1], pairedItem: { item: 2 } },
				]);
			});

			const stop = async () => {
				const stopped = service();
				await expect(execute({ ...run, service: stopped })).rejects.toMatchObject({
					message: refusal,
					context: { itemIndex: 1 },
				});
				return stopped.lines;
			};

			if (readsOnly(run)) {
				it('stops with the second without it', async () => {
					await stop();
				});
				return;
			}

			it('stops at the second without it, and sends nothing for the third', async () => {
				const whole = service();
				await execute({ ...run, service: whole, continueOnFail: true });
				const sent = await stop();
				expect(sent).toEqual(whole.lines.slice(0, sent.length));
				expect(sent.length).toBeLessThan(whole.lines.length);
			});
		});
	};
