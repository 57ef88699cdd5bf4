import type { World } from '../../../engine/support/world';
import { byId, type Cases } from '../../support/operationCase';
import { NO_SUCH_ORDER } from './orderPart';
import { idIn } from './support';

/** An order of which the money is not taken yet. */
const authorized = async (world: World) => ({
	orderId: byId(await world.placeOrder('harmless', { payment_status: 'authorized' })),
});

const acting = (status: string) => ({
	prepare: authorized,
	...NO_SUCH_ORDER,
	gives: (entered: { orderId?: unknown }) => ({
		order_id: idIn(entered.orderId),
		payment_status: status,
		repeated: false,
	}),
});

export const cases: Cases = { capture: acting('captured'), void: acting('void') };
