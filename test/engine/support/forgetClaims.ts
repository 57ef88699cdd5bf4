import { byId } from '../../conformance/support/operationCase';
import type { World } from './world';

const NODE = 'bigCommerce';

/** The records of what was done for decisions about an order are lost. */
export async function forgetClaims(world: World, orderId: number): Promise<void> {
	const order = { resource: 'orderMetafield', orderId: byId(orderId) };
	const { outputs } = await world.run(NODE, { ...order, operation: 'getAll', returnAll: true });
	for (const { json } of outputs.flat()) {
		await world.must(NODE, { ...order, operation: 'delete', metafieldId: String(json.id) });
	}
}
