import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../conformance/support/operationCase';
import { useWorld } from './support/useWorld';

const NODE = 'bigCommerce';

const world = useWorld();

/** An order that an app made, as another one was. */
const made = async (more: INodeParameters = {}): Promise<number> => {
	const like = byId(await world.placeOrder());
	const parameters = { resource: 'order', operation: 'create', source: 'order', orderId: like };
	const { id } = await world.must(NODE, { ...parameters, additionalFields: { statusId: 11, ...more } });
	return Number(id);
};

const refund = async (id: number, more: INodeParameters = {}) => {
	const parameters = { resource: 'refund', operation: 'create', orderId: byId(id), what: 'lines' };
	return await world.run(NODE, { ...parameters, lines: 'MUG-GRY 1', ...more });
};

/** What has to be switched on for it, because somebody must pay it out. */
const BY_HAND = { options: { allowByHand: true } };

describe('a refund of an order that was paid outside of the store', () => {
	it('is recorded, and says that somebody must pay it out', async () => {
		const id = await made();
		const { outputs } = await refund(id, BY_HAND);
		expect(outputs.flat()[0]?.json).toMatchObject({
			order_id: id,
			payments: [{ provider_id: 'custom', offline: true }],
			note: expect.stringContaining('by hand'),
		});
		const order = await world.must(NODE, { resource: 'order', operation: 'get', orderId: byId(id) });
		expect(order).toMatchObject({ status_id: 14 });
	});

	it('is refused where nobody said that it may be paid out by hand', async () => {
		const { outputs, error } = await refund(await made());
		expect(outputs.flat()).toEqual([]);
		expect(error?.description).toContain('Switch on Allow Payment by Hand');
	});

	it('is refused by the store while the order waits for its payment', async () => {
		const { outputs, error } = await refund(await made({ statusId: 7 }), BY_HAND);
		expect(outputs.flat()).toEqual([]);
		expect(`${error?.message} ${error?.description}`).toContain('no payment that can be refunded');
	});
});
