import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { expectContract, specsFor } from '../contract';
import { FACT_VALUES } from '../../nodes/BigCommerce/records/facts/factsField';
import { ACCESS_TOKEN, STORE_HASH } from '../sandbox/core/fixtures';
import { SandboxClient } from '../e2e/harness/sandboxClient';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

/** Every request is held against them too. */
const specs = specsFor('facts of an order');

const world = useWorld();
let triggers: PublishedTrigger[] = [];

afterEach(async () => {
	await Promise.all(triggers.map(async (trigger) => await trigger.close()));
	triggers = [];
	const sent = world.sandbox.context.exchanges.list().filter(({ service }) => service === 'bigcommerce');
	if (specs) expectContract(sent, { specs, responses: false });
});

const place = async (scenario: string, overrides: object = {}): Promise<number> =>
	(await world.control().post('/bigcommerce/orders', { scenario, overrides })).data.id;

const GET: INodeParameters = { resource: 'order', operation: 'get', simplify: true, facts: [...FACT_VALUES] };

const got = async (id: number, more: INodeParameters = {}): Promise<IDataObject> =>
	await world.must('bigCommerce', { ...GET, ...more, orderId: { __rl: true, mode: 'id', value: id } });

const factsOf = async (id: number) => (await got(id)).facts;

describe('facts of an order that is read', () => {
	it('of an ordinary one say that nothing is wrong', async () => {
		expect(await factsOf(await place('harmless'))).toEqual({
			total: 61.56,
			orderTotal: 61.56,
			orderCurrency: 'USD',
			foreignCurrency: false,
			refunded: 0,
			refundable: 61.56,
			waiting: true,
			shipped: false,
			archived: false,
			guest: true,
			taxExempt: false,
			addressesDiffer: false,
			countriesDiffer: false,
			crossBorder: false,
			shippingMethods: 'Flat Rate',
			fraudReview: false,
			cardCheck: 'passed',
			previousOrders: 0,
			ordersLast24Hours: 0,
			lines: [
				expect.objectContaining({
					sku: 'MUG-GRY',
					quantity: 2,
					categories: 'Coffee, Stoneware',
					warranty: '',
				}),
			],
			linesAsText: '2 × Coffee Mug (MUG-GRY)',
			categories: 'Coffee, Stoneware',
			returnedLines: [],
			shortages: [],
			shortagesAsText: '',
		});
	});

	it('say what is missing once the stock is below zero over all locations', async () => {
		const id = await place('harmless');
		const stock = async (location_id: number, quantity: number) => {
			const answer = await fetch(
				`${world.sandbox.url}/bigcommerce/stores/${STORE_HASH}/v3/inventory/adjustments/absolute`,
				{
					method: 'PUT',
					headers: { 'X-Auth-Token': ACCESS_TOKEN, 'Content-Type': 'application/json' },
					body: JSON.stringify({ items: [{ location_id, variant_id: 77, quantity }] }),
				},
			);
			expect(answer.status).toBe(200);
		};
		await stock(2, 1);
		await stock(1, -1);
		expect(await factsOf(id)).toMatchObject({ shortages: [], shortagesAsText: '' });
		await stock(1, -2);
		expect(await factsOf(id)).toMatchObject({
			shortages: [{ sku: 'MUG-GRY', ordered: 2, missing: 1 }],
			shortagesAsText: 'MUG-GRY 1',
		});
	});

	it('of several products name each category once, and the warranty of each line', async () => {
		const facts = await factsOf(await place('large'));
		expect(facts).toMatchObject({
			categories: 'Coffee, Stoneware',
			lines: [
				{ sku: 'ESP-PRO', categories: 'Coffee', warranty: '24 months' },
				{ sku: 'GRD-SET', categories: 'Coffee', warranty: '' },
				{ sku: 'MUG-GRY', categories: 'Coffee, Stoneware', warranty: '' },
			],
		});
	});

	it.each<[string, object, object]>([
		['risky', {}, { addressesDiffer: true, countriesDiffer: true, crossBorder: true, total: 4058.64 }],
		['fraud-flag', {}, { fraudReview: true }],
		['unusual-shipping', {}, { shippingMethods: 'Overnight Freight' }],
		['harmless', { status_id: 12 }, { fraudReview: true, waiting: true }],
		['harmless', { is_deleted: true }, { archived: true, waiting: false }],
		['harmless', { payment_status: 'void' }, { refundable: 0 }],
		['harmless', { store_default_currency_code: '' }, { total: 61.56, foreignCurrency: false }],
		[
			'harmless',
			{ default_currency_code: 'EUR', store_default_to_transactional_exchange_rate: '0.8000000000' },
			{ total: 76.95, orderTotal: 61.56, orderCurrency: 'EUR', foreignCurrency: true },
		],
	])('of %s, with %j, say %j', async (scenario, overrides, expected) => {
		expect(await factsOf(await place(scenario, overrides))).toMatchObject(expected);
	});

	it('leave the total out where the rate is not known', async () => {
		const id = await place('harmless', {
			default_currency_code: 'EUR',
			store_default_to_transactional_exchange_rate: '',
		});
		expect(await factsOf(id)).not.toHaveProperty('total');
	});

	it('know what the same guest ordered before, not what others did', async () => {
		await place('harmless', { billing_address: { email: 'somebody@example.com' } });
		await place('harmless');
		await place('harmless', { status_id: 5 });
		await place('harmless', { status_id: 0 });
		const id = await place('harmless');
		await place('harmless');
		expect(await factsOf(id)).toMatchObject({ previousOrders: 1, ordersLast24Hours: 2 });
	});

	it('know what was refunded', async () => {
		const id = await place('harmless');
		await world.must('bigCommerce', {
			resource: 'refund',
			operation: 'create',
			orderId: { __rl: true, mode: 'id', value: id },
			what: 'lines',
			lines: 'MUG-GRY 1',
			refundTo: 'original',
		});
		expect(await factsOf(id)).toMatchObject({ refunded: 26.46, refundable: 35.1 });
	});

	it('stand where a template looks for them when the input is kept, and the input stays', async () => {
		const id = await place('harmless');
		const { outputs, error } = await world.engine.run({
			node: 'bigCommerce',
			parameters: {
				...GET,
				simplify: false,
				keepInput: true,
				orderId: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
			},
			items: [{ number: id, missing: 'LAMP-RED 1' }],
			credentials: world.credentials('bigCommerce'),
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json)).toMatchObject([
			{
				number: id,
				missing: 'LAMP-RED 1',
				order: { id, billing_address: { email: expect.any(String) }, facts: { total: 61.56, waiting: true } },
			},
		]);
	});
});

