import { mock } from 'jest-mock-extended';
import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeParameters,
	type IPollFunctions,
	type NodeParameterValueType,
} from 'n8n-workflow';
import get from 'lodash/get';
import { OpenTextWorkflow } from '../../../nodes/OpenTextWorkflow/OpenTextWorkflow.node';
import { OpenTextWorkflowTrigger } from '../../../nodes/OpenTextWorkflow/OpenTextWorkflowTrigger.node';
import { executeFunctions } from './contexts';
import { NODE } from './node';
import { answering, ok, type Answer, type ServiceDouble } from './serviceDouble';
import { threeItemsOf, type NodeRun } from './threeItems';
import { passTime } from './time';

export const RUNTIME = '/workflow/v1';
export const HISTORY = '/workflow-history/v1';

/** Another tenant for each call: the pace is kept by tenant, and one test must not wait for another. */
let tenants = 0;

export const tenantCredential = (): ICredentialDataDecryptedObject => {
	tenants += 1;
	return {
		host: 'https://gateway.example.com',
		tenantId: `tenant-${tenants}`,
		currentSubscriptionOnly: true,
	};
};

/** A case, picked by what its starter called it. */
export const byBusinessKey = (value: string): INodeParameters => ({
	caseId: { __rl: true, mode: 'businessKey', value },
});

/** One page of a list (reference 3.2): `_embedded` is missing when nothing matched. */
export const hal = (
	rows: IDataObject[],
	totalElements = rows.length,
	headers?: Record<string, string>,
): Answer => ({
	status: 200,
	body: { ...(rows.length && { _embedded: { rows } }), _links: {}, page: { totalElements } },
	headers,
});

/** A refusal in the service's own words (reference 3.7). */
export const refused = (status: number, exception: string): Answer => ({
	status,
	body: { message: 'Refused', exception },
});

export const NO_CASE = refused(404, 'Could not find a process instance.');

export const NO_TASK = refused(404, 'Could not find a task.');

/** A running case as the runtime tells it. */
export const running = (id: string, businessKey: string, more: IDataObject = {}): IDataObject => ({
	id,
	businessKey,
	name: `Case ${id}`,
	processDefinitionKey: 'order_risk_review',
	startTime: '2026-11-22T10:00:00.000+0000',
	startUserId: 'app',
	suspended: false,
	ended: false,
	...more,
});

/** An ended case as the history tells it. */
export const ended = (id: string, businessKey: string, more: IDataObject = {}): IDataObject => ({
	id,
	businessKey,
	name: `Case ${id}`,
	processDefinitionId: 'order_risk_review:1:1f2e',
	startTime: '2026-11-22T10:00:00.000Z',
	endTime: '2026-11-22T11:00:00.000Z',
	endActivityId: 'endApproved',
	...more,
});

export const openTask = (id: string, more: IDataObject = {}): IDataObject => ({
	id,
	name: 'Review Order',
	taskDefinitionKey: 'reviewOrder',
	processInstanceId: 'c1',
	assignee: null,
	priority: 50,
	createTime: '2026-11-22T10:00:00.000+0000',
	suspended: false,
	delegationState: null,
	...more,
});

export const endedTask = (id: string, more: IDataObject = {}): IDataObject => ({
	id,
	name: 'Review Order',
	taskDefinitionKey: 'reviewOrder',
	processInstanceId: 'c1',
	assignee: 'rita.reviewer@example.com',
	startTime: '2026-11-22T10:00:00.000Z',
	endTime: '2026-11-22T10:30:00.000Z',
	deleteReason: null,
	...more,
});

const { description } = new OpenTextWorkflow();

const withDefaults = (entered: INodeParameters): IDataObject => ({
	...NodeHelpers.getNodeParameters(description.properties, entered, true, false, NODE, description),
});

export interface WorkflowRun extends NodeRun {
	/** Prepares n8n's functions, for example with a resume address. */
	prepare?: (functions: jest.Mocked<IExecuteFunctions>) => void;
}

/** Runs one operation over its items, with the waits of pace and retries skipped, and gives every output. Needs `jest.useFakeTimers()`. */
export async function runWorkflowOutputs({
	resource,
	operation,
	items = [{}],
	service = answering({}),
	credential = tenantCredential(),
	continueOnFail,
	prepare,
}: WorkflowRun): Promise<INodeExecutionData[][]> {
	const functions = executeFunctions({
		items: items.map((entered) => withDefaults({ resource, operation, ...entered })),
		service,
		credential,
		continueOnFail,
	});
	prepare?.(jest.mocked(functions));
	const { result } = await passTime(async () => await new OpenTextWorkflow().execute.call(functions));
	return result;
}

/** As `runWorkflowOutputs`, for operations that have one output. */
export const runWorkflow = async (run: NodeRun): Promise<INodeExecutionData[]> =>
	(await runWorkflowOutputs(run))[0];

export const describeThreeWorkflowItems = threeItemsOf(runWorkflow);

export interface PollOptions {
	parameters?: IDataObject;
	staticData?: IDataObject;
	mode?: 'manual' | 'trigger';
	credential?: ICredentialDataDecryptedObject;
	/** As newer n8n tells it, in ms; older versions do not have the function. */
	budgetMs?: number;
}

/** n8n's functions for polls of one trigger. */
export function pollFunctions(
	service: ServiceDouble,
	{
		parameters = {},
		staticData = {},
		mode = 'trigger',
		credential = tenantCredential(),
		budgetMs,
	}: PollOptions = {},
): IPollFunctions {
	const functions = mock<IPollFunctions>({
		getNode: () => NODE,
		getMode: () => mode,
		getWorkflowStaticData: () => staticData,
		helpers: mock<IPollFunctions['helpers']>(),
		logger: mock<IPollFunctions['logger']>(),
	});
	Reflect.set(functions, 'getPollBudgetMs', budgetMs === undefined ? undefined : () => budgetMs);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(
		(name: string, fallback?: NodeParameterValueType | object): NodeParameterValueType | object =>
			get(parameters, name) ?? fallback ?? '',
	);
	return functions;
}

/** Polls once, with waits skipped, and gives the items. Needs `jest.useFakeTimers()`. */
export async function pollOnce(functions: IPollFunctions): Promise<IDataObject[] | null> {
	const { result } = await passTime(async () => await new OpenTextWorkflowTrigger().poll.call(functions));
	return result && result[0].map(({ json }) => json);
}

export { ok };
