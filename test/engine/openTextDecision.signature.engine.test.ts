import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { SandboxClient } from '../e2e/harness/sandboxClient';
import { movableClock } from './support/movableClock';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

const ON_HOLD = 12;
const DAY_MS = 24 * 3_600_000;
const BUYER = 'buyer@example.com';
const APPROVER = 'manager@example.com';

const linked = z.object({ link: z.object({ key: z.string(), round: z.number(), state: z.string() }) });

const world = useWorld();
let sandbox: SandboxClient;
const clock = movableClock();

beforeAll(() => {
	sandbox = new SandboxClient(world.sandbox.url);
});

const DOCUMENT = `<h1>Confirmation of order {{ orderNumber }}</h1>
<table>{{#lines}}<tr><td>{{ sku }}</td><td>{{ article }}</td><td>{{ quantity }}</td><td>{{ price }}</td></tr>{{/lines}}</table>
<p>Total {{ total }}, released for {{ sellerName }}. {{ linkKey }}, round {{ round }}, {{ today }}</p>
<p>[[s|buyer|r:1]] [[d|buyer]]</p>`;

const signer = (role: string, more: IDataObject = {}) => ({
	role,
	email: BUYER,
	order: 1,
	required: true,
	...more,
});

const SIGNERS = [signer('buyer'), signer('approver', { email: APPROVER, order: 2, approvesOnly: true })];

const ASK: INodeParameters = {
	resource: 'decision',
	operation: 'ask',
	purpose: 'order-sign-off',
	name: 'Order sign-off',
	askBy: 'signature',
	document: DOCUMENT,
	signers: { signer: SIGNERS },
	details: {
		detail: [
			{ name: 'total', value: '2480.00' },
			{ name: 'sellerName', value: 'Example <Store> [[s|approver]]' },
		],
	},
	watch: ['total', 'lines', 'addresses'],
	hold: 'hold',
	answerWantedWithin: 7 * 24,
};

const about = (id: number) => ({ orderId: { __rl: true, mode: 'id', value: String(id) } });

const ask = async (id: number, more: INodeParameters = {}) =>
	await world.run('openTextDecision', { ...ASK, ...about(id), ...more });

/** What came out by each output. */
const outputs = ({ outputs: all, error }: Awaited<ReturnType<typeof ask>>): IDataObject[][] => {
	if (error) throw error;
	return [0, 1].map((at) => (all[at] ?? []).map(({ json }) => json));
};

const asked = async (id: number, more?: INodeParameters) =>
	linked.parse(outputs(await ask(id, more))[0][0]).link;

const finish = async (key: string, more: INodeParameters) =>
	await world.run('openTextDecision', { resource: 'decision', operation: 'finish', linkKey: key, ...more });

const orderOf = async (id: number) => {
	const order = await sandbox.bigCommerce.order(id);
	if (!order) throw new Error(`order ${id} is not there`);
	return order;
};

/** The document of a question, once the service has mailed it. */
const documentOf = async (key: string) => {
	const find = async () => (await sandbox.signature.documents()).find(({ externalId }) => externalId === key);
	const document = await find();
	if (!document) throw new Error(`there is no document of ${key}`);
	if (!['co', 'ne'].includes(document.status)) return document;
	await world.signatures().mailed(document.uuid);
	return { ...document, ...(await find()) };
};

const act = async (key: string, email: string, action: 'sign' | 'approve' | 'decline', reason?: string) => {
	const { uuid } = await documentOf(key);
	await sandbox.signature.act(uuid, { email, action, ...(reason && { reason }) });
	await world.signatures().finished(uuid);
};

const signAll = async (key: string) => {
	await act(key, BUYER, 'sign');
	await act(key, APPROVER, 'approve');
};

const triggerOf = async () => {
	const trigger = await PublishedTrigger.open({
		node: 'openTextDecisionTrigger',
		parameters: { purpose: 'order-sign-off', askBy: 'signature' },
		credentials: world.credentials('openTextDecisionTrigger'),
	});
	// The first poll looks at everything; from then on the event log tells.
	await trigger.pollOutputs();
	return trigger;
};

it('whose workflow is published after people were asked is told what they did before, and the others are read in one list', async () => {
	const { key: signed } = await asked(await world.placeOrder());
	const { key: begun } = await asked(await world.placeOrder());
	const { key: open } = await asked(await world.placeOrder());
	await signAll(signed);
	await act(begun, BUYER, 'sign');
	await sandbox.exchanges.clear();
	const trigger = await PublishedTrigger.open({
		node: 'openTextDecisionTrigger',
		parameters: { purpose: 'order-sign-off', askBy: 'signature' },
		credentials: world.credentials('openTextDecisionTrigger'),
	});
	const [decided, progress] = (await trigger.pollOutputs()) ?? [];
	expect(decided).toMatchObject([{ outcome: 'signed', link: { key: signed } }]);
	expect(progress).toMatchObject([{ event: 'signerSigned', link: { key: begun } }]);
	const urls = (await sandbox.exchanges.list()).map(({ url }) => decodeURIComponent(url));
	expect(urls.filter((url) => url.includes(open))).toEqual([]);
	await trigger.close();
});

