import { mock } from 'jest-mock-extended';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	IPollFunctions,
	IWebhookFunctions,
	NodeParameterValueType,
} from 'n8n-workflow';
import { callbackSecret } from '../../../nodes/OpenTextCoreSignature/callbacks/address';
import { receive } from '../../../nodes/OpenTextCoreSignature/trigger/receive';
import { sweep } from '../../../nodes/OpenTextCoreSignature/trigger/sweep';
import type { ShownEvent } from './sandboxSignature';
import { NODE } from './node';
import { answering, type ServiceDouble } from './serviceDouble';
import { passTime } from './time';
import { DESTINATION, jsonOf, newWorkflow, type Received } from './triggers';

export { DESTINATION, newWorkflow, TEST_DESTINATION } from './triggers';

export const CLIENT_SECRET = 'invented-client-secret';

let hosts = 0;

/** Another host for each call: the pace is kept by host, and one test must not wait for another. */
export const signatureCredential = (more: IDataObject = {}): ICredentialDataDecryptedObject => {
	hosts += 1;
	return { host: `https://sign-${hosts}.example.com`, clientSecret: CLIENT_SECRET, ...more };
};

export interface SignatureTriggerOptions {
	service?: ServiceDouble;
	/** What the user entered; the rest are the defaults. */
	parameters?: IDataObject;
	credential?: ICredentialDataDecryptedObject;
	mode?: 'manual' | 'trigger' | 'webhook';
	/** Webhook and poll of one trigger share it; what is remembered is kept by it. */
	workflowId?: string;
	destination?: string;
}

const parameter =
	(parameters: IDataObject) =>
	(name: string, fallback?: NodeParameterValueType | object): NodeParameterValueType | object =>
		({ eventTypes: ['signed', 'declined'], ...parameters })[name] ?? fallback ?? '';

const common = ({ mode = 'trigger', workflowId = newWorkflow() }: SignatureTriggerOptions) => ({
	getNode: () => ({ ...NODE, name: 'Core Signature' }),
	getMode: () => mode,
	getWorkflow: () => ({ id: workflowId, name: 'Tested', active: true }),
});

/** n8n's functions while a workflow is published, unpublished, or a test begins to listen. */
export function signatureHookFunctions(options: SignatureTriggerOptions = {}): IHookFunctions {
	const { service = answering({}), parameters = {}, credential = signatureCredential() } = options;
	const functions = mock<IHookFunctions>({ ...common(options), helpers: mock<IHookFunctions['helpers']>() });
	functions.getNodeWebhookUrl.mockReturnValue(options.destination ?? DESTINATION);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(parameter(parameters));
	return functions;
}

export interface SignaturePollOptions extends SignatureTriggerOptions {
	staticData?: IDataObject;
	/** As newer n8n tells it, in ms; older versions do not have the function. */
	budgetMs?: number;
}

/** n8n's functions for polls of one trigger. */
export function signaturePollFunctions(options: SignaturePollOptions = {}): IPollFunctions {
	const { service = answering({}), parameters = {}, credential = signatureCredential() } = options;
	const { staticData = {}, budgetMs } = options;
	const functions = mock<IPollFunctions>({
		...common(options),
		getWorkflowStaticData: () => staticData,
		helpers: mock<IPollFunctions['helpers']>(),
	});
	Reflect.set(functions, 'getPollBudgetMs', budgetMs === undefined ? undefined : () => budgetMs);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(parameter(parameters));
	return functions;
}

/** Polls once, with waits skipped, and gives the items. Needs `jest.useFakeTimers()`. */
export async function sweepOnce(options: SignaturePollOptions): Promise<IDataObject[] | null> {
	const { result } = await passTime(async () => await sweep(signaturePollFunctions(options)));
	return result && jsonOf(result);
}

/** The body of a callback about an event (reference 6.3): without the fields of the log alone. */
export const callbackOf = (event: ShownEvent, more: IDataObject = {}): IDataObject => ({
	...structuredClone(event),
	team: { name: 'Example', subdomain: 'example' },
	event_time: String(Math.floor(Date.parse(event.timestamp) / 1000)),
	...more,
});

export interface SignatureCall extends SignatureTriggerOptions {
	body?: IDataObject;
	/** Beside the right secret; undefined takes it away. */
	query?: Record<string, unknown>;
}

/** n8n's functions for one call to the webhook address, and the status that is answered by hand. */
export function signatureWebhookFunctions({ body = {}, query = {}, ...options }: SignatureCall = {}) {
	const { service = answering({}), parameters = {}, credential = signatureCredential() } = options;
	const response = mock<ReturnType<IWebhookFunctions['getResponseObject']>>();
	response.status.mockReturnValue(response);
	const functions = mock<IWebhookFunctions>({
		...common({ mode: 'webhook', ...options }),
		helpers: mock<IWebhookFunctions['helpers']>(),
	});
	const destination = options.destination ?? DESTINATION;
	functions.getNodeWebhookUrl.mockReturnValue(destination);
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(parameter(parameters));
	functions.getBodyData.mockReturnValue(body);
	functions.getQueryData.mockReturnValue({
		secret: callbackSecret(String(credential.clientSecret), destination),
		...query,
	});
	functions.getResponseObject.mockReturnValue(response);
	return { functions, status: () => response.status.mock.calls.at(0)?.[0] };
}

/** Hands one call to the trigger. */
export async function receiveCallback(call: SignatureCall = {}): Promise<Received> {
	const { functions, status } = signatureWebhookFunctions(call);
	const result = await receive(functions);
	return { result, status: status(), items: jsonOf(result.workflowData) };
}
