import { createHmac } from 'crypto';
import { mock } from 'jest-mock-extended';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	INodeCredentials,
	INodeExecutionData,
	IPollFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { hookSecret } from '../../../nodes/BigCommerce/trigger/hookSecret';
import { receive } from '../../../nodes/BigCommerce/trigger/receive';
import { CREDENTIAL, NODE } from './node';
import { answering, type ServiceDouble } from './serviceDouble';

export const DESTINATION = 'https://n8n.example.com/webhook/w1/webhook';
export const TEST_DESTINATION = 'https://n8n.example.com/webhook-test/w1/webhook';
export const CLIENT_SECRET = 'invented-client-secret';
export const SIGNING = { ...CREDENTIAL, clientSecret: CLIENT_SECRET };

export interface TriggerOptions {
	service?: ServiceDouble;
	/** What the user entered; the rest are the defaults. */
	parameters?: IDataObject;
	credential?: ICredentialDataDecryptedObject;
	/** Those that are chosen in the node beside it. */
	credentials?: INodeCredentials;
	mode?: 'manual' | 'trigger' | 'webhook';
	/** Webhook and poll of one trigger share it; what is remembered is kept by it. */
	workflowId?: string;
	destination?: string;
}

let workflows = 0;

/** Another workflow for each test: the memory of deliveries lives as long as the process. */
export const newWorkflow = (): string => `workflow-${(workflows += 1)}`;

const parameter =
	(parameters: IDataObject) =>
	(name: string, fallback?: NodeParameterValueType | object): NodeParameterValueType | object =>
		({ scopes: ['store/order/created', 'store/order/statusUpdated'], ...parameters })[name] ?? fallback ?? '';

const common = ({ mode = 'trigger', workflowId = newWorkflow(), credentials }: TriggerOptions) => ({
	getNode: () => ({ ...NODE, credentials }),
	getMode: () => mode,
	getWorkflow: () => ({ id: workflowId, name: 'Tested', active: true }),
});

/** n8n's functions while a workflow is published, unpublished, or a test begins to listen. */
export function hookFunctions(options: TriggerOptions & { staticData?: IDataObject } = {}): IHookFunctions {
	const { service = answering({}), parameters = {}, credential = CREDENTIAL, staticData = {} } = options;
	const functions = mock<IHookFunctions>({
		...common(options),
		getWorkflowStaticData: () => staticData,
		helpers: mock<IHookFunctions['helpers']>(),
	});
	functions.getNodeWebhookUrl.mockReturnValue(options.destination ?? DESTINATION);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(parameter(parameters));
	return functions;
}

export interface PollOptions extends TriggerOptions {
	staticData?: IDataObject;
	/** As newer n8n tells it, in ms; older versions do not have the function. */
	budgetMs?: number;
}

/** n8n's functions for polls of one trigger. */
export function storePollFunctions(options: PollOptions = {}): IPollFunctions {
	const { service = answering({}), parameters = {}, credential = CREDENTIAL, staticData = {} } = options;
	const functions = mock<IPollFunctions>({
		...common(options),
		getWorkflowStaticData: () => staticData,
		logger: mock<IPollFunctions['logger']>(),
		helpers: mock<IPollFunctions['helpers']>(),
	});
	const { budgetMs } = options;
	Reflect.set(functions, 'getPollBudgetMs', budgetMs === undefined ? undefined : () => budgetMs);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(parameter(parameters));
	return functions;
}

/** When every event happened, in Unix seconds: just now, and the same in each copy. */
const NOW = Math.floor(Date.now() / 1000);

/** The body of an event about one order, as BigCommerce sends it (reference 12.2). */
export const event = (scope = 'store/order/created', more: IDataObject = {}): IDataObject => ({
	scope,
	store_id: '1025646',
	producer: 'stores/abc123',
	created_at: NOW,
	hash: '7ee67cd1cf2ca60bc1aa9e5fe957d2de373be4ca',
	data: { type: 'order', id: 7 },
	...more,
});

/** The three headers of the Standard Webhooks scheme, made as its specification says. */
export const signed = (
	rawBody: string,
	{ id = 'msg_1', secret = CLIENT_SECRET, seconds = Math.floor(Date.now() / 1000) } = {},
): Record<string, string> => ({
	'webhook-id': id,
	'webhook-timestamp': String(seconds),
	'webhook-signature': `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${rawBody}`).digest('base64')}`,
});

export interface Call extends TriggerOptions {
	/** The copy of the static data that n8n gives a delivery. */
	staticData?: IDataObject;
	/** Anything that could lie on the wire as JSON. */
	body?: IDataObject | null;
	/** The bytes on the wire; those of the body when left out. */
	rawBody?: string;
	/** Beside the right secret; undefined takes one away. */
	headers?: Record<string, string | undefined>;
}

export interface Received {
	result: IWebhookResponseData;
	/** What the sender got by hand; undefined when n8n answers. */
	status?: number;
	/** The items that the workflow runs with; empty when it does not run. */
	items: IDataObject[];
}

/** n8n's functions for one call to the webhook address, and the status that is answered by hand. */
export function webhookFunctions({ body = event(), headers = {}, ...options }: Call = {}) {
	const { service = answering({}), parameters = {}, credential = CREDENTIAL } = options;
	const rawBody = options.rawBody ?? JSON.stringify(body);
	const request = mock<ReturnType<IWebhookFunctions['getRequestObject']>>();
	Reflect.set(request, 'rawBody', Buffer.from(rawBody));
	const response = mock<ReturnType<IWebhookFunctions['getResponseObject']>>();
	response.status.mockReturnValue(response);
	const { staticData = {} } = options;
	const functions = mock<IWebhookFunctions>({
		...common({ mode: 'webhook', ...options }),
		getWorkflowStaticData: () => staticData,
		helpers: mock<IWebhookFunctions['helpers']>(),
	});
	const destination = options.destination ?? DESTINATION;
	functions.getNodeWebhookUrl.mockReturnValue(destination);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(parameter(parameters));
	functions.getBodyData.mockReturnValue(body ?? {});
	functions.getHeaderData.mockReturnValue({
		'x-webhook-secret': hookSecret(String(credential.accessToken), destination),
		...headers,
	});
	functions.getRequestObject.mockReturnValue(request);
	functions.getResponseObject.mockReturnValue(response);
	return { functions, status: () => response.status.mock.calls.at(0)?.[0] };
}

export const jsonOf = (items: INodeExecutionData[][] | null | undefined): IDataObject[] =>
	(items ?? []).flat().map(({ json }) => json);

/** Hands one call to the trigger. */
export async function receiveCall(call: Call = {}): Promise<Received> {
	const { functions, status } = webhookFunctions(call);
	const result = await receive(functions);
	return { result, status: status(), items: jsonOf(result.workflowData) };
}
