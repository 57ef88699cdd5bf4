import type { IDataObject } from 'n8n-workflow';
import { answering, ok, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	hal,
	HISTORY,
	NO_CASE,
	openTask,
	refused,
	running,
	runWorkflow,
	RUNTIME,
} from '../../../../support/workflow';

const TRIGGER = { resource: 'execution', operation: 'trigger' };
const MESSAGE = { resource: 'execution', operation: 'sendMessage' };
const SIGNAL = { resource: 'execution', operation: 'sendSignal' };

const CASE = `GET ${RUNTIME}/process-instances/c1`;
const LIST = `GET ${RUNTIME}/process-instances/executions`;
const put = (id: string) => `PUT ${RUNTIME}/process-instances/executions/${id}`;

const root = { id: 'r1', parentId: null, processInstanceId: 'c1', activityId: null, suspended: false };
const at = (activityId: string, id = 'e1'): IDataObject => ({ ...root, id, parentId: 'r1', activityId });
const standing = (...tokens: IDataObject[]) => hal([root, ...tokens]);

const case1 = ok(running('c1', 'k1'));
const byId = (value: string) => ({ caseId: 'c1', executionId: { __rl: true, mode: 'id', value } });
const picked = byId('e1');
const item = { executionId: 'e1', caseId: 'c1', activityId: 'wait' };

const NO_EXECUTION = refused(404, 'Could not find an execution.');
const GONE = { [CASE]: [case1, NO_CASE] };
const VARIABLE = { specifyVariables: 'json', variablesJson: '{"paid": true}' };
const paid = (value: unknown) => ({ variables: [{ name: 'paid', value }] });

