import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { acceptJson } from '../core/jsonBody';
import type { StateFile } from '../core/stateFile';
import { decisionsOf } from './decisions';
import { malformedJson, sendError } from './errors';
import type { Deliveries } from './hooks/deliveries';
import { forge, forgedDelivery } from './hooks/forge';
import type { HookBook } from './hooks/book';
import { ageClaims } from './metafields/claims';
import type { MessageBook } from './messages/book';
import type { OrderBook } from './orders/book';
import { SCENARIOS } from './orders/scenarios';
import type { Scenario } from './orders/scenarios';
import { seedOrders } from './orders/seed';
import { isStatusId } from './orders/statuses';
import { PAYMENT_STATUSES } from './orders/types';
import type { StoredOrder } from './orders/types';
import { bodyOf, idOf } from './request';
import { addSamples } from './samples';
import type { BigCommerceState } from './state';
import { changes } from './switches';

const scenarioName = z.custom<Scenario>(
	(name) => typeof name === 'string' && name in SCENARIOS,
	`one of ${Object.keys(SCENARIOS).join(', ')}`,
);

/** Fields of the order to set instead of the scenario's; an address needs only the parts that differ. */
const overrides = z
	.object({
		status_id: z.number().int().refine(isStatusId),
		payment_status: z.enum(PAYMENT_STATUSES),
		billing_address: z.record(z.unknown()),
	})
	.partial()
	.passthrough()
	.default({});

const placeBody = z.object({ scenario: scenarioName, overrides });

const seedBody = z.object({
	count: z.number().int().positive().max(100_000),
	padTo: z.number().int().nonnegative().default(0),
});

const ageBody = z.object({ byMs: z.number().int().positive() });

/** Namespace of the package's link records; the newer ones have one for each purpose below it (decisions page, section 1). */
const LINK_NAMESPACE = 'opentext_link';

const parsedOrText = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

export interface ControlParts {
	state: StateFile<BigCommerceState>;
	orders: OrderBook;
	messages: MessageBook;
	hooks: HookBook;
	deliveries: Deliveries;
}

/** What tests and the console page may do to the store from outside, under /_sandbox/bigcommerce. */
export async function registerControl(
	root: FastifyInstance,
	{ state, orders, messages, hooks, deliveries }: ControlParts,
): Promise<void> {
	const metafieldsOf = (id: number) =>
		Object.values(state.data.metafields).filter(
			({ resource_type, resource_id }) => resource_type === 'order' && resource_id === id,
		);

	const linksOf = (id: number) =>
		metafieldsOf(id)
			.filter(({ namespace }) => namespace === LINK_NAMESPACE || namespace.startsWith(`${LINK_NAMESPACE}.`))
			.map(({ id: metafieldId, key, value }) => ({ id: metafieldId, key, value: parsedOrText(value) }));

	const show = (order: StoredOrder) => ({
		...orders.presenter.order(order),
		shipping_addresses: order.shippingAddresses,
		opentext_link: linksOf(order.fields.id),
		decisions: decisionsOf(metafieldsOf(order.fields.id)),
	});

	await root.register(
		async (app) => {
			acceptJson(app, '*', malformedJson);
			app.setErrorHandler(sendError);

			app.get('/orders', async () => orders.all().reverse().map(show));

			app.post('/orders', async (request) => {
				const body = bodyOf(placeBody, request.body);
				const { draft, payment } = SCENARIOS[body.scenario];
				const { status_id, payment_status, billing_address, ...rest } = body.overrides;
				const order = orders.place(
					{ ...draft, billing: { ...draft.billing, ...billing_address }, overrides: rest },
					{ status: payment_status ?? payment.status, statusId: status_id ?? payment.statusId },
				);
				return show(order);
			});

			app.post('/orders/:id', async (request) => show(orders.update(idOf(request, 'id'), request.body)));

			/** The merchant has a gateway take the money of an order that an app made: such a one comes without a payment (BigCommerce reference 3.4). */
			app.post('/orders/:id/pay', async (request) => {
				const id = idOf(request, 'id');
				const paid = { payment_status: 'captured', payment_provider_id: `sandbox_payment_${id}` } as const;
				return show(orders.settle(id, paid));
			});

			app.post('/orders/:id/messages', async (request) => messages.write(idOf(request, 'id'), request.body));

			app.delete('/orders/:id', async (request, reply) => {
				orders.remove(idOf(request, 'id'));
				await reply.code(204).send();
			});

			app.post('/seed', async (request) => {
				const { count, padTo } = bodyOf(seedBody, request.body);
				return seedOrders(orders, count, padTo);
			});

			app.post('/samples', async (_request, reply) => {
				addSamples(state, orders);
				await reply.code(204).send();
			});

			app.post('/claims/age', async (request) => {
				const aged = ageClaims(Object.values(state.data.metafields), bodyOf(ageBody, request.body).byMs);
				state.save();
				return { aged };
			});

			app.get('/hooks', async () => hooks.all());

			app.get('/deliveries', async () => state.data.deliveries);

			app.get('/settings', async () => state.data.switches);

			app.post('/settings', async (request) => {
				Object.assign(state.data.switches, bodyOf(changes, request.body));
				state.save();
				deliveries.configure();
				return state.data.switches;
			});

			app.post('/deliver', async (request) => ({
				statuses: await forge(state.data, deliveries, bodyOf(forgedDelivery, request.body)),
			}));
		},
		{ prefix: '/_sandbox/bigcommerce' },
	);
}
