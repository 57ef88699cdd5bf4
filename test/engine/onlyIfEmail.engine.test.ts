import { useWorld } from './support/useWorld';

/** The shopper of the order, as the sandbox has them. */
const BUYER = 'ada.example@example.com';

describe('an order that only who placed it may see', () => {
	const world = useWorld();

	const ask = async (onlyIfEmail: string, json: object) => {
		const id = await world.placeOrder();
		const { outputs, error } = await world.engine.run({
			node: 'bigCommerce',
			parameters: { resource: 'order', operation: 'get', orderId: String(id), options: { onlyIfEmail } },
			credentials: world.credentials('bigCommerce'),
			items: [{ ...json }],
		});
		return { found: outputs.flat().map((item) => item.json), error };
	};

	it('is given to them', async () => {
		const { found, error } = await ask('={{ $json.email }}', { email: BUYER.toUpperCase() });
		expect(error).toBeUndefined();
		expect(found[0]).toMatchObject({ status_id: 11 });
	});

	it.each([
		[
			'is not there for anybody else',
			'={{ $json.email }}',
			{ email: 'eve@example.com' },
			/knows no order \d+ in/,
		],
		['is refused to who left the address empty', '={{ $json.email }}', { email: '' }, /E-Mail Is is empty/],
		[
			'is refused when the form has no such field',
			'={{ $json.mail }}',
			{ email: BUYER },
			/E-Mail Is is empty/,
		],
		['is refused when the form says nothing', '={{ $json.email }}', { email: null }, /E-Mail Is is empty/],
	])('%s', async (_what, expression, json, refusal) => {
		const { found, error } = await ask(expression, json);
		expect(found).toEqual([]);
		expect(error?.message).toMatch(refusal);
	});
});
