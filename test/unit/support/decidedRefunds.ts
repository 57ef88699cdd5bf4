import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { ORDER_ID } from './modelRefunds';
import { byId, runOperation } from './operationRun';
import type { SentRequest, ServiceDouble } from './serviceDouble';
import { passTime } from './time';

/** The decision that refunds are made for. */
export const DECISION = `abc123:order:${ORDER_ID}:return:1`;

/** How long a claim of it holds. */
export const LEASE_MS = 5 * 60_000;

const asked: INodeParameters = {
	...byId(ORDER_ID),
	what: 'lines',
	lines: 'MUG 1',
	forDecision: DECISION,
};

/** One run of Create that wants it. */
export const refund = async (
	service: ServiceDouble,
	more: INodeParameters = {},
): Promise<INodeExecutionData[]> =>
	await runOperation({ resource: 'refund', operation: 'create', items: [{ ...asked, ...more }], service });

/** The item that a run gives, whose waits are leapt over. */
export const refunding = async (service: ServiceDouble, more: INodeParameters = {}) =>
	(await passTime(async () => await refund(service, more))).result[0].json;

/** How a run ended. */
export type Ending = { id: unknown } | { error: unknown } | { killed: true };

/** Awaits a run, whatever becomes of it. */
export const ending = async (running: Promise<INodeExecutionData[]>): Promise<Ending> =>
	await running.then(
		([{ json }]) => ({ id: json.id }),
		(error: unknown) => ({ error }),
	);

/** What a run says that must fail. */
export const failing = async (service: ServiceDouble, more: INodeParameters = {}): Promise<string> => {
	const { result } = await passTime(async () => await ending(refund(service, more)));
	if (!('error' in result)) throw new Error('It was done');
	return `${Object(result.error).message} ${Object(result.error).description}`;
};

/** Whether a request gives money back. */
export const isRefund = ({ method, path }: SentRequest) =>
	method === 'POST' && path.endsWith('/payment_actions/refunds');
