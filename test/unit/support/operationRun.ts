import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';
import { BigCommerce } from '../../../nodes/BigCommerce/BigCommerce.node';
import { executeFunctions } from './contexts';
import { NODE } from './node';
import { answering, type ServiceDouble } from './serviceDouble';

export interface OperationRun {
	resource: string;
	operation: string;
	/** What a user entered for each item; the rest are the defaults of the editor. */
	items?: INodeParameters[];
	service?: ServiceDouble;
	continueOnFail?: boolean;
	credential?: ICredentialDataDecryptedObject;
}

const { description } = new BigCommerce();

/** The parameters as n8n hands them to a run: what was entered, and the defaults of every field that is shown. */
const withDefaults = (entered: INodeParameters): IDataObject => ({
	...NodeHelpers.getNodeParameters(description.properties, entered, true, false, NODE, description),
});

/** Runs one operation of the BigCommerce node over its items and gives its output items. */
export async function runOperation({
	resource,
	operation,
	items = [{}],
	service = answering({}),
	...options
}: OperationRun): Promise<INodeExecutionData[]> {
	const functions = executeFunctions({
		items: items.map((entered) => withDefaults({ resource, operation, ...entered })),
		service,
		...options,
	});
	const [output] = await new BigCommerce().execute.call(functions);
	return output;
}

export interface ThreeItems extends Omit<OperationRun, 'items' | 'service' | 'continueOnFail'> {
	/** Three items with different values, of which the second goes wrong. */
	items: [INodeParameters, INodeParameters, INodeParameters];
	/** A fresh service for each run. */
	service: () => ServiceDouble;
	/** What the first and the third item become. */
	outputs: [IDataObject, IDataObject];
	/** What is said of the second. */
	refusal: string;
}

/** The rules that hold for every operation: own values per item, pairing, going on or stopping at an item that goes wrong. */
export function describeThreeItems({ outputs, refusal, service, ...run }: ThreeItems): void {
	describe('over three items of which the second goes wrong', () => {
		it('gives each item its own result, in order and paired, with Continue On Fail', async () => {
			const output = await runOperation({ ...run, service: service(), continueOnFail: true });
			expect(output).toMatchObject([
				{ json: outputs[0], pairedItem: { item: 0 } },
				{ json: { error: refusal }, pairedItem: { item: 1 } },
				{ json: outputs[1], pairedItem: { item: 2 } },
			]);
		});

		it('stops at the second without it, and sends nothing for the third', async () => {
			const stopped = service();
			const whole = service();
			await runOperation({ ...run, service: whole, continueOnFail: true });
			await expect(runOperation({ ...run, service: stopped })).rejects.toMatchObject({
				message: refusal,
				context: { itemIndex: 1 },
			});
			expect(stopped.lines).toEqual(whole.lines.slice(0, stopped.lines.length));
			expect(stopped.lines.length).toBeLessThan(whole.lines.length);
		});
	});
}

/** An order chosen by its number. */
export const byId = (id: string | number) => ({ orderId: { __rl: true, mode: 'id', value: id } });