describe('a question that is asked by signature', () => {
	it('is mailed once: the order is on hold, the document says what it is about, and no value became a tag', async () => {
		const id = await world.placeOrder();
		const link = await asked(id);
		expect(link).toMatchObject({ round: 1, state: 'open' });
		expect((await orderOf(id)).status_id).toBe(ON_HOLD);
		const document = await documentOf(link.key);
		expect(document.signers).toMatchObject([
			{ role: 'sender' },
			{ email: BUYER, role: 'signer' },
			{ email: APPROVER, role: 'approver' },
		]);
		const text = await sandbox.signature.text(document.uuid);
		expect(text).toContain(`Confirmation of order ${id}`);
		expect(text).toContain('Total 2480.00, released for Example <Store> [ [s|approver] ]');
		expect(text.match(/\[\[[^\]]*\]\]/g)).toEqual(['[[s|1|r:1]]', '[[d|1]]']);
	});

	it('that is asked by many runs at once is mailed once', async () => {
		const id = await world.placeOrder();
		const runs = await Promise.all(Array.from({ length: 8 }, async () => outputs(await ask(id))));
		expect(runs.flatMap(([done]) => done)).toHaveLength(1);
		expect(await sandbox.signature.documents()).toHaveLength(1);
	});

	it('is asked anew when a line was added: document 1 is cancelled, document 2 is mailed', async () => {
		const id = await world.placeOrder();
		const first = await asked(id);
		await documentOf(first.key);
		await sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const second = await asked(id);
		expect(second.round).toBe(2);
		expect((await documentOf(first.key)).status).toBe('ca');
		expect((await documentOf(second.key)).status).toBe('se');
		const trigger = await triggerOf();
		await signAll(second.key);
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ link: { key: second.key }, clear: true }]);
		await trigger.close();
	});

	it('gives who signs in a page the link, also while it waits', async () => {
		const id = await world.placeOrder();
		const signers = { signer: [signer('buyer', { embedded: true })] };
		const [[item]] = outputs(await ask(id, { signers }));
		expect(item).toMatchObject({ signingLink: expect.stringMatching(/^http/), address: expect.any(String) });
		const [, [waiting]] = outputs(await ask(id, { signers }));
		expect(waiting).toMatchObject({ reason: 'asked already', signingLink: item.signingLink });
	});

	const REFUSED: Array<[why: string, more: INodeParameters, words: string]> = [
		[
			'somebody who is required has no address',
			{ signers: { signer: [signer('buyer', { email: '' })] } },
			'the required signer "buyer" has no e-mail address',
		],
		[
			'who wants it would sign for it',
			{ options: { requestedBy: BUYER.toUpperCase() } },
			'the required signer "buyer" is who wants the decision',
		],
		[
			'two who are required have one address',
			{ signers: { signer: [signer('buyer'), signer('approver', { approvesOnly: true })] } },
			'the required signer "approver" has the address of another one',
		],
		[
			'somebody who is required has no place to sign',
			{ document: '<p>{{ total }}</p>' },
			'the document has no place to sign for "buyer": write [[s|buyer|r:1]] where it is',
		],
		[
			'a value is missing',
			{ document: '{{ colour }} [[s|buyer]]' },
			'the document has {{ colour }}, which has no value: fill it, or put {{#colour}} … {{/colour}} around what needs it',
		],
	];

	it.each(REFUSED)(
		'is not mailed when %s: the order stays on hold, and note and item say why',
		async (_why, more, words) => {
			const id = await world.placeOrder();
			const { error } = await ask(id, more);
			expect(error?.message).toBe(`Item 1: Order sign-off: not asked, ${words}`);
			const order = await orderOf(id);
			expect(order.status_id).toBe(ON_HOLD);
			expect(order.staff_notes).toContain(`Order sign-off: not asked, ${words}. (round 1)`);
			expect(await sandbox.signature.documents()).toEqual([]);
			// What was put right is asked at once, in the same round.
			expect(await asked(id)).toMatchObject({ round: 1, state: 'open' });
			expect(await sandbox.signature.documents()).toHaveLength(1);
		},
	);

	it.each([
		[
			'[[s|buyer]] {{#vip}}[[s|seller]]{{/vip}}',
			'has a tag for "seller", but no signer has this role: buyer, approver',
		],
		['{{#vip}} [[s|buyer]]', 'has {{#vip}}, which is not closed'],
	])(
		'whose text is wrong for every order (%s) is refused before anything is held',
		async (document, words) => {
			const id = await world.placeOrder();
			const { status_id: before } = await orderOf(id);
			const { error } = await ask(id, { document });
			expect(error?.message).toBe(`Item 1: The document ${words}`);
			expect(error?.description).toContain('Nothing was changed.');
			expect((await orderOf(id)).status_id).toBe(before);
		},
	);
});

