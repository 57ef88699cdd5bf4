/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { isDeepStrictEqual } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import {
	failureOf,
	outputOf,
	startWorld,
	waitFor,
	type Execution,
	type WorkflowFile,
	type World,
} from './harness';
import { create } from './support/publishedTemplate';
import { file, node, PACK, sendingWorkflow, to } from './support/waitingWorkflow';

/** A registration at a service, however the service names its parts. */
interface Registration {
	event: string;
	address: string;
	active: boolean;
}

/** A trigger with a webhook at its service, and what is to be seen of it. */
interface Case {
	trigger: string;
	parameters: INodeParameters;
	events: string[];
	changed: { parameters: INodeParameters; events: string[] };
	/** what the service has registered */
	registrations: (world: World) => Promise<Registration[]>;
	/** makes the event happen of which `events` names the first */
	happen: (world: World) => Promise<unknown>;
}

const flag = (value: unknown): boolean => value !== false;

const textOf = (value: object, field: string): string => String(Reflect.get(value, field) ?? '');

let sent = 0;

/** Sends a document for signature and waits until it is on its way. */
const send = async (world: World): Promise<void> => {
	sent += 1;
	const { id } = await create(world, sendingWorkflow([`sandbox1:order:${sent}:registration:1`]));
	expect(failureOf(await world.client.runManually(id, 'Start'))).toBeUndefined();
};

const signatureWebhooks = async ({ sandbox }: World): Promise<Registration[]> =>
	(await sandbox.client.signature.webhooks()).flatMap((webhook) =>
		typeof webhook === 'object' && webhook !== null
			? [
					{
						event: textOf(webhook, 'event_type'),
						address: textOf(webhook, 'callback_url'),
						active: flag(Reflect.get(webhook, 'active')),
					},
				]
			: [],
	);

const CASES: Case[] = [
	{
		trigger: 'bigCommerceTrigger',
		parameters: { scopes: ['store/order/created', 'store/order/statusUpdated'], options: { sweep: false } },
		events: ['store/order/created', 'store/order/statusUpdated'],
		changed: {
			parameters: { scopes: ['store/order/created', 'store/order/archived'], options: { sweep: false } },
			events: ['store/order/archived', 'store/order/created'],
		},
		registrations: async ({ sandbox }) =>
			(await sandbox.client.bigCommerce.hooks()).map(({ scope, destination, is_active }) => ({
				event: scope,
				address: destination,
				active: is_active,
			})),
		happen: async ({ sandbox }) => await sandbox.client.bigCommerce.place('harmless'),
	},
	{
		trigger: 'openTextCoreSignatureTrigger',
		parameters: { eventTypes: ['sent', 'signed'], options: { sweep: false } },
		events: ['sent', 'signed'],
		changed: {
			parameters: { eventTypes: ['sent', 'declined'], options: { sweep: false } },
			events: ['declined', 'sent'],
		},
		registrations: signatureWebhooks,
		happen: send,
	},
];

const workflowOf = (trigger: string, parameters: INodeParameters): WorkflowFile =>
	file(
		`Registered ${trigger}`,
		[
			{ ...node('Trigger', `${PACK}.${trigger}`, 1, parameters), webhookId: `registered-${trigger}` },
			node('Then', 'n8n-nodes-base.noOp', 1, {}, 1),
		],
		{ Trigger: { main: [to('Then')] } },
	);

