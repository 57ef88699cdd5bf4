import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld('kept');

describe("n8n's error output", () => {
	it('gets only the item that went wrong, with what happened and what to do', async () => {
		const [first, third] = [await world.placeOrder(), await world.placeOrder()];
		const { outputs } = await leap(
			async () =>
				await world.engine.run({
					node: 'bigCommerce',
					parameters: {
						resource: 'order',
						operation: 'get',
						orderId: { __rl: true, mode: 'id', value: '={{ $json.order }}' },
					},
					items: [{ order: first }, { order: 99_999_999 }, { order: third }],
					credentials: world.credentials('bigCommerce'),
					onError: 'continueErrorOutput',
				}),
		);
		expect(outputs[0].map(({ json }) => json.id)).toEqual([first, third]);
		expect(outputs[1].map(({ json }) => json)).toMatchObject([
			{ error: expect.stringMatching(/^Item 2: /), details: { description: expect.any(String) } },
		]);
	});
});
