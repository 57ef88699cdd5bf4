import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { starting } from '../conformance/cases/OpenTextWorkflow/support';
import { SandboxClient } from '../e2e/harness';
import { REVIEWER } from '../sandbox/core';
import { leap, withLeapingSleep } from './support/leapingTime';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const NODE = 'openTextWorkflow';
const TRIGGER = 'openTextWorkflowTrigger';

let triggers: PublishedTrigger[] = [];

// Before the world that they listen to: hooks run in the order in which they stand here.
afterEach(async () => {
	await Promise.all(triggers.map(async (trigger) => await trigger.close()));
	triggers = [];
});

// Services of their own for each test: the pace is kept by tenant.
const world = useWorld('ofEachTest');

const sandbox = () => new SandboxClient(world.sandbox.url);

/** As n8n publishes: it polls once, which marks what was there before. */
async function published(parameters: INodeParameters = {}): Promise<PublishedTrigger> {
	const trigger = await PublishedTrigger.open({
		node: TRIGGER,
		parameters: { watchBy: 'callback', event: 'caseEnded', ...parameters },
		credentials: world.credentials(TRIGGER),
	});
	triggers.push(trigger);
	await world.control().post('/workflow/settings', { historyDelayMs: 0 });
	await leap(async () => await trigger.poll());
	return trigger;
}

let count = 0;

/** A new case that is to call the trigger. */
async function started({ address }: Pick<PublishedTrigger, 'address'>) {
	count += 1;
	const { businessKey, ...fields } = starting(20_000 + count);
	const key = String(businessKey);
	const options = { callbackAddress: address };
	const { caseId } = await world.must(NODE, {
		resource: 'case',
		operation: 'start',
		businessKey: key,
		...fields,
		options,
	});
	const found = (await sandbox().workflow.cases()).find(({ id }) => id === caseId);
	return { key, caseId: String(caseId), url: String(found?.variables.callback_url) };
}

/** A person decides in the open task of the case. */
async function decide(key: string, outcome = 'approved'): Promise<void> {
	const task = (await sandbox().workflow.tasks()).find(({ businessKey }) => businessKey === key);
	if (!task) throw new Error(`No task of ${key}`);
	await sandbox().workflow.decide(task.id, { user: REVIEWER, outcome, reason: 'Known customer' });
}

/** What a call is answered. */
const call = async (url: string, body: IDataObject = {}, method = 'POST'): Promise<number> =>
	(await axios.request({ url, method, data: body, validateStatus: () => true })).status;

/** Calls, and waits until nothing goes on about it. */
async function calledThrough(trigger: PublishedTrigger, url: string, body?: IDataObject): Promise<number> {
	const before = trigger.answers.length;
	const status = await call(url, body);
	await trigger.handled(before + 1);
	return status;
}

/** Items that were told by callbacks. */
const told = ({ started: all }: PublishedTrigger): IDataObject[] => all.flat();

/** What the service is asked meanwhile, but for signing in. */
async function askedMeanwhile(act: () => Promise<unknown>): Promise<string[]> {
	await sandbox().exchanges.clear();
	await act();
	return (await sandbox().exchanges.list()).map(({ method, url }) => `${method} ${url}`);
}

/** The same address with another value under a name. */
function altered(url: string, changes: Record<string, string | undefined>): string {
	const changed = new URL(url);
	for (const [name, value] of Object.entries(changes)) {
		if (value === undefined) changed.searchParams.delete(name);
		else changed.searchParams.set(name, value);
	}
	return changed.toString();
}

describe('a case that is started with a callback address', () => {
	it('gets the address of the trigger with a secret of its own', async () => {
		const trigger = await published();
		const [one, other] = [await started(trigger), await started(trigger)];
		expect(one.url.startsWith(`${trigger.address}?`)).toBe(true);
		const secretOf = (url: string) => new URL(url).searchParams.get('secret');
		expect(secretOf(one.url)).toMatch(/^[0-9a-f]{64}$/);
		expect(secretOf(other.url)).not.toBe(secretOf(one.url));
	});

	it.each([
		['no web address', 'is no web address'],
		['ftp://example.com/webhook/1/webhook', 'is no web address'],
		['http://127.0.0.1:5678/webhook-test/1/webhook', 'is that of a test'],
		['http://n8n.example.com/webhook/1/webhook', 'does not begin with https'],
	])('is not started with %s', async (callbackAddress, fault) => {
		const { error } = await world.run(NODE, {
			resource: 'case',
			operation: 'start',
			...starting(1),
			options: { callbackAddress },
		});
		expect(error?.message).toContain(fault);
		expect(await sandbox().workflow.cases()).toEqual([]);
	});

	it('is not started when the same variable is entered beside it', async () => {
		const { error } = await world.run(NODE, {
			resource: 'case',
			operation: 'start',
			...starting(1),
			specifyVariables: 'json',
			variablesJson: '{"callback_url":"https://example.com"}',
			options: { callbackAddress: 'http://127.0.0.1:1/webhook/1/webhook' },
		});
		expect(error?.message).toContain('"callback_url" is given by the operation itself');
		expect(await sandbox().workflow.cases()).toEqual([]);
	});
});

