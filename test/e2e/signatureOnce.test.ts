import axios from 'axios';
import {
	nodesRun,
	outputOf,
	OWN_CONNECTION,
	PATIENCE_MS,
	SandboxClient,
	startWorld,
	runsOf,
	waitFor,
	type Execution,
	type World,
} from './harness';
import { expectVendorContract } from './support/contract';
import { answered } from './support/answered';
import { create, publish } from './support/publishedTemplate';
import { ASKING, loopingWorkflow, sendingWorkflow, waitingWorkflow } from './support/waitingWorkflow';

const SENDS = 50;

/** At the service's pace it takes minutes; the time-out is for what hangs. */
const SENDING_MS = 5 * PATIENCE_MS;

const SIGNER = 'nathan@example.com';

/** A day's patience, and that which two tests wait for: long enough that a slow machine signs within it. */
const [LONG, SHORT] = ['wait-long', 'wait-short'];

/** Two documents one after the other in one execution. */
const LOOP = 'wait-loop';

describe('signature requests in a real n8n from the packed tarball, each connection cut after the service committed', () => {
	let world: World;
	let sandbox: SandboxClient;
	/** Under way while other tests run: the pace of a hundred requests a minute makes it long. */
	let sending: Promise<Execution> | undefined;

	const manyKeys = Array.from({ length: SENDS }, (_, index) => `sandbox1:order:${index + 1}:contract:1`);

	beforeAll(async () => {
		world = await startWorld('signature-once');
		sandbox = new SandboxClient(world.sandbox.url);
		await sandbox.faults.add({
			service: 'signature',
			kind: 'resetAfter',
			method: 'POST',
			path: '/signature-request-quick-create/',
			times: 1_000,
		});
		await publish(world, waitingWorkflow(LONG, 24 * 60));
		await publish(world, waitingWorkflow(SHORT, 2));
		await publish(world, loopingWorkflow(LOOP));
	});

	afterAll(async () => await world?.close());

	const post = async (path: string, body: object) =>
		await axios.post(`${world.n8n.url}/${path}`, body, { ...OWN_CONNECTION, validateStatus: () => true });

	const isOf = (key: string) => (execution: Execution) =>
		JSON.stringify(outputOf(execution, 'Called')).includes(key);

	/** The executions that wait for this key. */
	const waitingFor = async (key: string): Promise<Execution[]> =>
		(await world.client.executions({ status: 'waiting' }, true)).filter(isOf(key));

	/** Begins an execution that sends a document with this key and waits for it. */
	const ask = async (path: string, key: string): Promise<string> => {
		const statuses = await answered(async () => ({
			statuses: [(await post(`webhook/${path}`, { key })).status],
		}));
		expect(statuses).toEqual([200]);
		return await waitFor(
			`the document ${key} to be sent and its execution to wait`,
			async () => {
				const sent = (await sandbox.signature.documents()).find(({ externalId }) => externalId === key);
				return sent && (await waitingFor(key)).length > 0 && sent.uuid;
			},
			{ everyMs: 500 },
		);
	};

	/** The execution that waited for this key, when it is over. */
	const over = async (key: string): Promise<Execution> =>
		await waitFor(
			`the execution of ${key} to end`,
			async () => {
				const ended = await world.client.executions({ status: 'success' }, true);
				return ended.find(isOf(key));
			},
			{ timeoutMs: 2 * PATIENCE_MS, everyMs: 1_000 },
		);

	it('Send and Wait goes on by Signed when the last signature comes, not before, and also after n8n was restarted', async () => {
		const key = 'sandbox1:order:901:contract:1';
		const uuid = await ask(LONG, key);
		await sandbox.signature.act(uuid, { email: SIGNER, action: 'view' });
		await world.n8n.stop();
		await world.n8n.start();
		expect(await waitingFor(key)).toHaveLength(1);
		await sandbox.signature.act(uuid, { email: SIGNER, action: 'sign' });
		const execution = await over(key);
		expect(nodesRun(execution).sort()).toEqual(['Ask', 'Called', 'Signed']);
		expect(outputOf(execution, 'Ask', 1)).toMatchObject([{ documentId: uuid, outcome: 'signed' }]);
	});

	it('Send and Wait goes on by Declined when somebody declines', async () => {
		const many = await create(world, sendingWorkflow(manyKeys));
		sending = world.client.runManually(many.id, 'Start', SENDING_MS);
		// its failure is the last test's business
		sending.catch(() => {});
		const key = 'sandbox1:order:902:contract:1';
		const uuid = await ask(LONG, key);
		await sandbox.signature.act(uuid, { email: SIGNER, action: 'decline', reason: 'No' });
		const execution = await over(key);
		expect(nodesRun(execution).sort()).toEqual(['Ask', 'Called', 'Declined']);
		expect(outputOf(execution, 'Ask', 2)).toMatchObject([{ outcome: 'declined', reason: 'No' }]);
	});

	it('Send and Wait goes on by Timed Out when no callback came, and the branch that reads the document again finds it signed', async () => {
		const key = 'sandbox1:order:903:contract:1';
		await sandbox.signature.settings({ dropCallbacks: true });
		const uuid = await ask(SHORT, key);
		await sandbox.signature.act(uuid, { email: SIGNER, action: 'sign' });
		const execution = await over(key);
		await sandbox.signature.settings({ dropCallbacks: false });
		expect(nodesRun(execution).sort()).toEqual(['Ask', 'Called', 'Read It Again']);
		expect(outputOf(execution, 'Read It Again')).toMatchObject([{ documentId: uuid, outcome: 'signed' }]);
	});

	it('Send and Wait in a loop is not moved by what was asked in an earlier round and answered late', async () => {
		const [early, late] = ['sandbox1:order:905:contract:1', 'sandbox1:order:906:contract:1'];
		await post(`webhook/${LOOP}`, { keys: [early, late] });
		const uuidOf = async (key: string) =>
			await waitFor(
				`the document ${key} to be sent`,
				async () => (await sandbox.signature.documents()).find(({ externalId }) => externalId === key)?.uuid,
				{ timeoutMs: 2 * PATIENCE_MS, everyMs: 1_000 },
			);
		const first = await uuidOf(early);
		const second = await uuidOf(late);
		const waiting = async () =>
			await waitFor(
				'the second round to wait',
				async () => (await waitingFor(early)).find((execution) => runsOf(execution, ASKING).length === 2),
				{ everyMs: 500 },
			);
		const { id } = await waiting();
		await sandbox.signature.act(first, { email: SIGNER, action: 'sign' });
		const statuses = await answered(
			async () => await sandbox.signature.deliver({ documentUuid: first, eventType: 'signed' }),
		);
		expect(statuses).toEqual([200]);
		expect(await waiting()).toMatchObject({ id });
		await sandbox.signature.act(second, { email: SIGNER, action: 'sign' });
		const [timedOut, decided] = runsOf(await over(early), ASKING);
		expect(timedOut.map((items) => items.map(({ key }) => key))).toEqual([[early]]);
		expect(decided[1]).toMatchObject([{ documentId: second, outcome: 'signed' }]);
	});

	it('Send and Wait is not moved by a call without the signed address, nor by a forged body on it', async () => {
		const key = 'sandbox1:order:904:contract:1';
		const uuid = await ask(LONG, key);
		const [{ id }] = await waitingFor(key);
		const unsigned = await answered(async () => ({
			statuses: [(await post(`webhook-waiting/${id}`, { event_type: 'signed' })).status],
		}));
		const forged = await answered(
			async () =>
				await sandbox.signature.deliver({
					documentUuid: uuid,
					eventType: 'signed',
					forge: { body: { document: { status: 'si' } } },
				}),
		);
		expect(unsigned).toEqual([401]);
		expect(forged).toEqual([200]);
		expect(await waitingFor(key)).toMatchObject([{ id }]);
		await sandbox.signature.act(uuid, { email: SIGNER, action: 'sign' });
		expect(nodesRun(await over(key))).toContain('Signed');
	});

	it(`sends one document each in ${SENDS} of ${SENDS} sends`, async () => {
		const execution = await sending;
		if (!execution) throw new Error('the sending has not begun');
		const documents = await sandbox.signature.documents();
		const found = manyKeys.map((key) => documents.filter(({ externalId }) => externalId === key).length);
		expect(found).toEqual(manyKeys.map(() => 1));
		expect(outputOf(execution, 'Send')).toMatchObject(
			manyKeys.map((externalId) => ({ created: true, externalId, status: 'sent' })),
		);
	});

	expectVendorContract('signature requests', () => sandbox, ['signature']);
});
