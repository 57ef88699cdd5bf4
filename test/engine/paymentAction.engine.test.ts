import { byId } from '../conformance/support/operationCase';
import { leap, turn, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const NODE = 'bigCommerce';

/** Later than every item waits. */
const LATE_MS = 5_000_000;

const world = useWorld();

afterEach(() => world.sandbox.context.faults.clear());

const act = async (operation: 'capture' | 'void', id: number, gatewaySeconds = 30) => {
	const options = { gatewaySeconds };
	const parameters = { resource: 'paymentAction', operation, orderId: byId(id), forDecision: '', options };
	const { outputs, error } = await leap(async () => await world.run(NODE, parameters));
	return { item: outputs.flat().at(0)?.json, said: `${error?.message} ${String(Object(error).description)}` };
};

const sent = (): number =>
	world.sandbox.context.exchanges
		.list({ service: 'bigcommerce' })
		.filter(({ method, url }) => method === 'POST' && /payment_actions\/(capture|void)$/.test(url)).length;

const seenPending = (): boolean => {
	const all = world.sandbox.context.exchanges.list({ service: 'bigcommerce' });
	const asked = all.findIndex(({ method }) => method === 'POST');
	return asked >= 0 && all.slice(asked + 1).some(({ method }) => method === 'GET');
};

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

	const set = async (switches: object) => await world.control().post('/bigcommerce/settings', switches);

	const later = async () => await world.control().post('/clock', { advanceMs: LATE_MS });

	it('is told as pending beyond the limit, and as done when the provider has answered', async () => {
		await set({ gatewayAnswersAfterMs: LATE_MS });
		const id = await authorized();
		const pending = { status: 'pending', payment_status: `${action} pending` };
		expect((await act(action, id)).item).toMatchObject({ ...pending, repeated: false });
		expect((await act(action, id)).item).toMatchObject({ ...pending, repeated: true });
		await later();
		expect((await act(action, id)).item).toMatchObject({ status: 'done', payment_status: after });
		expect(sent()).toBe(1);
	});

	it('is waited for, and an error when the provider declines it', async () => {
		await set({ gatewayAnswersAfterMs: LATE_MS, gatewayDeclines: true });
		const id = await authorized();
		const running = act(action, id, 600);
		// The provider is at it, and the item has seen that.
		while (!seenPending()) await turn();
		await later();
		const { item, said } = await running;
		expect(item).toBeUndefined();
		expect(said).toContain(`not ${action} the payment of order ${id}: it is "authorized"`);
		expect(said).not.toContain('Nothing was changed');
	});
});