describe('a callback of a case', () => {
	it('tells at once that it ended, and the poll after it tells nothing', async () => {
		const trigger = await published();
		const { key, caseId, url } = await started(trigger);
		await decide(key);
		expect(await calledThrough(trigger, url)).toBe(202);
		expect(told(trigger)).toMatchObject([
			{ event: 'caseEnded', caseId, businessKey: key, ended: true, decidedBy: REVIEWER },
		]);
		expect(await leap(async () => await trigger.poll())).toBeNull();
	});

	it('is answered before the case ends, which is then waited for', async () => {
		const trigger = await published();
		const { key, caseId, url } = await started(trigger);
		expect(await call(url)).toBe(202);
		await decide(key);
		await leap(async () => await trigger.handled(1));
		expect(told(trigger)).toMatchObject([{ caseId }]);
	});

	it('that comes again, or twenty times at once while it is polled, tells nothing twice', async () => {
		const trigger = await published();
		const { key, url } = await started(trigger);
		await decide(key);
		const calls = Array.from({ length: 20 }, async () => await call(url));
		const [polled, ...answers] = await Promise.all([leap(async () => await trigger.poll()), ...calls]);
		await trigger.handled(20);
		expect(answers).toEqual(Array(20).fill(202));
		expect([...told(trigger), ...(polled ?? [])]).toHaveLength(1);
		await calledThrough(trigger, url);
		expect(told(trigger).length + (polled ?? []).length).toBe(1);
		expect(await leap(async () => await trigger.poll())).toBeNull();
	});

	it('that comes after the poll has told it tells nothing', async () => {
		const trigger = await published();
		const { key, caseId, url } = await started(trigger);
		await decide(key);
		expect(await leap(async () => await trigger.poll())).toMatchObject([{ caseId }]);
		expect(await calledThrough(trigger, url)).toBe(202);
		expect(told(trigger)).toEqual([]);
	});

	it('that is lost is made up for by the poll', async () => {
		const trigger = await published();
		const { key, caseId } = await started(trigger);
		await decide(key);
		expect(await leap(async () => await trigger.poll())).toMatchObject([{ caseId }]);
		expect(await leap(async () => await trigger.poll())).toBeNull();
	});

	it('tells which of its tasks was completed', async () => {
		const trigger = await published({ event: 'taskCompleted' });
		const { key, caseId, url } = await started(trigger);
		await decide(key);
		expect(await calledThrough(trigger, url)).toBe(202);
		expect(told(trigger)).toMatchObject([{ event: 'taskCompleted', caseId, businessKey: key }]);
	});

	it('is not believed: of the case that its body names nothing is told', async () => {
		const trigger = await published();
		const [called, other] = [await started(trigger), await started(trigger)];
		await decide(other.key);
		const body = { processInstanceId: other.caseId, businessKey: other.key, ended: true };
		await leap(async () => await calledThrough(trigger, called.url, body));
		expect(told(trigger)).toEqual([]);
	});
});

describe('a call that is refused', () => {
	it.each([
		['no secret', () => ({ secret: undefined })],
		['a forged secret', () => ({ secret: 'f'.repeat(64) })],
		['a secret that is too long', () => ({ secret: 'f'.repeat(65) })],
		['no case', () => ({ key: undefined })],
		['another model', () => ({ model: 'another_model' })],
		['another way of naming it', () => ({ by: 'message' })],
	])('with 401 has %s, and asks nobody anything', async (_what, changes) => {
		const trigger = await published();
		const { key, url } = await started(trigger);
		await decide(key);
		const wrong = altered(url, changes());
		const asked = await askedMeanwhile(async () => expect(await calledThrough(trigger, wrong)).toBe(401));
		expect(asked).toEqual([]);
		expect(told(trigger)).toEqual([]);
	});

	it('with 401 has the secret of another case', async () => {
		const trigger = await published();
		const [one, other] = [await started(trigger), await started(trigger)];
		await decide(one.key);
		const secret = new URL(other.url).searchParams.get('secret') ?? '';
		expect(await calledThrough(trigger, altered(one.url, { secret }))).toBe(401);
		expect(told(trigger)).toEqual([]);
	});

	it('is one by GET', async () => {
		const trigger = await published();
		const { key, url } = await started(trigger);
		await decide(key);
		expect(await call(url, {}, 'GET')).toBe(404);
		expect(trigger.answers).toEqual([]);
	});

	it('is every one where the trigger polls', async () => {
		const trigger = await published({ watchBy: 'polling' });
		const { key, url } = await started(trigger);
		await decide(key);
		expect(await calledThrough(trigger, url)).toBe(401);
		expect(told(trigger)).toEqual([]);
	});
});

describe('a callback that leads to nothing', () => {
	it('comes from a case of a model that is not watched, and asks nobody anything', async () => {
		const trigger = await published({ modelKey: 'another_model' });
		const { key, url } = await started(trigger);
		await decide(key);
		const asked = await askedMeanwhile(async () => expect(await calledThrough(trigger, url)).toBe(202));
		expect(asked).toEqual([]);
		expect(told(trigger)).toEqual([]);
	});

	it('is about a case that the service does not know', async () => {
		const trigger = await published();
		const { caseId, url } = await started(trigger);
		const { cases } = world.sandbox.workflow.kept();
		cases.splice(
			cases.findIndex(({ id }) => id === caseId),
			1,
		);
		expect(await leap(async () => await calledThrough(trigger, url))).toBe(202);
		expect(told(trigger)).toEqual([]);
		expect(trigger.failures).toEqual([]);
	});

	it('is left to the poll where the service does not answer', async () => {
		const trigger = await published();
		const { key, caseId, url } = await started(trigger);
		await decide(key);
		const fault = { service: 'workflow', kind: 'status', status: 503 } as const;
		await sandbox().faults.add({ ...fault, method: 'GET', path: '/workflow', times: 500 });
		expect(await leap(async () => await calledThrough(trigger, url))).toBe(202);
		await sandbox().faults.clear();
		expect(told(trigger)).toEqual([]);
		expect(trigger.failures).toEqual([]);
		expect(await leap(async () => await trigger.poll())).toMatchObject([{ caseId }]);
	});
});
