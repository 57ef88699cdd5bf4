import type { World } from './harness';
import { answered } from './support/answered';
import { expectVendorContract } from './support/contract';
import { publish } from './support/publishedTemplate';
import { EXPIRED, placeLarge, SENT, SIGNED } from './support/scenarios/signOff';
import type { SignOff } from './support/signOff';
import { openSignOff, type SignOffWorld } from './support/signOffWorld';
import { file, node, PACK, to } from './support/waitingWorkflow';

/** A workflow that hears of documents as soon as they are signed. */
const WATCHER = file(
	'Document Signed',
	[
		{
			...node('Document Signed', `${PACK}.openTextCoreSignatureTrigger`, 1, {
				eventTypes: ['signed', 'declined'],
				options: { sweep: false },
			}),
			webhookId: 'watched-documents',
		},
		node('Then', 'n8n-nodes-base.noOp', 1, {}, 1),
	],
	{ 'Document Signed': { main: [to('Then')] } },
);

describe('the order sign-off, in a real n8n from the packed tarball', () => {
	let opened: SignOffWorld;
	let world: World;
	let signOff: SignOff;

	beforeAll(async () => {
		opened = await openSignOff('order-sign-off');
		({ world, signOff } = opened);
	});

	afterAll(async () => await opened?.close());

	it.each([SIGNED, ...SENT])('$rule', async ({ play }) => await play(signOff));

	it('is neighbour to a workflow that the service calls: forged calls start neither of them, no secret, wrong secret, altered body, other document', async () => {
		const [id, otherId] = [await placeLarge(signOff), await placeLarge(signOff)];
		const { uuid } = await signOff.sent(id);
		const { uuid: other } = await signOff.sent(otherId);
		const watcher = await publish(world, WATCHER);
		const forgeries = {
			'no secret': { secret: 'none' },
			'wrong secret': { secret: 'wrong' },
			'altered body': { body: { event_type: 'declined' } },
			'other document': { body: { document: { uuid: other } } },
		} as const;
		const answers: Record<string, number[]> = {};
		for (const [name, forge] of Object.entries(forgeries)) {
			answers[name] = await answered(
				async () =>
					await signOff.sandbox.signature.deliver({ documentUuid: uuid, eventType: 'signed', forge }),
			);
		}
		// The decision trigger is called too: it takes what a callback says for a hint, and looks by itself.
		expect(answers).toEqual({
			'no secret': [401, 401],
			'wrong secret': [401, 401],
			'altered body': [200, 401],
			'other document': [200, 401],
		});
		await signOff.settled();
		expect(await world.client.executions({ workflowId: watcher.id })).toEqual([]);
		const states = [await signOff.link(id), await signOff.link(otherId)].map((link) => link?.state);
		expect(states).toEqual(['open', 'open']);
		await world.client.deactivate(watcher.id);
	});

	// Last, because the store's deliveries are signed with the sandbox's time, which is then another day.
	it.each([...EXPIRED])('$rule', async ({ play }) => await play(signOff));

	it('had no execution that went wrong', async () => {
		expect(await signOff.quiet()).toEqual([]);
	});

	expectVendorContract('the order sign-off', () => signOff.sandbox, ['bigcommerce', 'signature']);
});
