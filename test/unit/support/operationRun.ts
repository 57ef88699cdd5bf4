/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks jest's clock whether it stands still; never inside n8n */
import omitBy from 'lodash/omitBy';
import { NodeHelpers, type IDataObject, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { BigCommerce } from '../../../nodes/BigCommerce/BigCommerce.node';
import { executeFunctions } from './contexts';
import { NODE } from './node';
import { answering } from './serviceDouble';
import { threeItemsOf, type NodeRun } from './threeItems';
import { passTime } from './time';

const { description } = new BigCommerce();

/** The workflow that every run belongs to. */
export const WORKFLOW_ID = 'workflow-of-operations';

/** The parameters as n8n hands them to a run: what was entered, and the defaults of every field that is shown; one that is an expression comes to nothing here. */
function withDefaults(entered: INodeParameters): IDataObject {
	const all = NodeHelpers.getNodeParameters(description.properties, entered, true, false, NODE, description);
	return omitBy({ ...all }, (value) => typeof value === 'string' && value.startsWith('={{'));
}

/** Runs one operation of the BigCommerce node over its items and gives its output items. */
export async function runOperation({
	resource,
	operation,
	items = [{}],
	service = answering({}),
	...options
}: NodeRun): Promise<INodeExecutionData[]> {
	const functions = executeFunctions({
		items: items.map((entered) => withDefaults({ resource, operation, ...entered })),
		service,
		...options,
	});
	Object.assign(functions, { getWorkflow: () => ({ id: WORKFLOW_ID, name: 'Tested', active: false }) });
	const [output] = await new BigCommerce().execute.call(functions);
	return output;
}

const isTimeFaked = () => 'clock' in setTimeout;

/** Reads that begin together wait for what the first one learns of the quota, so that a clock that stands still has to go on. */
export const describeThreeItems = threeItemsOf(async (run) =>
	isTimeFaked() ? (await passTime(async () => await runOperation(run))).result : await runOperation(run),
);

/** An order chosen by its number. */
export const byId = (id: string | number) => ({ orderId: { __rl: true, mode: 'id', value: id } });
