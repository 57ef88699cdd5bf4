import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { byId, NOBODY } from '../../support/operationCase';
import { NO_ORDER, NODE } from './support';

/** What every operation below an order is run with, when it goes wrong. */
export const NO_SUCH_ORDER = { wrong: { orderId: byId(NOBODY) }, refusal: NO_ORDER };

/** A new order of two grey mugs. */
export const ordered = async (world: World) => ({ orderId: byId(await world.placeOrder()) });

/** A new order, and the first of what hangs on it. @param locator the parameter that picks it */
export async function withFirst(world: World, resource: string, locator: string): Promise<INodeParameters> {
	const order = await ordered(world);
	const { id } = await world.must(NODE, { resource, operation: 'getAll', returnAll: true, ...order });
	return { ...order, [locator]: byId(Number(id)) };
}