const ask = async (id: number) =>
	await world.must('openTextDecision', {
		resource: 'decision',
		operation: 'ask',
		purpose: 'risk-review',
		name: 'Risk review',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		orderId: { __rl: true, mode: 'id', value: String(id) },
		details: {
			detail: [
				{ name: 'reviewersGroup', value: 'order-reviewers' },
				{ name: 'managersGroup', value: 'order-managers' },
				{ name: 'serviceGroup', value: 'customer-service' },
			],
		},
		watch: ['total'],
		hold: 'hold',
		answerWantedWithin: 24,
	});

describe('facts and our own hold', () => {
	it('are no fraud flag: the order stands in status 12 because we asked', async () => {
		const id = await place('harmless');
		await ask(id);
		const { status_id: status, facts } = await got(id);
		expect(status).toBe(12);
		expect(facts).toMatchObject({ fraudReview: false, waiting: true });
	});

	it('stay a fraud flag where another app had set status 12 before we asked', async () => {
		const id = await place('harmless', { status_id: 12 });
		await ask(id);
		expect(await factsOf(id)).toMatchObject({ fraudReview: true });
	});
});

describe('facts of an order that was asked about', () => {
	it('are in the currency that their case names, not in the one that prices were only shown in', async () => {
		const id = await place('harmless', { currency_code: 'CHF' });
		await ask(id);
		const [found] = await new SandboxClient(world.sandbox.url).workflow.cases();
		expect(found.variables).toMatchObject({ orderTotal: '61.5600', orderCurrency: 'USD' });
	});

	it('come with its decision, where a template looks for them', async () => {
		const id = await place('risky');
		await ask(id);
		const trigger = await PublishedTrigger.open({
			node: 'openTextDecisionTrigger',
			parameters: { purpose: 'risk-review', options: { facts: ['money', 'paymentReview'] } },
			credentials: world.credentials('openTextDecisionTrigger'),
		});
		triggers.push(trigger);
		const sandbox = new SandboxClient(world.sandbox.url);
		const [task] = await sandbox.workflow.tasks();
		await sandbox.workflow.decide(task.id, {
			user: 'rita.reviewer@example.com',
			outcome: 'approved',
			reason: 'fine',
		});
		const [decided] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toMatchObject([
			{ outcome: 'approved', order: { id, facts: { total: 4058.64, waiting: true, fraudReview: false } } },
		]);
	});
});

describe('facts of an order that a trigger tells', () => {
	const published = async () => {
		const trigger = await PublishedTrigger.open({
			node: 'bigCommerceTrigger',
			parameters: {
				scopes: ['store/order/created'],
				options: { facts: ['money', 'addresses', 'paymentReview'] },
			},
			credentials: world.credentials('bigCommerceTrigger'),
		});
		triggers.push(trigger);
		await trigger.poll();
		await trigger.publish();
		return trigger;
	};

	it('come with the delivery', async () => {
		const trigger = await published();
		const id = await place('risky');
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([
			[
				{
					source: 'webhook',
					order: { id, facts: { total: 4058.64, addressesDiffer: true, fraudReview: false } },
				},
			],
		]);
	});

	it('come with the sweep, for an event that was lost', async () => {
		const trigger = await published();
		world.sandbox.context.faults.add({ service: 'bigcommerce', kind: 'dropDelivery', times: 100 });
		const id = await place('fraud-flag');
		expect(await trigger.poll()).toMatchObject([
			{ source: 'sweep', order: { id, facts: { total: 61.56, fraudReview: true } } },
		]);
	});
});
