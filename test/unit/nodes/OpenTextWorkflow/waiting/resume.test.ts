import { mock } from 'jest-mock-extended';
import type { ICredentialDataDecryptedObject, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { OpenTextWorkflow } from '../../../../../nodes/OpenTextWorkflow/OpenTextWorkflow.node';
import { awaiting } from '../../../support/awaiting';
import { NODE } from '../../../support/node';
import { ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import {
	ended,
	endedTask,
	hal,
	HISTORY,
	refused,
	running,
	RUNTIME,
	tenantCredential,
} from '../../../support/workflow';

const AWAITED = { key: 'k1', model: 'order_risk_review', by: 'key' };
const NAMED = { ...AWAITED, signature: 'invented' };

const VARIABLES = [
	{ name: 'decision', value: 'approved' },
	{ name: 'verdict', value: 'no' },
	{ name: 'decisionReason', value: 'Known customer' },
];

/** A tenant whose cases are as they are at a time, in ms after the call. */
const tenant = (casesAt: (ms: number) => { runtime?: IDataObject[]; history?: IDataObject[] }) => {
	const beginning = Date.now();
	return new ServiceDouble(({ path, query }) => {
		if (path.endsWith('/historic-task-instances')) return hal([endedTask('t1')]);
		const { runtime = [], history = [] } = casesAt(Date.now() - beginning);
		const isOf = ({ businessKey }: IDataObject) => businessKey === query.businessKey;
		if (path === `${RUNTIME}/process-instances`) return hal(runtime.filter(isOf));
		if (path === `${HISTORY}/historic-process-instances`) return hal(history.filter(isOf));
		return refused(404, 'No such path.');
	});
};

const ENDED = { history: [ended('c1', 'k1', { variables: VARIABLES })] };
const RUNNING = { runtime: [running('c1', 'k1')] };

interface Call {
	query?: unknown;
	body?: IDataObject;
	options?: IDataObject;
	type?: string;
	credential?: ICredentialDataDecryptedObject;
	/** What the execution waits for; left out: what the address names. */
	awaited?: typeof AWAITED;
}

/** What becomes of the waiting execution when it is called, what the caller is answered, and after how long. */
async function called(service: ServiceDouble, call: Call = {}) {
	const { query = NAMED, body = {}, options = {}, type = NODE.type, awaited = AWAITED } = call;
	const answers: Array<{ status: number; afterMs: number }> = [];
	const beginning = Date.now();
	const response = {
		status: (status: number) => {
			answers.push({ status, afterMs: Date.now() - beginning });
			return { end: () => response, json: () => response };
		},
	};
	const functions = mock<IWebhookFunctions>({
		getNode: () => ({ ...NODE, type }),
		helpers: mock<IWebhookFunctions['helpers']>(),
		logger: mock<IWebhookFunctions['logger']>(),
	});
	awaiting(functions, awaited);
	const { credential = tenantCredential() } = call;
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getQueryData.mockReturnValue(Object(query));
	functions.getBodyData.mockReturnValue(body);
	functions.getNodeParameter.mockReturnValue(options);
	functions.getResponseObject.mockReturnValue(Object(response));
	const { result } = await passTime(async () => await new OpenTextWorkflow().webhook.call(functions));
	return { ...result, answers, tookMs: Date.now() - beginning };
}

const waitsOn = { noWebhookResponse: true, answers: [{ status: 202, afterMs: 0 }] };

describe('a call to an execution that waits for a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('ends the waiting by Decided when the case has ended, with the decision', async () => {
		const { workflowData, ...rest } = await called(tenant(() => ENDED));
		expect(rest).toMatchObject(waitsOn);
		expect(workflowData).toMatchObject([
			[],
			[
				{
					json: {
						caseId: 'c1',
						businessKey: 'k1',
						ended: true,
						outcome: 'approved',
						reason: 'Known customer',
						decidedBy: 'rita.reviewer@example.com',
					},
					pairedItem: { item: 0 },
				},
			],
		]);
	});

	it('is answered at once, since the case ends only then, and the end is waited for, late in the history as it is', async () => {
		const { workflowData, answers } = await called(
			tenant((ms) => (ms < 2_000 ? RUNNING : ms < 9_000 ? {} : ENDED)),
		);
		expect(answers).toEqual([{ status: 202, afterMs: 0 }]);
		expect(workflowData?.[1]).toMatchObject([{ json: { caseId: 'c1', outcome: 'approved' } }]);
	});

	it('that comes before the case ended does not end the waiting', async () => {
		const { workflowData, tookMs, ...rest } = await called(tenant(() => RUNNING));
		expect(rest).toMatchObject(waitsOn);
		expect(workflowData).toBeUndefined();
		expect(tookMs).toBeLessThanOrEqual(60_000);
	});

	it('about a case of an earlier round of a loop changes nothing, and the service is not even asked', async () => {
		const service = tenant(() => ENDED);
		const { workflowData, ...rest } = await called(service, { awaited: { ...AWAITED, key: 'k2' } });
		expect(rest).toMatchObject(waitsOn);
		expect(workflowData).toBeUndefined();
		expect(service.requests).toEqual([]);
	});

	it('goes on waiting when something is wrong with the credential: what is thrown after the answer, n8n takes for the result', async () => {
		const { workflowData, ...rest } = await called(
			tenant(() => ENDED),
			{ credential: {} },
		);
		expect(rest).toMatchObject(waitsOn);
		expect(workflowData).toBeUndefined();
	});

	it('believes nothing that the body says: the case is read', async () => {
		const body = { processInstanceId: 'c9', businessKey: 'k9', ended: true, decision: 'approved' };
		const service = tenant(() => ({ ...RUNNING, history: [ended('c9', 'k9')] }));
		expect((await called(service, { body })).workflowData).toBeUndefined();
	});

	it('looks at no other case than the one whose key n8n signed', async () => {
		const service = tenant(() => ({ history: [ended('c2', 'k2')] }));
		expect((await called(service)).workflowData).toBeUndefined();
	});

	it.each([
		[{}],
		[{ key: 'k1', by: 'key' }],
		[{ model: 'order_risk_review', by: 'key' }],
		[{ key: 'k1', model: 'order_risk_review' }],
		[{ ...NAMED, by: 'constructor' }],
		[{ ...NAMED, key: '' }],
		[{ ...NAMED, key: ['k1', 'k2'] }],
		[null],
	])('is refused with 401 when its address names no case: %j', async (query) => {
		const service = tenant(() => ENDED);
		const { answers, workflowData, noWebhookResponse } = await called(service, { query: query ?? {} });
		expect(answers.map(({ status }) => status)).toEqual([401]);
		expect(noWebhookResponse).toBe(true);
		expect(workflowData).toBeUndefined();
		expect(service.requests).toEqual([]);
	});

	it('leaves the execution waiting when the service does not answer', async () => {
		const { workflowData, ...rest } = await called(new ServiceDouble(() => ({ status: 503 })));
		expect(rest).toMatchObject(waitsOn);
		expect(workflowData).toBeUndefined();
	});

	it('ends it by Timed Out when somebody ended the case from outside: nobody decided anything', async () => {
		const cut = ended('c1', 'k1', { deleteReason: 'Ordered twice' });
		const { workflowData } = await called(tenant(() => ({ history: [cut] })));
		expect(workflowData).toMatchObject([[{ json: { cancelled: true, endReason: 'Ordered twice' } }], []]);
	});

	it('reads the decision where the model keeps it', async () => {
		const options = { outcomeVariable: 'verdict' };
		const { workflowData } = await called(
			tenant(() => ENDED),
			{ options },
		);
		expect(workflowData?.[1]).toMatchObject([{ json: { outcome: 'no' } }]);
	});

	it('of an agent ends it by the output that the agent reads, and names the branch', async () => {
		const { workflowData } = await called(
			tenant(() => ENDED),
			{ type: `${NODE.type}Tool` },
		);
		expect(workflowData).toMatchObject([[{ json: { branch: 'Decided', outcome: 'approved' } }], []]);
	});
});
