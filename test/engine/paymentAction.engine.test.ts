import { byId } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const NODE = 'bigCommerce';

const world = useWorld();

afterEach(() => world.sandbox.context.faults.clear());

const act = async (operation: 'capture' | 'void', id: number) => {
	const parameters = { resource: 'paymentAction', operation, orderId: byId(id), forDecision: '' };
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { item: outputs.flat().at(0)?.json, said: `${error?.message} ${String(Object(error).description)}` };
};

const sent = (): number =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method, url }) => method === 'POST' && /payment_actions\/(capture|void)$/.test(url)).length;

const authorized = async () => await world.placeOrder('harmless', { payment_status: 'authorized' });

describe.each([
	['capture', 'captured'],
	['void', 'void'],
] as const)('to %s an authorized payment', (action, after) => {
	it('is done once, and found done when it is repeated', async () => {
		const id = await authorized();
		expect((await act(action, id)).item).toMatchObject({ payment_status: after, repeated: false });
		expect((await act(action, id)).item).toMatchObject({ payment_status: after, repeated: true });
		expect(sent()).toBe(1);
	});

	it('is found by the status of the payment after a broken connection', async () => {
		const id = await authorized();
		const broken = { method: 'POST', path: `payment_actions/${action}$`, times: 1 };
		world.sandbox.context.faults.add({ service: 'bigcommerce', kind: 'resetAfter', ...broken });
		expect((await act(action, id)).item).toMatchObject({ payment_status: after, repeated: false });
		expect(sent()).toBe(1);
	});

	it('is refused of a payment that is something else, and nothing is sent', async () => {
		const id = await world.placeOrder('harmless', { payment_status: 'refunded' });
		expect((await act(action, id)).said).toContain(
			`The payment of order ${id} is "refunded", so that there is nothing to ${action}`,
		);
		expect(sent()).toBe(0);
	});
});
