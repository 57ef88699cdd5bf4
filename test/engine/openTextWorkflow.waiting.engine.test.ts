import type { IDataObject } from 'n8n-workflow';
import { starting } from '../conformance/cases/OpenTextWorkflow/support';
import { SandboxClient } from '../e2e/harness';
import { REVIEWER } from '../sandbox/core';
import { leap, withLeapingSleep } from './support/leapingTime';
import { expectNodeSchema } from './support/schema';
import { useWorld } from './support/useWorld';
import { WaitingRun } from './support/waitingRun';

jest.mock('n8n-workflow', () => withLeapingSleep());

const NODE = 'openTextWorkflow';

/** Where this model keeps its outcome. */
const OPTIONS = { outcomeVariable: 'reviewOrderOutcome' };

/** What came in, which names the case. */
const ITEM = { order: 4711 };

const world = useWorld();

let count = 0;

/** One case of its own, and the execution that waits for it. */
async function begin(more: IDataObject = {}) {
	count += 1;
	const { businessKey, ...fields } = starting(9_000 + count);
	const key = String(businessKey);
	const parameters = {
		resource: 'case',
		operation: 'sendAndWait',
		...fields,
		businessKey: `={{ $json.order ? "${key}" : "" }}`,
		waitAmount: 2,
		waitUnit: 'hours',
		options: OPTIONS,
		...more,
	};
	const setup = { node: NODE, parameters, credentials: world.credentials(NODE), item: ITEM };
	const run = await leap(async () => await WaitingRun.begin(setup));
	const again = async () => await leap(async () => await WaitingRun.begin(setup));
	return { key, run, again, caseId: String(run.begun.flat()[0].json.caseId) };
}

const sandbox = () => new SandboxClient(world.sandbox.url);

const caseOf = async (key: string) => {
	const found = (await sandbox().workflow.cases()).find(({ businessKey }) => businessKey === key);
	if (!found) throw new Error(`No case ${key}`);
	return found;
};

/** The address that the HTTP task of the case would call. */
const addressOf = async (key: string) => String((await caseOf(key)).variables.callback_url);

/** A person decides in the open task of the case. */
const decide = async (key: string, outcome: string) => {
	const task = (await sandbox().workflow.tasks()).find(({ businessKey }) => businessKey === key);
	if (!task) throw new Error(`No task of ${key}`);
	await sandbox().workflow.decide(task.id, { user: REVIEWER, outcome, reason: 'Known customer' });
	await world.control().post('/workflow/settings', { historyDelayMs: 0 });
};

const called = async (run: WaitingRun, address: string, body: IDataObject = {}, method = 'POST') =>
	await leap(async () => await run.call(address, body, method));

