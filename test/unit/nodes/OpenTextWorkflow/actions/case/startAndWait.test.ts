import type { IDataObject } from 'n8n-workflow';
import { ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	ended,
	endedTask,
	hal,
	HISTORY,
	NO_CASE,
	refused,
	running,
	RUNTIME,
	runWorkflowOutputs,
	type WorkflowRun,
} from '../../../../support/workflow';

const WAIT = { resource: 'case', operation: 'sendAndWait' };

const ADDRESS = 'https://n8n.example.com/webhook-waiting/77/1';

const OWN_URL = `${ADDRESS}?key=k1&model=order_risk_review&by=key&signature=invented`;

const item = (more: IDataObject = {}) => ({
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	businessKey: 'k1',
	caseName: 'Order 1',
	specifyVariables: 'json',
	variablesJson: '{"orderId": 1}',
	...more,
});

/** One run, and what n8n was asked to do beside it. */
async function run({ address = ADDRESS, ...more }: Partial<WorkflowRun> & { address?: string } = {}) {
	const [wait, hints] = [jest.fn(), jest.fn()];
	const outputs = await runWorkflowOutputs({
		...WAIT,
		items: [item()],
		...more,
		prepare: (functions) => {
			functions.putExecutionToWait.mockImplementation(async (till) => wait(till));
			functions.addExecutionHints.mockImplementation(hints);
			functions.getContext.mockReturnValue({});
			functions.getSignedResumeUrl.mockImplementation(
				(parameters = {}) => `${address}?${new URLSearchParams(parameters)}&signature=invented`,
			);
		},
	});
	return { outputs, wait, hints };
}

const record = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? { ...value } : {};

/** What a variable of the case is set to. */
type Setting = (made: IDataObject) => Answer;

/** The smallest tenant that keeps the vendor's promises about starting and reading a case. */
function tenant(
	first?: IDataObject,
	{ endsAtOnce = false, set }: { endsAtOnce?: boolean; set?: Setting } = {},
) {
	let made = first;
	const sent: Array<{ method: string; path: string; body: IDataObject }> = [];
	const service = new ServiceDouble(({ method, path, query, body }) => {
		if (path.endsWith('/historic-task-instances')) return hal([endedTask('t1')]);
		if (method === 'GET') {
			const base = made?.endTime ? HISTORY : RUNTIME;
			const isHere = path.startsWith(base);
			if (/instances\/./.test(path)) return isHere && made ? { status: 200, body: made } : NO_CASE;
			return hal(made && isHere && made.businessKey === query.businessKey ? [made] : []);
		}
		sent.push({ method, path, body: record(Array.isArray(body) ? body[0] : body) });
		if (path.includes('/variables')) {
			const answer = set?.(made ?? {});
			if (answer && 'status' in answer && answer.status === 500) made = ended('c1', 'k1', { variables: [] });
			return answer ?? { status: 200, body: record(body) };
		}
		const { variables } = record(body);
		made = endsAtOnce ? ended('c1', 'k1', { variables }) : running('c1', 'k1', { variables });
		return { status: 201, body: endsAtOnce ? { ...made, ended: true } : made };
	});
	return { service, sent };
}

