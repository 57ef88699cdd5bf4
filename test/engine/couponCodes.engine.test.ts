import type { IDataObject } from 'n8n-workflow';
import { useWorld } from './support/useWorld';

const world = useWorld();

/** The promotion of the seed that wants a code, and has one. */
const PROMOTION = 60;

const run = async (operation: string, items: IDataObject[]) => {
	world.sandbox.context.exchanges.clear();
	return await world.engine.run({
		node: 'bigCommerce',
		parameters: {
			resource: 'couponCode',
			operation,
			promotionId: { __rl: true, mode: 'id', value: PROMOTION },
			couponCodeId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			code: '={{ $json.code }}',
		},
		items,
		credentials: world.credentials('bigCommerce'),
		onError: 'continueRegularOutput',
	});
};

const calls = () =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.map(({ method, status }) => `${method} ${status}`);

const made = async (count: number) => {
	const codes = Array.from({ length: count }, (_code, at) => ({ code: `TRADE-${at}` }));
	const { outputs } = await run('create', codes);
	return outputs[0].map(({ json }) => Number(json.id));
};

const kept = () => Object.keys(world.sandbox.bigCommerce.kept().collections.couponCodes.records).map(Number);

it('removes the codes of many items in one call, after one look', async () => {
	const ids = await made(5);
	const { outputs } = await run(
		'delete',
		ids.map((id) => ({ id })),
	);
	expect(outputs[0].map(({ json }) => json)).toEqual(ids.map((id) => ({ id, deleted: true })));
	expect(calls()).toEqual(['GET 200', 'DELETE 204']);
	expect(kept()).toEqual([1]);
});

it('names the one that is not there, and removes the others', async () => {
	const [one, other] = await made(2);
	const { outputs } = await run('delete', [{ id: one }, { id: 999_999 }, { id: other }]);
	expect(outputs[0].map(({ json }) => json.id ?? json.error)).toEqual([
		one,
		expect.stringMatching(/^Item 2: BigCommerce knows no coupon code 999999/),
		other,
	]);
	expect(kept()).toEqual([1]);
});

it('tells that a promotion cannot be removed while it has codes', async () => {
	const { error } = await world.run('bigCommerce', {
		resource: 'promotion',
		operation: 'delete',
		promotionId: { __rl: true, mode: 'id', value: String(PROMOTION) },
	});
	expect(`${error?.message} ${String(error?.description)}`).toMatch(
		/promotion 60.*codes|codes.*promotion 60/i,
	);
	expect(error?.description).toContain('Nothing was changed.');
});
