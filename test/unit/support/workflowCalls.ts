import { mock } from 'jest-mock-extended';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Account } from '../../../nodes/shared/account';
import { addressFor } from '../../../nodes/OpenTextWorkflow/callbacks/address';
import type { WaitedFor } from '../../../nodes/OpenTextWorkflow/records/waitedFor';
import { NODE } from './node';
import { ServiceDouble } from './serviceDouble';
import { ended, endedTask, hal, HISTORY, refused, tenantCredential } from './workflow';

export const ADDRESS = 'https://n8n.example.com/webhook/1f2e3d4c/webhook';

export const CLIENT_SECRET = 'invented-client-secret';

export const NAMED: WaitedFor = { businessKey: 'k1', modelKey: 'order_risk_review', by: 'key' };

/** The query by which a case calls. */
export async function queryOf(named: WaitedFor = NAMED, address = ADDRESS): Promise<Record<string, string>> {
	const account = mock<Account>({ read: async () => await Promise.resolve({ clientSecret: CLIENT_SECRET }) });
	const url = (await addressFor(account, address, named)) ?? '';
	return Object.fromEntries(new URL(url).searchParams);
}

/** A tenant in which these cases have ended, each with a task. */
export const tenantOf = (...cases: Array<{ id: string; businessKey: string }>): ServiceDouble =>
	new ServiceDouble(({ path, query }) => {
		const rows = cases.filter(
			({ id, businessKey }) =>
				[undefined, id].includes(query.processInstanceId as string | undefined) &&
				[undefined, businessKey].includes(query.businessKey as string | undefined),
		);
		const headers = { date: 'Sun, 22 Nov 2026 11:00:10 GMT' };
		if (path === `${HISTORY}/historic-process-instances`) {
			return hal(
				rows.map(({ id, businessKey }) => ended(id, businessKey)),
				rows.length,
				headers,
			);
		}
		if (path === `${HISTORY}/historic-task-instances`) {
			return hal(
				rows.map(({ id }) => endedTask(`t-${id}`, { processInstanceId: id })),
				rows.length,
				headers,
			);
		}
		return path.endsWith('s') ? hal([]) : refused(404, 'No such path.');
	});

export interface Call {
	query: object;
	body?: unknown;
	service: ServiceDouble;
	parameters?: IDataObject;
	staticData?: IDataObject;
	/** Each has a memory of its own. */
	workflowId: string;
	clientSecret?: string;
	address?: string;
}

/** n8n's functions for one call, and what it is answered by hand. */
export function callFunctions({
	query,
	body = {},
	service,
	parameters = {},
	staticData = {},
	workflowId,
	clientSecret = CLIENT_SECRET,
	address = ADDRESS,
}: Call): { functions: IWebhookFunctions; statuses: number[] } {
	const statuses: number[] = [];
	const response = {
		status: (status: number) => {
			statuses.push(status);
			return { end: () => response, json: () => response };
		},
	};
	const functions = mock<IWebhookFunctions>({
		getNode: () => NODE,
		getMode: () => 'webhook',
		getTimezone: () => 'utc',
		getWorkflowStaticData: () => staticData,
		getNodeWebhookUrl: () => address,
		helpers: mock<IWebhookFunctions['helpers']>(),
	});
	Reflect.set(functions, 'getWebhookResourceUrl', () => address);
	Reflect.set(functions, 'logger', { error: jest.fn(), warn: jest.fn() });
	Reflect.set(functions, 'getWorkflow', () => ({ id: workflowId, active: true }));
	const credential = { ...tenantCredential(), clientSecret };
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getQueryData.mockReturnValue(Object(query));
	functions.getBodyData.mockReturnValue(Object(body));
	const entered: IDataObject = { watchBy: 'callback', event: 'caseEnded', ...parameters };
	Reflect.set(functions, 'getNodeParameter', (name: string, fallback?: unknown) => entered[name] ?? fallback);
	functions.getResponseObject.mockReturnValue(Object(response));
	return { functions, statuses };
}

/** Items that a call starts an execution with. */
export const itemsOf = ({ workflowData }: IWebhookResponseData): IDataObject[] =>
	(workflowData ?? []).flat().map(({ json }) => json);