describe('Case: Start and Wait', () => {
	it('starts one case, gives it the signed address, and waits until its deadline', async () => {
		const { key, run, caseId } = await begin();
		expect((await caseOf(key)).id).toBe(caseId);
		expect(await addressOf(key)).toMatch(
			/^http:\/\/127\.0\.0\.1\/webhook-waiting\/\d+\/1\?key=.+&model=order_risk_review&by=key&signature=[0-9a-f]{64}$/,
		);
		const left = (run.waitTill?.getTime() ?? 0) - Date.now();
		expect(Math.abs(left - 2 * 3_600_000)).toBeLessThan(60_000);
	});

	it('goes on by Decided when the case calls after people decided, also in an n8n that was restarted', async () => {
		const { key, run, caseId } = await begin();
		const address = await addressOf(key);
		await decide(key, 'approved');
		const { status, outputs = [] } = await called(run, address);
		expect(status).toBe(202);
		expect(outputs.map((items) => items.length)).toEqual([0, 1]);
		const [{ json, pairedItem }] = outputs[1];
		expect(json).toMatchObject({ caseId, ended: true, outcome: 'approved', decidedBy: REVIEWER });
		expect(pairedItem).toMatchObject({ item: 0 });
		expectNodeSchema('OpenTextWorkflow', 'case', 'sendAndWait', json);
	});

	it('goes on waiting when a call comes before the case has ended, and by Decided at the next', async () => {
		const { key, run } = await begin();
		const address = await addressOf(key);
		expect(await called(run, address)).toEqual({ status: 202 });
		await decide(key, 'approved');
		expect((await called(run, address)).outputs?.[1]).toHaveLength(1);
	});

	it('is moved neither by what a call says, nor by the case of another execution', async () => {
		const { key, run } = await begin();
		const other = await begin();
		await decide(other.key, 'approved');
		const { id: caseId } = await caseOf(other.key);
		const said = { processInstanceId: caseId, businessKey: other.key, ended: true, decision: 'approved' };
		expect(await called(run, await addressOf(key), said)).toEqual({ status: 202 });
	});

	it('is not moved by an address that n8n signed in an earlier round of a loop, for a case that has ended since', async () => {
		const { key, run } = await begin();
		const earlier = await begin();
		const address = await addressOf(key);
		await decide(earlier.key, 'approved');
		const { searchParams } = new URL(await addressOf(earlier.key));
		searchParams.delete('signature');
		const signed = await run.signed(Object.fromEntries(searchParams));
		expect(await called(run, signed)).toEqual({ status: 202 });
		await decide(key, 'approved');
		expect((await called(run, address)).outputs?.[1]).toHaveLength(1);
	});

	it('refuses a call whose address n8n did not sign, and takes POST alone', async () => {
		const { key, run } = await begin();
		const other = await begin();
		const address = await addressOf(key);
		await decide(key, 'approved');
		await decide(other.key, 'approved');
		const forged = new URL(address);
		forged.searchParams.set('key', other.key);
		const unsigned = new URL(address);
		unsigned.searchParams.delete('signature');
		for (const wrong of [forged, unsigned, new URL(address.slice(0, -1))]) {
			expect(await called(run, wrong.toString())).toEqual({ status: 401 });
		}
		expect(await called(run, address, {}, 'GET')).toEqual({ status: 404 });
		expect((await called(run, address)).outputs?.[1]).toHaveLength(1);
	});

	it('goes on by Timed Out with what came in, and the look at the case that follows finds a decision whose call was lost', async () => {
		const { key, run, again, caseId } = await begin();
		await decide(key, 'rejected');
		const outputs = await run.timeUp();
		expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([[ITEM]]);
		const looked = await world.must(NODE, {
			resource: 'case',
			operation: 'getDecision',
			caseId: { __rl: true, mode: 'businessKey', value: key },
			options: OPTIONS,
		});
		expect(looked).toMatchObject({ caseId, ended: true, outcome: 'rejected' });
		const { begun, waitTill } = await again();
		expect(waitTill).toBeUndefined();
		expect(begun.map((items) => items.length)).toEqual([0, 1]);
		expect(begun[1][0].json).toMatchObject({ created: false, caseId, outcome: 'rejected' });
	});

	it('has a case that was there before call the execution that waits now, and starts no second one', async () => {
		const { key, caseId } = await begin();
		const { id: first } = await caseOf(key);
		const parameters = { resource: 'case', operation: 'sendAndWait', ...starting(1), businessKey: key };
		await world.must(NODE, {
			resource: 'case',
			operation: 'setVariables',
			caseId,
			specifyVariables: 'json',
			variablesJson: '{"callback_url": "https://elsewhere.example.com"}',
		});
		const credentials = world.credentials(NODE);
		const run = await leap(
			async () => await WaitingRun.begin({ node: NODE, parameters, credentials, item: ITEM }),
		);
		expect(run.begun[0][0].json).toMatchObject({ created: false, caseId: first });
		expect(run.hints).toEqual([expect.stringContaining('now calls this execution')]);
		const address = await addressOf(key);
		await decide(key, 'approved');
		expect((await called(run, address)).outputs?.[1]).toHaveLength(1);
	});
});
