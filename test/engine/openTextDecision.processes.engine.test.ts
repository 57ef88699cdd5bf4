import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { byId } from '../conformance/support/operationCase';
import type { Fault } from '../sandbox/core/faults';
import { about, AWAITING_FULFILLMENT, Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { OtherProcess } from './support/otherProcess';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

/** n8n may have several processes, and what each keeps in mind is its own: only the store is shared. The second one is a real process here. */

const BUYER = 'buyer@example.com';
const PURPOSE = 'order-sign-off';

const linked = z.object({ link: z.object({ key: z.string() }) });

const world = useWorld();
const decisions = new Decisions(world);
let other: OtherProcess;

beforeAll(() => {
	other = new OtherProcess();
});

afterAll(async () => await other.close());

/** Both processes have read it before one of them writes. */
/** How long the store takes where both shall meet. */
const SLOW_MS = 700;

const slow = (method: string, path: string, more: Partial<Fault> = {}) =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind: 'delay',
		method,
		path,
		delayMs: SLOW_MS,
		times: 20,
		...more,
	});

const sent = (method: string, path: RegExp) =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter((call) => call.method === method && path.test(call.url));

describe('a signature of which two processes are called', () => {
	const ASK: INodeParameters = {
		resource: 'decision',
		operation: 'ask',
		purpose: PURPOSE,
		name: 'Order sign-off',
		askBy: 'signature',
		document: '<p>{{ orderNumber }}</p>[[s|buyer|r:1]]',
		signers: { signer: [{ role: 'buyer', email: BUYER, order: 1, required: true }] },
		watch: ['total'],
		hold: 'hold',
		answerWantedWithin: 7 * 24,
	};

	it(
		'at once is told by one of them, and every step of it once',
		async () => {
			const setup = {
				node: 'openTextDecisionTrigger',
				parameters: { purpose: PURPOSE, askBy: 'signature' },
				credentials: world.credentials('openTextDecisionTrigger'),
			};
			const trigger = await PublishedTrigger.open(setup);
			await trigger.pollOutputs();
			await trigger.publish();
			await other.carryOut({ do: 'publish', setup });
			const id = await world.placeOrder();
			const [[item]] = outputsOf(await world.run('openTextDecision', { ...ASK, ...about(id) }));
			const { key } = linked.parse(item).link;
			const { sandbox } = decisions;
			const document = (await sandbox.signature.documents()).find(({ externalId }) => externalId === key);
			const uuid = document?.uuid ?? '';
			await world.signatures().mailed(uuid);
			slow('PUT', `/v3/orders/${id}/metafields/`);
			await sandbox.signature.act(uuid, { email: BUYER, action: 'sign' });
			// That of the signer, and that of the document.
			await trigger.answered(2);
			const there = await other.carryOut({ do: 'told', answered: 2 });
			await trigger.close();
			const told: IDataObject[] = [...trigger.started.flat(), ...there.outputs.flat()];
			expect(told.filter(({ outcome }) => outcome)).toMatchObject([{ outcome: 'signed', again: 0 }]);
			const events = told.flatMap(({ event }) => event ?? []);
			expect(events).toEqual([...new Set(events)]);
			const { told: marks } = await decisions.roundOf(id, key);
			expect(marks).toMatchObject({ times: 1 });
			const turns = sent('POST', /\/metafields$/).map(({ requestBody }) => JSON.stringify(requestBody));
			expect(turns.filter((body) => body.includes('opentext_once')).length).toBeGreaterThan(0);
			const { outputs } = await world.run('bigCommerce', {
				resource: 'orderMetafield',
				operation: 'getAll',
				...about(id),
				returnAll: true,
			});
			// Nothing is left of the turns.
			expect(outputs.flat().map(({ json }) => json.namespace)).toEqual([`opentext_link.${PURPOSE}`]);
		},
		2 * MINUTE_MS,
	);
});

describe('a decision that two processes carry out at once', () => {
	const decided = async (outcome = 'approved') => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.decide(key, outcome);
		const trigger = await decisions.triggerOf();
		await trigger.pollOutputs();
		await trigger.close();
		return { id, key };
	};

	const both = async (node: string, parameters: INodeParameters) =>
		await Promise.all([
			world.run(node, parameters).then(({ outputs, error }) => ({
				outputs: outputs.map((items) => items.map(({ json }) => json)),
				error: error?.message,
			})),
			other.carryOut({ do: 'run', run: { node, parameters, credentials: world.credentials(node) } }),
		]);

	const finishing = (linkKey: string): INodeParameters => ({
		resource: 'decision',
		operation: 'finish',
		linkKey,
		verdict: 'go',
		change: 'asBefore',
	});

	it.each([
		['before either has recorded the verdict', '/v3/orders/\\d+/metafields/'],
		['before either has changed the order', '/v2/orders/\\d+$'],
	])('%s ends as one Go, with one note', async (_when, path) => {
		const { id, key } = await decided();
		slow('PUT', path);
		const ended = await both('openTextDecision', finishing(key));
		world.sandbox.context.faults.clear();
		// Whoever came second is Done as well, or is told that somebody else wrote: never held back.
		expect(ended.flatMap(({ outputs }) => outputs[1] ?? [])).toEqual([]);
		expect(ended.flatMap(({ outputs }) => outputs[0] ?? []).length).toBeGreaterThan(0);
		const order = await decisions.orderOf(id);
		expect(order.status_id).toBe(AWAITING_FULFILLMENT);
		expect(String(order.staff_notes).split('Risk review: approved')).toHaveLength(2);
		expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'applied', verdict: 'go' });
		const again = await decisions.finish(key, { verdict: 'go', change: 'asBefore' });
		expect(outputsOf(again)[0]).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
	});

	it(
		'gives the money back once',
		async () => {
			const { id, key } = await decided('rejected');
			slow('POST', 'payment_actions/refunds$');
			const ended = await both('bigCommerce', {
				resource: 'refund',
				operation: 'create',
				orderId: byId(id),
				what: 'lines',
				lines: 'MUG-GRY 1',
				forDecision: key,
			});
			expect(sent('POST', /payment_actions\/refunds$/)).toHaveLength(1);
			const made = ended.flatMap(({ outputs }) => outputs.flat());
			expect(made.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
		},
		2 * MINUTE_MS,
	);

	it(
		'gives the money back one refund at a time, for whatever decisions',
		async () => {
			const id = await world.placeOrder();
			slow('POST', 'payment_actions/refunds$');
			const refunding = { resource: 'refund', operation: 'create', orderId: byId(id), what: 'lines' };
			const ended = await both('bigCommerce', { ...refunding, lines: 'MUG-GRY 1' });
			expect(ended.map(({ error }) => error)).toEqual([undefined, undefined]);
			const [one, next, ...more] = sent('POST', /payment_actions\/refunds$/).map(({ at }) => at);
			expect(more).toEqual([]);
			expect(Math.abs(next - one)).toBeGreaterThan(SLOW_MS);
		},
		2 * MINUTE_MS,
	);
});
