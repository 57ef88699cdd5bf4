import { diagramOf } from '../../../../../../nodes/OpenTextWorkflow/transport/diagram';
import { WorkflowClient } from '../../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';
import { answering, ok, type Answer } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';
import {
	ended,
	HISTORY,
	refused,
	running,
	runWorkflow,
	RUNTIME,
	tenantCredential,
} from '../../../../support/workflow';

const PATH = `${RUNTIME}/process-instances/c1/diagram`;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const asBytes = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));

describe('the diagram of a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const read = async (answer: Answer) => {
		const service = answering({ [`GET ${PATH}`]: answer });
		const functions = executeFunctions({ service, credential: tenantCredential() });
		const run = new ItemRun(functions, 0);
		const { result } = await passTime(
			async () => await diagramOf(run, new WorkflowClient(functions, { itemIndex: 0 }), 'c1'),
		);
		return { result, service };
	};

	it('comes as the bytes that the service drew (reference 4.2, P6)', async () => {
		const { result, service } = await read(ok(PNG));
		expect(result).toEqual(PNG);
		expect(service.requests[0].options).toMatchObject({
			encoding: 'arraybuffer',
			headers: { Accept: expect.stringMatching(/^image\/png/) },
		});
	});

	it('is not there where the model has no drawing', async () => {
		const { body } = refused(400, 'no graphical notation') as { body: unknown };
		await expect(read({ status: 400, body: asBytes(body) })).rejects.toMatchObject({
			message: 'Item 1: The process model of case c1 has no picture',
		});
	});

	it('is not there either where the service says so with 204 (our guess)', async () => {
		await expect(read({ status: 204, body: Buffer.alloc(0) })).rejects.toThrow(/has no picture$/);
	});

	it.each([
		[
			'is not there either after 404 while the case is',
			ok(running('c1', 'k1')),
			/model of case c1 has no picture$/,
		],
		[
			'is of no case after 404 when that is gone, too',
			{ status: 404, body: '' },
			/knows no diagram of case c1/,
		],
	])('%s', async (_rule, found, told) => {
		const service = answering({
			[`GET ${PATH}`]: { status: 404, body: asBytes({ message: 'Not found' }) },
			[`GET ${RUNTIME}/process-instances/c1`]: found,
		});
		const functions = executeFunctions({ service, credential: tenantCredential() });
		const client = new WorkflowClient(functions, { itemIndex: 0 });
		const reading = passTime(async () => await diagramOf(new ItemRun(functions, 0), client, 'c1'));
		await expect(reading).rejects.toThrow(told);
	});

	it('tells a refusal in the words of the service, though it comes as bytes', async () => {
		const answer = { status: 403, body: asBytes({ message: 'Forbidden', exception: 'Not yours' }) };
		await expect(read(answer)).rejects.toMatchObject({
			description: expect.stringContaining('Not yours'),
		});
	});

	it.each([[Buffer.from('<html>Maintenance</html>')], [Buffer.alloc(0)], ['text']])(
		'is not what does not begin as a picture',
		async (body) => {
			await expect(read(ok(body))).rejects.toThrow(/for the diagram of case c1/);
		},
	);

	it('is not drawn of a case that has ended', async () => {
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1')),
		});
		const run = runWorkflow({
			resource: 'case',
			operation: 'getDiagram',
			service,
			items: [{ caseId: 'c1' }],
		});
		await expect(run).rejects.toThrow('Item 1: Case c1 has ended, and only running cases are drawn');
	});
});