const puts = (service: ReturnType<typeof answering>) =>
	service.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('letting a case go on that waits', () => {
	describeThreeWorkflowItems({
		...TRIGGER,
		items: [byId('e1'), byId('gone'), byId('e3')],
		service: () =>
			answering({
				[CASE]: case1,
				[LIST]: standing(at('wait'), at('other', 'e3')),
				[put('e1')]: ok(at('next')),
				[put('e3')]: ok(at('last', 'e3')),
			}),
		outputs: [
			{ triggered: true, ...item, nextActivityId: 'next', caseEnded: false },
			{
				triggered: true,
				executionId: 'e3',
				caseId: 'c1',
				activityId: 'other',
				nextActivityId: 'last',
				caseEnded: false,
			},
		],
		refusal: 'Item 2: Nothing in case c1 waits as execution gone',
	});

	it.each<[string, object, object, object]>([
		['a trigger', TRIGGER, {}, { action: 'trigger' }],
		[
			'a message',
			MESSAGE,
			{ messageName: 'orderPaid' },
			{ action: 'messageEventReceived', messageName: 'orderPaid' },
		],
		[
			'a signal',
			SIGNAL,
			{ signalName: 'stockArrived' },
			{ action: 'signalEventReceived', signalName: 'stockArrived' },
		],
	])('sends %s with its variables, without a scope', async (_what, operation, entered, body) => {
		const service = answering({ [CASE]: case1, [LIST]: standing(at('wait')), [put('e1')]: ok(at('next')) });
		await runWorkflow({ ...TRIGGER, ...operation, service, items: [{ ...picked, ...VARIABLE, ...entered }] });
		expect(puts(service)).toEqual([{ ...body, variables: [{ name: 'paid', value: true }] }]);
	});

	it('believes a 204 only once the execution waits no more, and says when its case has ended', async () => {
		const service = answering({
			...GONE,
			[LIST]: [standing(at('wait')), standing(at('wait')), hal([])],
			[put('e1')]: { status: 204 },
		});
		const [{ json }] = await runWorkflow({ ...TRIGGER, service, items: [picked] });
		expect(json).toEqual({ triggered: true, ...item, nextActivityId: null, caseEnded: true });
		expect(puts(service)).toHaveLength(1);
	});

	it.each<[string, Answer]>([
		['nothing', { status: 200 }],
		['another execution', ok(at('next', 'e9'))],
		['something else', ok({ status: 'ok' })],
	])('does not believe a good answer with %s while it still waits', async (_what, answer) => {
		const service = answering({ [CASE]: case1, [LIST]: standing(at('wait')), [put('e1')]: answer });
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service took it that execution e1 goes on, but does not show that it does',
			description: expect.stringContaining('It is not known whether'),
		});
		expect(puts(service)).toHaveLength(1);
	});

	it('does not take an empty list for the end of a case that runs', async () => {
		const service = answering({
			[CASE]: case1,
			[LIST]: [standing(at('wait')), hal([])],
			[put('e1')]: { status: 204 },
		});
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			message: expect.stringContaining('does not show that it does'),
		});
	});

	it.each<[string, Answer]>([
		['the answer was lost', { broken: 'ECONNRESET' }],
		['the gateway was down', { status: 503 }],
		['the answer cannot be read', { status: 200, body: '<html>maintenance</html>' }],
	])('looks whether it went on when %s, and never sends it twice', async (_what, answer) => {
		const service = answering({
			[CASE]: case1,
			[LIST]: [standing(at('wait')), standing(at('wait')), standing(at('next'))],
			[put('e1')]: answer,
		});
		const [{ json }] = await runWorkflow({ ...TRIGGER, service, items: [picked] });
		expect(json).toEqual({ triggered: true, ...item, nextActivityId: 'next', caseEnded: false });
		expect(puts(service)).toHaveLength(1);
	});

	it('says that it is not known while it still waits after a lost answer', async () => {
		const service = answering({
			[CASE]: case1,
			[LIST]: standing(at('wait')),
			[put('e1')]: { broken: 'ECONNRESET' },
		});
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			description: expect.stringContaining('It is not known whether execution e1 went on'),
		});
		expect(puts(service)).toHaveLength(1);
	});

	it.each([
		[true, 'takes it for its own when the case keeps what was sent'],
		[false, 'does not take it for its own when the case has other values'],
	])('after a lost answer (%s), %s', async (kept) => {
		const service = answering({
			[CASE]: [case1, ok(running('c1', 'k1', paid(kept)))],
			[LIST]: [standing(at('wait')), standing(at('next'))],
			[put('e1')]: { broken: 'ECONNRESET' },
		});
		const run = runWorkflow({ ...TRIGGER, service, items: [{ ...picked, ...VARIABLE }] });
		if (kept) expect((await run)[0].json).toMatchObject({ triggered: true, nextActivityId: 'next' });
		else await expect(run).rejects.toMatchObject({ message: expect.stringContaining('has other values') });
	});

	it('says who was faster when the execution is gone (404), and that nothing was changed', async () => {
		const service = answering({
			[CASE]: case1,
			[LIST]: [standing(at('wait')), standing(at('next'))],
			[put('e1')]: NO_EXECUTION,
		});
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			message: 'Item 1: Execution e1 waits no more at wait: something else was faster',
			description: expect.stringContaining('Nothing was changed'),
		});
	});

	it('names the task where a person is waited for, and says to complete it', async () => {
		const task = openTask('t1', { executionId: 'e1' });
		const service = answering({
			[CASE]: case1,
			[LIST]: standing(at('reviewOrder')),
			[put('e1')]: refused(500, 'UserTask should not be signalled before complete'),
			[`GET ${RUNTIME}/tasks`]: hal([openTask('t9', { executionId: 'e9' }), task]),
		});
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			message: 'Item 1: Execution e1 waits for a person: Task t1 "Review Order" is open',
			description: expect.stringMatching(/^Complete the task.*Nothing was changed/s),
		});
	});

	it('says what may be done where messages are not known (inferred, U13a)', async () => {
		const service = answering({
			[CASE]: case1,
			[LIST]: standing(at('wait')),
			[put('e1')]: refused(400, "Invalid action: 'messageEventReceived'"),
		});
		const items = [{ ...picked, messageName: 'orderPaid' }];
		await expect(runWorkflow({ ...MESSAGE, service, items })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not take message "orderPaid" for execution e1',
			description: expect.stringMatching(/Invalid action.*Nothing was changed/s),
		});
	});

	it('keeps the service’s words for what it refuses', async () => {
		const service = answering({
			[CASE]: case1,
			[LIST]: standing(at('wait')),
			[`GET ${RUNTIME}/tasks`]: hal([]),
			[put('e1')]: refused(500, 'The expression ${who} could not be resolved'),
		});
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			description: expect.stringMatching(/could not be resolved.*Nothing was changed/s),
		});
	});
});

