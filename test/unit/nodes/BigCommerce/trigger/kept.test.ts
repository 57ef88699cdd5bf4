import {
	deliveredBefore,
	keepDelivered,
	leave,
	noteDelivered,
} from '../../../../../nodes/BigCommerce/trigger/kept';
import { ModelOrders } from '../../../support/modelOrders';
import { ids, MINUTE, START, Sweeps } from '../../../support/storeSweeps';
import { newWorkflow, storePollFunctions, webhookFunctions } from '../../../support/triggers';

const { service } = new ModelOrders();

beforeEach(() => {
	jest.useFakeTimers({ now: START });
});

afterEach(() => jest.useRealTimers());

describe('what deliveries told', () => {
	it('before the first poll counts as later than what was told before the restart', async () => {
		const sweeps = new Sweeps();
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun();
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE);
		await sweeps.deliver(1, 'store/order/statusUpdated');
		sweeps.restart();
		sweeps.store.change(1, { status_id: 2 }, START + 2 * MINUTE);
		await sweeps.deliver(1, 'store/order/statusUpdated');
		expect(ids(await sweeps.poll())).toBeNull();
	});

	it('of one state is kept once, so that many deliveries of few records push nothing out', async () => {
		const sweeps = new Sweeps();
		await sweeps.begun();
		for (let id = 1; id <= 180; id += 1) {
			sweeps.store.place(id, START + MINUTE);
			for (const event of ['created', 'updated', 'statusUpdated'])
				await sweeps.deliver(id, `store/order/${event}`);
		}
		expect(sweeps.saved.delivered).toHaveLength(180);
		expect(sweeps.saved.delivered).toContainEqual(expect.objectContaining({ isNew: true }));
		sweeps.restart();
		expect(ids(await sweeps.poll())).toBeNull();
	});

	it('before a restart is taken up once, also where nothing is swept', () => {
		const delivered = [{ key: 'order:1', state: 'a', isNew: true }];
		const functions = storePollFunctions({ service, staticData: { delivered }, workflowId: newWorkflow() });
		expect(deliveredBefore(functions)).toEqual(delivered);
		expect(deliveredBefore(functions)).toEqual([]);
	});
});

describe('what a delivery writes down', () => {
	it('is what the last poll left, but for when it saw that an access token was replaced', () => {
		const workflowId = newWorkflow();
		const earlier = { digest: 'earlier', at: START - MINUTE };
		const left = { orders: START, replaced: earlier };
		leave(storePollFunctions({ service, staticData: left, workflowId }));
		const replaced = { digest: 'later', at: START };
		const staticData = { orders: START - MINUTE, replaced };
		const { functions } = webhookFunctions({ service, workflowId, staticData });
		noteDelivered(functions, { key: 'order:1', state: 'a' }, false);
		keepDelivered(functions);
		expect(staticData).toMatchObject({ orders: START, replaced, delivered: [{ key: 'order:1' }] });
	});
});