describe('a document that people answered', () => {
	it('is told with who signed, and the order is released once', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await orderOf(id);
		const { key } = await asked(id);
		const trigger = await triggerOf();
		await act(key, BUYER, 'sign');
		const [, progress] = (await trigger.pollOutputs()) ?? [];
		expect(progress).toMatchObject([
			{ event: 'signerSigned', text: `Order sign-off: ${BUYER} has signed.`, link: { key } },
		]);
		expect(await trigger.pollOutputs()).toBeNull();
		await act(key, APPROVER, 'approve');
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({
			outcome: 'signed',
			decidedBy: APPROVER,
			people: [
				{ who: BUYER, step: 'buyer', outcome: 'signed' },
				{ who: APPROVER, step: 'approver', outcome: 'approved' },
			],
			document: { externalId: key, outcome: 'signed', final: true },
			details: { total: '2480.00' },
			unchanged: true,
			clear: true,
			again: 0,
			order: { id },
		});
		outputs(await finish(key, { verdict: 'go', change: 'asBefore' }));
		expect((await orderOf(id)).status_id).toBe(before);
		clock.aheadMs = DAY_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('that was declined is told with the words of who declined', async () => {
		const id = await world.placeOrder();
		const { key } = await asked(id);
		const trigger = await triggerOf();
		await act(key, BUYER, 'decline', 'wrong quantity');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([
			{ outcome: 'declined', reason: 'wrong quantity', decidedBy: BUYER },
		]);
		// What the fields stand on when only the verdict is chosen: whoever said no has not let it go.
		outputs(await finish(key, { verdict: 'stop', change: 'asBefore' }));
		expect((await orderOf(id)).status_id).toBe(ON_HOLD);
		await trigger.close();
	});

	it('that nobody signed in time is told as expired, and the order stays on hold', async () => {
		const id = await world.placeOrder();
		const { key } = await asked(id);
		const trigger = await triggerOf();
		// What is mailed after those days is not late.
		await documentOf(key);
		await sandbox.advanceClock(8 * DAY_MS);
		clock.aheadMs = 8 * DAY_MS;
		const told = await trigger.pollOutputs();
		expect(told?.[0]).toMatchObject([{ outcome: 'expired', link: { key } }]);
		expect((await orderOf(id)).status_id).toBe(ON_HOLD);
		await trigger.close();
	});

	it('by somebody else than was asked does not count as unchanged', async () => {
		const id = await world.placeOrder();
		const { key } = await asked(id, { signers: { signer: [signer('buyer')] } });
		const trigger = await triggerOf();
		const { uuid } = await documentOf(key);
		const forwarding = { email: BUYER, action: 'forward', forwardTo: 'other@example.com' };
		await world.control().post(`/signature/documents/${uuid}/act`, forwarding);
		expect((await trigger.pollOutputs())?.[1]).toMatchObject([{ event: 'forwarded' }]);
		await act(key, 'other@example.com', 'sign');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([
			{
				outcome: 'signed',
				unchanged: false,
				changed: ['signer'],
				clear: false,
				people: [{ who: 'other@example.com', step: null }],
			},
		]);
		await trigger.close();
	});

	it('is found again by its key when the run died before it was recorded, and told', async () => {
		const id = await world.placeOrder();
		// The claim and the document are there, the recording fails.
		await sandbox.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			method: 'PUT',
			path: `/v3/orders/${id}/metafields`,
			status: 403,
			times: 9,
		});
		expect((await ask(id)).error).toBeDefined();
		await sandbox.faults.clear();
		const [{ externalId }] = await sandbox.signature.documents();
		const key = String(externalId);
		clock.aheadMs = 10 * 60_000;
		const trigger = await triggerOf();
		await signAll(key);
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ outcome: 'signed', link: { key } }]);
		expect(await sandbox.signature.documents()).toHaveLength(1);
		await trigger.close();
	});
});

describe('a document that is over', () => {
	it('is withdrawn: the request is cancelled, the order goes back, and nothing is told', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await orderOf(id);
		const { key } = await asked(id);
		await documentOf(key);
		const trigger = await triggerOf();
		const withdrawing = {
			resource: 'decision',
			operation: 'withdraw',
			purpose: 'order-sign-off',
			...about(id),
		};
		expect((await world.run('openTextDecision', withdrawing)).error?.message).toContain(
			'was asked by signature',
		);
		expect(await world.must('openTextDecision', { ...withdrawing, askBy: 'signature' })).toMatchObject({
			withdrawn: true,
		});
		expect((await documentOf(key)).status).toBe('ca');
		expect((await orderOf(id)).status_id).toBe(before);
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});
});