describe('starting a case and waiting for its end', () => {
	beforeEach(() =>
		jest.useFakeTimers({
			now: Date.parse('2026-11-22T10:00:00.000Z'),
			doNotFake: ['nextTick', 'setImmediate'],
		}),
	);
	afterEach(() => jest.useRealTimers());

	it("starts it once, with n8n's signed address as a variable, and waits", async () => {
		const { service, sent } = tenant();
		const { outputs, wait, hints } = await run({ service });
		expect(sent).toEqual([
			{
				method: 'POST',
				path: `${RUNTIME}/process-instances`,
				body: {
					processDefinitionKey: 'order_risk_review',
					businessKey: 'k1',
					name: 'Order 1',
					variables: [
						{ name: 'orderId', value: 1 },
						{ name: 'callback_url', type: 'string', value: OWN_URL },
					],
					returnVariables: true,
				},
			},
		]);
		expect(outputs).toMatchObject([[{ json: { created: true, caseId: 'c1', ended: false, outcome: null } }]]);
		expect(wait).toHaveBeenCalledTimes(1);
		expect(hints).not.toHaveBeenCalled();
	});

	it('starts it by message as Start does, and is called for that', async () => {
		const { service, sent } = tenant();
		const modelKey = { __rl: true, mode: 'message', value: 'orderArrived' };
		await run({ service, items: [item({ modelKey })] });
		expect(sent).toMatchObject([
			{
				body: {
					message: 'orderArrived',
					variables: [{}, { value: `${ADDRESS}?key=k1&model=orderArrived&by=message&signature=invented` }],
				},
			},
		]);
	});

	it.each([
		[{ waitAmount: 3, waitUnit: 'days' }, 3 * 86_400_000],
		[{ waitAmount: 1.5, waitUnit: 'minutes' }, 90_000],
		[{}, 3 * 86_400_000],
	])('waits until its deadline: %j', async (entered, ms) => {
		const { wait } = await run({ service: tenant().service, items: [item(entered)] });
		const [till] = wait.mock.calls[0];
		expect(till.getTime() - Date.parse('2026-11-22T10:00:00.000Z')).toBe(ms);
	});

	it.each([
		[{ waitAmount: 0 }, 'Wait at Most must be more than 0'],
		[{ waitUnit: 'constructor' }, 'Wait Unit is none of minutes, hours and days'],
		[{ businessKey: '' }, 'Business Key is empty'],
		[
			{ variablesJson: '{"callback_url": "https://example.com"}' },
			'Variable "callback_url" is given by the operation itself',
		],
	])('starts nothing when %j is entered', async (entered, what) => {
		const { service } = tenant();
		await expect(run({ service, items: [item(entered)] })).rejects.toMatchObject({
			message: `Item 1: ${what}`,
		});
		expect(service.requests).toEqual([]);
	});

	it('takes one item at a time: an execution waits once and is called at one address', async () => {
		const { service } = tenant();
		const items = [item(), item({ businessKey: 'k2' })];
		await expect(run({ service, items })).rejects.toMatchObject({
			message: 'Item 1: Start and Wait takes one item at a time, but 2 came in',
			description: expect.stringContaining('use Start together with the trigger'),
		});
		const { outputs, wait } = await run({ service, items, continueOnFail: true });
		expect(outputs).toMatchObject([
			[{ json: { error: expect.any(String) } }, { json: { error: expect.any(String) } }],
		]);
		expect(wait).not.toHaveBeenCalled();
		expect(service.requests).toEqual([]);
	});

	it('starts nothing when the service could not call this n8n', async () => {
		const { service } = tenant();
		const address = 'http://localhost:5678/webhook-waiting/77/1';
		await expect(run({ service, address })).rejects.toMatchObject({
			message:
				'Item 1: Workflow Service cannot call this n8n back at http://localhost:5678: it does not begin with https',
		});
		expect(service.requests).toEqual([]);
	});

	it('does not wait for what the service refused', async () => {
		const service = new ServiceDouble(({ method }) =>
			method === 'GET' ? hal([]) : refused(403, 'Not allowed.'),
		);
		const { outputs, wait } = await run({ service, continueOnFail: true });
		expect(outputs[0][0].json.error).toMatch(/may not do this with the start of a case/);
		expect(wait).not.toHaveBeenCalled();
	});

	it.each([
		['ended at once', () => tenant(undefined, { endsAtOnce: true }), true],
		['had ended before: a decision whose callback was lost', () => tenant(ended('c1', 'k1')), false],
	])('goes on by Decided without waiting when the case %s', async (_how, make, created) => {
		const { outputs, wait } = await run({ service: make().service });
		expect(outputs).toMatchObject([
			[],
			[{ json: { created, caseId: 'c1', ended: true, decidedBy: 'rita.reviewer@example.com' } }],
		]);
		expect(wait).not.toHaveBeenCalled();
	});

	it('goes on by Timed Out when it was ended from outside before', async () => {
		const { service } = tenant(ended('c1', 'k1', { deleteReason: 'Ordered twice' }));
		const { outputs, wait } = await run({ service });
		expect(outputs).toMatchObject([[{ json: { cancelled: true, endReason: 'Ordered twice' } }]]);
		expect(wait).not.toHaveBeenCalled();
	});

	describe('of a case that was there before', () => {
		it('has it call this execution, says so, and waits', async () => {
			const { service, sent } = tenant(running('c1', 'k1', { variables: [] }));
			const { outputs, wait, hints } = await run({ service });
			expect(sent).toEqual([
				{
					method: 'PUT',
					path: `${RUNTIME}/process-instances/c1/variables/callback_url`,
					body: { scope: 'local', name: 'callback_url', type: 'string', value: OWN_URL },
				},
			]);
			expect(outputs).toMatchObject([[{ json: { created: false, caseId: 'c1' } }]]);
			expect(wait).toHaveBeenCalledTimes(1);
			expect(hints).toHaveBeenCalledWith(expect.objectContaining({ type: 'warning' }));
		});

		it('changes nothing when it calls this execution already', async () => {
			const variables = [{ name: 'callback_url', value: OWN_URL }];
			const { service, sent } = tenant(running('c1', 'k1', { variables }));
			const { wait, hints } = await run({ service });
			expect(sent).toEqual([]);
			expect(wait).toHaveBeenCalledTimes(1);
			expect(hints).not.toHaveBeenCalled();
		});

		it('tells its decision when it ends while it is told the address', async () => {
			const { service } = tenant(running('c1', 'k1', { variables: [] }), {
				set: () => refused(500, 'Cannot find execution.'),
			});
			const { outputs, wait } = await run({ service });
			expect(outputs).toMatchObject([[], [{ json: { created: false, ended: true } }]]);
			expect(wait).not.toHaveBeenCalled();
		});

		it('says why when the service does not take the address, and does not wait for nothing', async () => {
			const { service } = tenant(running('c1', 'k1', { variables: [] }), {
				set: () => refused(403, 'Not allowed.'),
			});
			const { outputs, wait } = await run({ service, continueOnFail: true });
			expect(outputs[0][0].json.error).toMatch(/variable "callback_url" of case c1/);
			expect(wait).not.toHaveBeenCalled();
		});
	});
});