describe('the place that waits', () => {
	const activity = (value: string) => ({
		caseId: 'c1',
		executionId: { __rl: true, mode: 'activityId', value },
	});

	it('is found by its activity', async () => {
		const service = answering({
			[CASE]: case1,
			[LIST]: standing(at('wait'), at('other', 'e2')),
			[put('e2')]: ok(at('next', 'e2')),
		});
		const [{ json }] = await runWorkflow({ ...TRIGGER, service, items: [activity('other')] });
		expect(json).toMatchObject({ executionId: 'e2', nextActivityId: 'next' });
	});

	it.each<[string, object, Answer, string, string]>([
		[
			'nothing stands there',
			activity('x'),
			standing(at('wait')),
			'Nothing in case c1 waits at activity x',
			'wait (e1)',
		],
		[
			'several stand there',
			activity('wait'),
			standing(at('wait'), at('wait', 'e2')),
			'2 places in case c1 wait at activity wait',
			'wait (e1), wait (e2)',
		],
		[
			'it belongs to another case',
			picked,
			standing({ ...at('wait'), processInstanceId: 'c2' }),
			'Nothing in case c1 waits as execution e1',
			'Get Many',
		],
	])('is refused where %s, and nothing is sent', async (_what, entered, list, message, next) => {
		const service = answering({ [CASE]: case1, [LIST]: list });
		await expect(runWorkflow({ ...TRIGGER, service, items: [{ ...entered }] })).rejects.toMatchObject({
			message: `Item 1: ${message}`,
			description: expect.stringContaining(next),
		});
		expect(puts(service)).toEqual([]);
	});

	it('is asked for by the name of the message, of this case alone', async () => {
		const service = answering({ [CASE]: case1, [LIST]: standing(at('wait')), [put('e1')]: ok(at('next')) });
		const entered = { caseId: 'c1', messageName: 'orderPaid' };
		const [{ json }] = await runWorkflow({ ...MESSAGE, service, items: [entered] });
		expect(json).toMatchObject({ sent: true, executionId: 'e1', nextActivityId: 'next' });
		const asked = service.requests.find(({ path }) => path.endsWith('/executions'))?.query;
		expect(asked).toMatchObject({ processInstanceId: 'c1', messageEventSubscriptionName: 'orderPaid' });
		expect(asked).not.toHaveProperty('filterByCurrentSubscription');
	});

	it.each([
		['nothing waits for it', hal([]), 'Nothing in case c1 waits for signal "go"'],
		['several wait for it', standing(at('a'), at('b', 'e2')), '2 places in case c1 wait for signal "go"'],
	])('gets no signal where %s', async (_what, list, message) => {
		const service = answering({ [CASE]: case1, [LIST]: list });
		const entered = { caseId: 'c1', signalName: 'go' };
		await expect(runWorkflow({ ...SIGNAL, service, items: [entered] })).rejects.toMatchObject({
			message: `Item 1: ${message}`,
		});
		expect(puts(service)).toEqual([]);
	});

	it('is not any place when an expression came to nothing', async () => {
		const service = answering({ [CASE]: case1, [LIST]: standing(at('wait')) });
		const executionId = { __rl: true, mode: 'id', value: null };
		const items = [{ caseId: 'c1', signalName: 'go', executionId }] as never;
		await expect(runWorkflow({ ...SIGNAL, service, items })).rejects.toMatchObject({
			message: 'Item 1: Execution is empty',
		});
		expect(service.lines).toEqual([]);
	});

	it.each<[string, Record<string, Answer>, string]>([
		['suspended', { [CASE]: ok(running('c1', 'k1', { suspended: true })) }, 'Case c1 is suspended'],
		[
			'over',
			{ [CASE]: NO_CASE, [`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1')) },
			'Case c1 has ended, so nothing in it waits any more',
		],
	])('is not looked for in a case that is %s', async (_what, answers, message) => {
		const service = answering(answers);
		await expect(runWorkflow({ ...TRIGGER, service, items: [picked] })).rejects.toMatchObject({
			message: `Item 1: ${message}`,
		});
		expect(service.lines.filter((line) => line.includes('executions'))).toEqual([]);
	});
});

describe('the executions of a case', () => {
	const GET_MANY = { resource: 'execution', operation: 'getAll' };

	it('are the places where it stands, without the case itself', async () => {
		const service = answering({ [CASE]: case1, [LIST]: standing(at('wait'), at('other', 'e2')) });
		const items = await runWorkflow({ ...GET_MANY, service, items: [{ caseId: 'c1', limit: 1 }] });
		expect(items.map(({ json }) => json)).toEqual([{ ...item, parentExecutionId: 'r1', suspended: false }]);
	});

	it('are none once it has ended', async () => {
		const history = { [`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1')) };
		const service = answering({ [CASE]: NO_CASE, ...history });
		expect(await runWorkflow({ ...GET_MANY, service, items: [{ caseId: 'c1' }] })).toEqual([]);
	});
});
