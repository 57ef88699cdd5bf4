import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import { mapped } from '../../../../../conformance/support/operationCase';
import { runOperation } from '../../../../support/operationRun';
import { answering, v3 } from '../../../../support/serviceDouble';

const RULES = [{ action: { cart_value: { discount: { percentage_amount: '15' } } } }];

const NEW = { name: 'Spring', redemption_type: 'AUTOMATIC', rules: RULES };

const SPRING = { id: 61, name: 'Spring', status: 'DISABLED' };

const creating = async (entered: INodeParameters) => {
	const service = answering({ 'POST /v3/promotions': { status: 201, body: { data: SPRING, meta: {} } } });
	const run = runOperation({ resource: 'promotion', operation: 'create', items: [mapped(entered)], service });
	await run.catch(() => undefined);
	return { run, sent: service.requests.map(({ body }) => body) };
};

describe('a promotion waits for somebody to say yes', () => {
	it('when it is made, unless it says otherwise', async () => {
		const sent = { name: 'Spring', redemption_type: 'AUTOMATIC', rules: RULES };
		expect((await creating(NEW)).sent).toEqual([{ ...sent, status: 'DISABLED' }]);
		const enabled = { ...NEW, status: 'ENABLED' };
		expect((await creating(enabled)).sent).toEqual([{ ...sent, status: 'ENABLED' }]);
	});

	it('and is given to shoppers by its status alone: nothing else of it is sent', async () => {
		const service = answering({
			'GET /v3/promotions': v3([
				{ ...SPRING, name: 'spring' },
				{ ...SPRING, id: 62, name: 'Spring 2' },
			]),
			'PUT /v3/promotions/61': v3({ ...SPRING, status: 'ENABLED' }),
		});
		const items = [{ promotionId: { __rl: true, mode: 'name', value: 'Spring' } }];
		expect(await runOperation({ resource: 'promotion', operation: 'enable', items, service })).toMatchObject([
			{ json: { id: 61, status: 'ENABLED' } },
		]);
		expect(service.requests[1].body).toEqual({ status: 'ENABLED' });
	});
});

describe('what a new promotion must have', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['rules that are no list', { rules: '{"action": {}}' }, /^Item 1: Rules \(JSON\) /],
		['rules that are cut off', { rules: '[{"action": ' }, /^Item 1: Rules \(JSON\) /],
		[
			'a redemption that there is not',
			{ redemption_type: 'MAGIC' },
			/^Item 1: Redemption has no choice "MAGIC"/,
		],
	])('is read by its kind: %s are refused before anything is sent', async (_what, wrong, message) => {
		const { run, sent } = await creating({ ...NEW, ...wrong });
		await expect(run).rejects.toMatchObject({ message: expect.stringMatching(message) });
		expect(sent).toEqual([]);
	});
});

describe('what a promotion does', () => {
	const LIT = {
		...SPRING,
		currency_code: 'USD',
		rules: [
			{
				action: { cart_items: { discount: { percentage_amount: '15' }, items: { categories: [23] } } },
				condition: { cart: { minimum_spend: '100.00' } },
			},
		],
	};

	const WORDS =
		'15 % off each item in category “Lighting” (23) if at least 100.00 USD is spent, once in an order.';

	const store = () =>
		answering({
			'GET /v3/promotions': v3([LIT, { ...LIT, id: 62, rules: [] }]),
			'GET /v3/promotions/61': v3(LIT),
			'GET /v3/catalog/trees/categories': v3([{ category_id: 23, name: 'Lighting' }]),
		});

	const read = async (operation: string, entered: INodeParameters) => {
		const service = store();
		const output = await runOperation({ resource: 'promotion', operation, items: [entered], service });
		return { json: output.map(({ json }) => json), lines: service.lines };
	};

	it('is told in words beside a simplified one, with names that are read once', async () => {
		const { json, lines } = await read('getAll', { inWords: true });
		expect(json).toEqual([{ ...omit(LIT, 'rules'), inWords: WORDS }, omit({ ...LIT, id: 62 }, 'rules')]);
		expect(lines).toEqual(['GET /v3/promotions', 'GET /v3/catalog/trees/categories']);
	});

	it.each([
		[true, omit(LIT, 'rules')],
		[false, LIT],
	])('is told of one (simplified: %s)', async (simplify, shown) => {
		const promotionId = { __rl: true, mode: 'id', value: '61' };
		const { json } = await read('get', { promotionId, simplify, inWords: true });
		expect(json).toEqual([{ ...shown, inWords: WORDS }]);
	});

	it('is not told unless it is asked for, and costs nothing then', async () => {
		const { json, lines } = await read('getAll', {});
		expect(json[0]).not.toHaveProperty('inWords');
		expect(lines).toEqual(['GET /v3/promotions']);
	});
});
