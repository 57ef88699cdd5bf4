import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, runOperation } from '../../../../support/operationRun';
import { ORDER_ID, RefundModel } from '../../../../support/modelRefunds';
import type { SentRequest, ServiceDouble } from '../../../../support/serviceDouble';
import { passTime } from '../../../../support/time';

const create = async (service: ServiceDouble, more: INodeParameters): Promise<IDataObject> => {
	const items = [{ ...byId(ORDER_ID), forDecision: '', ...more }];
	const run = { resource: 'refund', operation: 'create', items, service };
	const { result } = await passTime(async () => await runOperation(run));
	return result[0].json;
};

const failing = async (service: ServiceDouble, more: INodeParameters): Promise<string> =>
	await create(service, more).then(
		() => 'It was done',
		(error: Error) => `${error.message} ${String(Object(error).description)}`,
	);

const isRefund = ({ method, path }: SentRequest) =>
	method === 'POST' && path.endsWith('/payment_actions/refunds');

const sentBy = ({ requests }: ServiceDouble) => requests.filter(isRefund).map(({ body }) => body);

const MUG: INodeParameters = { what: 'lines', lines: 'MUG 1' };

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

describe('what a refund sends', () => {
	it.each<[string, unknown, object[]]>([
		[
			'rows',
			'MUG 2\nPOT',
			[
				{ item_id: 31, quantity: 2 },
				{ item_id: 32, quantity: 1 },
			],
		],
		['a list of rows', ['MUG 1'], [{ item_id: 31, quantity: 1 }]],
		['objects with SKU', [{ sku: 'POT', quantity: 1 }], [{ item_id: 32, quantity: 1 }]],
		['objects with ID', [{ id: 31, quantity: '2' }], [{ item_id: 31, quantity: 2 }]],
	])('lines given as %s are pieces of the lines of the order', async (_given, lines, items) => {
		const service = new RefundModel().service();
		await create(service, {
			what: 'lines',
			lines: Object(lines) instanceof String ? String(lines) : Object(lines),
		});
		expect(sentBy(service)).toMatchObject([{ items }]);
	});

	it('the whole order is every line and cost that is left, worth all that is left', async () => {
		const service = new RefundModel().service();
		expect(await create(service, { what: 'order' })).toMatchObject({ total_amount: '55.00' });
		expect(sentBy(service)).toMatchObject([
			{
				items: [
					{ item_type: 'PRODUCT', item_id: 31, quantity: 2 },
					{ item_type: 'PRODUCT', item_id: 32, quantity: 1 },
					{ item_type: 'SHIPPING', item_id: 41, amount: 5 },
				],
				payments: [{ provider_id: 'stripe', amount: 55, offline: false }],
			},
		]);
	});

	it('the whole order goes by amount where its lines are not worth what is left', async () => {
		const model = new RefundModel();
		model.put({ total_amount: 7.5 });
		const service = model.service();
		expect(await create(service, { what: 'order' })).toMatchObject({ total_amount: '47.50' });
		expect(sentBy(service)).toMatchObject([
			{ items: [{ item_type: 'ORDER', item_id: ORDER_ID, amount: 47.5 }] },
		]);
	});

	it('an amount goes to store credit when that is chosen, with its reason', async () => {
		const service = new RefundModel().service();
		const more = { what: 'amount', amount: '12.50', refundTo: 'storeCredit', options: { reason: 'Late' } };
		expect(await create(service, more)).toMatchObject({ total_amount: '12.50', reason: 'Late' });
		expect(sentBy(service)).toEqual([
			{
				items: [{ item_type: 'ORDER', item_id: ORDER_ID, amount: 12.5, reason: 'Late' }],
				payments: [{ provider_id: 'storecredit', amount: 12.5, offline: false }],
			},
		]);
	});
});

describe('what is refused before anything is sent', () => {
	it.each<[string, INodeParameters, IDataObject, RegExp]>([
		[
			'more than is left',
			{ what: 'amount', amount: '55.01' },
			{},
			/at most 55\.00 can be refunded, but that would be 55\.01/,
		],
		[
			'an amount in tenths of a cent',
			{ what: 'amount', amount: '1.001' },
			{},
			/Amount must be more than 0 with at most two decimals/,
		],
		['an amount with a sign', { what: 'amount', amount: '$5' }, {}, /Amount must be more than 0/],
		[
			'store credit for a guest',
			{ ...MUG, refundTo: 'storeCredit' },
			{ customer_id: 0 },
			/a guest has no store credit/,
		],
		['a line that is not there', { what: 'lines', lines: 'CUP 1' }, {}, /the order has no line "CUP"/],
		[
			'lines with nothing of them',
			{ what: 'lines', lines: 'MUG 0' },
			{},
			/no piece of any line was asked for/,
		],
		[
			'a part of what is only authorised',
			MUG,
			{ payment_status: 'authorized' },
			/only authorized, so that no part of it/,
		],
		[
			'a part of what was voided',
			MUG,
			{ payment_status: 'void' },
			/was voided, so that there is nothing to give back/,
		],
	])('%s', async (_case, more, order, says) => {
		const model = new RefundModel();
		Object.assign(model.order, order);
		const service = model.service();
		const said = await failing(service, more);
		expect(said).toMatch(says);
		expect(said).toMatch(/Nothing was (changed|sent)\.$/);
		expect([model.made, model.voids]).toEqual([[], 0]);
	});

	it('a second refund of everything', async () => {
		const model = new RefundModel();
		await create(model.service(), { what: 'order' });
		expect(await failing(model.service(), { what: 'order' })).toMatch(/nothing is left to refund/);
	});
});

describe('outside a decision, when the answer is lost', () => {
	it('the refund is found among those that were not there before', async () => {
		const model = new RefundModel();
		await create(model.service(), MUG);
		const lost = model.service((request) => (isRefund(request) ? 'answer lost' : 'answered'));
		expect(await create(lost, MUG)).toMatchObject({ id: 2, repeated: false });
		expect(sentBy(lost)).toHaveLength(1);
	});

	it('it is not known where none came, and it is not sent again', async () => {
		const model = new RefundModel();
		const lost = model.service((request) => (isRefund(request) ? 'never carried out' : 'answered'));
		expect(await failing(lost, MUG)).toMatch(/It is not known whether a refund of order 7 was made\.$/);
		expect(sentBy(lost)).toHaveLength(1);
	});

	it('it is not known where two came that look the same', async () => {
		const model = new RefundModel();
		const lost = model.service((request) => {
			if (!isRefund(request)) return 'answered';
			model.put({ total_amount: 10, items: [{ item_type: 'PRODUCT', item_id: 31, quantity: 1 }] });
			return 'answer lost';
		});
		expect(await failing(lost, MUG)).toMatch(/It is not known whether/);
	});

	it('a refund of somebody else is not taken for it', async () => {
		const model = new RefundModel();
		const lost = model.service((request) => {
			if (!isRefund(request)) return 'answered';
			model.put({ total_amount: 10, items: [{ item_type: 'ORDER', item_id: 7, requested_amount: 10 }] });
			return 'never carried out';
		});
		expect(await failing(lost, MUG)).toMatch(/It is not known whether/);
	});
});
