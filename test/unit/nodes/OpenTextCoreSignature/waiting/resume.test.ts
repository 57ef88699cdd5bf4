import { mock } from 'jest-mock-extended';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { OpenTextCoreSignature } from '../../../../../nodes/OpenTextCoreSignature/OpenTextCoreSignature.node';
import { parametersOf } from '../../../../../nodes/OpenTextCoreSignature/waiting/resume';
import { ServiceDouble } from '../../../support/serviceDouble';
import { documentOf, serviceWith, uuid, webhookFunctions } from '../../../support/signature';
import { awaiting } from '../../../support/awaiting';
import { NODE } from '../../../support/node';
import { passTime } from '../../../support/time';

const KEY = parametersOf('k1');

/** What becomes of the waiting execution when it is called. */
const called = async (service: ServiceDouble, query: unknown = KEY, body?: IDataObject) => {
	const functions = awaiting(webhookFunctions(service, query, body), KEY);
	const { result } = await passTime(async () => await new OpenTextCoreSignature().webhook.call(functions));
	return result;
};

const goesOnWaiting = { webhookResponse: expect.any(String) };

describe('a call to a waiting execution', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it.each([
		['signed', 'si', 1],
		['signed and downloaded', 'sd', 1],
		['declined', 'de', 2],
		['cancelled', 'ca', 0],
		['expired', 'xp', 0],
		['not sent', 'es', 0],
	])('ends the waiting when the document is %s, by output %#', async (name, status, output) => {
		const { workflowData, webhookResponse } = await called(serviceWith(documentOf(1, { status })));
		expect(webhookResponse).toBeUndefined();
		expect(workflowData).toHaveLength(3);
		const filled = (workflowData ?? []).map((items) => items.length);
		expect(filled).toEqual([0, 1, 2].map((index) => Number(index === output)));
		expect(workflowData?.[output]).toMatchObject([
			{ json: { documentId: uuid(1), externalId: 'k1', status: name, final: true }, pairedItem: { item: 0 } },
		]);
	});

	it('of an agent ends it by the output that the agent reads, and names the branch', async () => {
		const functions = awaiting(webhookFunctions(serviceWith(documentOf(1, { status: 'de' })), KEY), KEY);
		const asTool = Object.assign(functions, { getNode: () => ({ ...NODE, type: `${NODE.type}Tool` }) });
		const { result } = await passTime(async () => await new OpenTextCoreSignature().webhook.call(asTool));
		expect(result.workflowData).toMatchObject([
			[{ json: { branch: 'Declined', status: 'declined' } }],
			[],
			[],
		]);
	});

	it.each(['co', 'ne', 'se', 'vi', 'do', 'zz'])(
		'lets the execution go on waiting while the document is %s',
		async (status) => {
			expect(await called(serviceWith(documentOf(1, { status })))).toEqual(goesOnWaiting);
		},
	);

	it('believes nothing that the body says: the document is read again', async () => {
		const forged = { event_type: 'signed', document: { ...documentOf(1, { status: 'si' }) } };
		const service = serviceWith(documentOf(1, { status: 'vi' }));
		expect(await called(service, KEY, forged)).toEqual(goesOnWaiting);
		expect(service.requests).toHaveLength(1);
	});

	it('about a document of an earlier round of a loop changes nothing, and the service is not even asked', async () => {
		const service = serviceWith(documentOf(1, { status: 'si' }));
		const functions = awaiting(webhookFunctions(service, KEY), parametersOf('k2'));
		const { result } = await passTime(async () => await new OpenTextCoreSignature().webhook.call(functions));
		expect(result).toEqual(goesOnWaiting);
		expect(service.requests).toEqual([]);
	});

	it('looks at no other document than the one whose key n8n signed', async () => {
		const other = { event_type: 'signed', document: { uuid: uuid(2), external_id: 'k2' } };
		const service = serviceWith(documentOf(2, { status: 'si' }), documentOf(1));
		expect(await called(service, KEY, other)).toEqual(goesOnWaiting);
	});

	it.each([[{}], [parametersOf('')], [{ key: ['k1', 'k2'] }], [null]])(
		'asks the service nothing when the address has no key: %j',
		async (query) => {
			const service = serviceWith(documentOf(1, { status: 'si' }));
			expect(await called(service, query)).toEqual(goesOnWaiting);
			expect(service.requests).toEqual([]);
		},
	);

	it('lets the execution go on waiting when there is no such document', async () => {
		expect(await called(serviceWith())).toEqual(goesOnWaiting);
	});

	it('is answered 503 within seconds when the document cannot be read, so that the service calls again: what is thrown, n8n takes for the result', async () => {
		const service = new ServiceDouble(() => ({ status: 503 }));
		const startedAt = Date.now();
		const functions = awaiting(webhookFunctions(service, KEY), KEY);
		const response = mock<ReturnType<IWebhookFunctions['getResponseObject']>>();
		response.status.mockReturnThis();
		jest.mocked(functions.getResponseObject).mockReturnValue(response);
		const { result } = await passTime(async () => await new OpenTextCoreSignature().webhook.call(functions));
		expect(result).toEqual({ noWebhookResponse: true });
		expect(response.status).toHaveBeenCalledWith(503);
		expect(Date.now() - startedAt).toBeLessThanOrEqual(8_000);
	});

	it('that comes twice ends the waiting once', async () => {
		const service = serviceWith(documentOf(1, { status: 'si' }));
		const functions = awaiting(webhookFunctions(service, KEY), KEY);
		const call = async () =>
			(await passTime(async () => await new OpenTextCoreSignature().webhook.call(functions))).result;
		expect((await call()).workflowData).toHaveLength(3);
		expect(await call()).toEqual(goesOnWaiting);
	});
});