describe('webhooks at the services, in a real n8n from the packed tarball', () => {
	let world: World;

	beforeAll(async () => {
		world = await startWorld('registration');
	});

	afterAll(async () => await world?.close());

	describe.each(CASES)('of $trigger', ({ trigger, parameters, events, changed, registrations, happen }) => {
		let id: string;

		beforeAll(async () => {
			({ id } = await create(world, workflowOf(trigger, parameters)));
		});

		const registered = async () => (await registrations(world)).map(({ event }) => event).sort();

		/** Each event once, active, and all at one address of this n8n. */
		const expectRegistered = async (expected: string[]) => {
			expect(await registered()).toEqual(expected);
			const found = await registrations(world);
			expect(found.filter(({ active }) => !active)).toEqual([]);
			for (const { address } of found) expect(address.startsWith(`${world.n8n.url}/webhook/`)).toBe(true);
		};

		/** How many executions the trigger has begun by a delivery. */
		const begun = async () => {
			const executions = await world.client.executions({ workflowId: id });
			return executions.filter(({ mode, status }) => mode === 'webhook' && status === 'success').length;
		};

		/** Makes the event happen and waits for the execution that it begins. */
		const expectDelivery = async () => {
			const before = await begun();
			await happen(world);
			await waitFor('a delivery to begin an execution', async () => (await begun()) > before);
		};

		it('are made for a test by hand, which shows the delivery that it waited for, and are gone after it', async () => {
			await world.client.listenManually(id, 'Trigger');
			const made = await registrations(world);
			expect(made.map(({ event }) => event).sort()).toEqual(events);
			for (const { address } of made) expect(address.startsWith(`${world.n8n.url}/webhook-test/`)).toBe(true);
			await happen(world);
			// An order that is placed has two events; where both arrive before the test is over, n8n shows both.
			const isOver = ({ mode, status }: Execution) => mode === 'manual' && status === 'success';
			const executions = await world.client.waitForExecutions((found) => found.some(isOver), {
				filter: { workflowId: id },
				withData: true,
				what: 'the test by hand to end',
			});
			const [execution] = executions.filter(isOver);
			expect(outputOf(execution, 'Trigger')).toMatchObject([{ source: 'webhook' }]);
			await waitFor('the registrations to go', async () => (await registrations(world)).length === 0);
		});

		it('are made by publishing, one for each event, and deliveries arrive', async () => {
			await world.client.activate(id);
			await expectRegistered(events);
			await expectDelivery();
		});

		it('are the same after a restart, and deliveries arrive', async () => {
			const before = await registrations(world);
			await world.n8n.restart();
			expect(await registrations(world)).toEqual(before);
			await expectDelivery();
		});

		it('follow an update of the published workflow: what is new is made, what is gone is removed', async () => {
			const { credentials } = (await world.client.workflow(id)).nodes[0];
			const workflow = workflowOf(trigger, changed.parameters);
			const nodes = workflow.nodes.map((each) => (each.name === 'Trigger' ? { ...each, credentials } : each));
			await world.client.updateWorkflow(id, { ...workflow, nodes });
			await waitFor('the registrations to change', async () =>
				isDeepStrictEqual(await registered(), changed.events),
			);
			await expectRegistered(changed.events);
			await expectDelivery();
		});

		it('are gone after unpublishing', async () => {
			await world.client.deactivate(id);
			expect(await registrations(world)).toEqual([]);
		});

		it('are there again after publishing again', async () => {
			await world.client.activate(id);
			await expectRegistered(changed.events);
			await expectDelivery();
		});
	});

	describe('of openTextDecisionTrigger, which also polls', () => {
		const PURPOSE = 'callbacks-alone';
		const SIGNER = 'nathan@example.com';

		/** What it is called for: whatever ends a question that is asked by signature, or is worth a word before that. */
		const EVENTS = [
			'cancelled',
			'convert_error',
			'declined',
			'expired',
			'sending_error',
			'signed',
			'signer_email_bounced',
			'signer_forwarded',
			'signer_signed',
		];

		/** It polls when it is published, and then once a year. */
		const deciding = workflowOf('openTextDecisionTrigger', {
			purpose: PURPOSE,
			askBy: 'signature',
			pollTimes: { item: [{ mode: 'custom', cronExpression: '0 0 0 1 1 *' }] },
		});

		const asking = file(
			'Ask by signature',
			[
				node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
				node('Newest', `${PACK}.bigCommerce`, 1, { resource: 'order', operation: 'getAll', limit: 1 }, 1),
				node(
					'Ask',
					`${PACK}.openTextDecision`,
					1,
					{
						orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
						purpose: PURPOSE,
						name: 'Sign-off',
						askBy: 'signature',
						document: '<p>{{ orderNumber }}</p>[[s|buyer|r:1]]',
						signers: { signer: [{ role: 'buyer', email: SIGNER, order: 1, required: true }] },
					},
					2,
				),
			],
			{ Start: { main: [to('Newest')] }, Newest: { main: [to('Ask')] } },
		);

		const registered = async () => await signatureWebhooks(world);

		it('are made by publishing, tell a signature before any poll, and are gone after unpublishing', async () => {
			const { signature, bigCommerce } = world.sandbox.client;
			// What the trigger before it has registered is none of this one's.
			const others = (await registered()).map(({ address }) => address);
			const own = async () => (await registered()).filter(({ address }) => !others.includes(address));
			const { id } = await create(world, deciding);
			await world.client.activate(id);
			expect((await own()).map(({ event }) => event).sort()).toEqual(EVENTS);
			for (const { address } of await own())
				expect(address.startsWith(`${world.n8n.url}/webhook/`)).toBe(true);
			await bigCommerce.place('harmless');
			const { id: askingId } = await create(world, asking);
			expect(failureOf(await world.client.runManually(askingId, 'Start'))).toBeUndefined();
			const document = await waitFor('the document to be mailed', async () =>
				(await signature.documents()).find(
					({ externalId, status }) => externalId?.includes(PURPOSE) && status === 'se',
				),
			);
			await signature.act(document.uuid, { email: SIGNER, action: 'sign' });
			const isTold = (execution: Execution) =>
				execution.status === 'success' && outputOf(execution, 'Trigger').length > 0;
			const executions = await world.client.waitForExecutions((found) => found.some(isTold), {
				filter: { workflowId: id },
				withData: true,
				what: 'the callback to tell the signature',
			});
			const told = executions.filter(isTold);
			expect(told.map(({ mode }) => mode)).toEqual(['webhook']);
			expect(outputOf(told[0], 'Trigger')).toMatchObject([
				{ outcome: 'signed', link: { key: document.externalId, purpose: PURPOSE } },
			]);
			await world.client.deactivate(id);
			expect(await own()).toEqual([]);
		});
	});
});
