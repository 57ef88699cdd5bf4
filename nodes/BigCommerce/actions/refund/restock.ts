import type { IDataObject } from 'n8n-workflow';
import { givesIf, isNamed } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import type { Done, OnceAct } from '../../../shared/once';
import { wishOf, type OnceWish } from '../../../shared/onceWish';
import { isDoubtful, type Broken, type Reply } from '../../../shared/send';
import { markOf } from '../../records/decisionMark';
import { inventory } from '../../records/inventory';
import { linesNamed } from '../../records/orderPieces';
import { linesOf, refundableOrderOf } from '../../records/refundLines';
import { ORDER_OWNER } from '../../transport/owners';
import { readOrder } from '../../transport/orders';
import type { StoreClient, StoreRequest } from '../../transport/StoreClient';
import { onceOnly } from '../onceOnly';
import { RESTOCK, RESTOCK_PLACE, RESTOCK_QUANTITY } from './restockFields';
import type { RefundOrder } from './refundJob';

/** What goes back into stock. */
export interface Restocking {
	orderId: number;
	variantId: number;
	locationId: number;
	quantity: number;
	/** The link key of the decision that it is done for. */
	decision?: string;
}

/** Nothing is told of a change of stock but the number of its transaction, by which it cannot be read (BigCommerce reference 8.2). */
interface Restocked {
	transactionId?: string;
}

/**
 * What an item wants to be put back into stock. It is read before any money moves.
 *
 * @returns undefined when nothing is
 * @throws NodeOperationError when it is not clear of which line, or more than there is of it
 */
export async function readRestocking(
	run: ItemRun,
	client: StoreClient,
	{ orderId, wanted, decision }: RefundOrder,
): Promise<Restocking | undefined> {
	if (wanted.what !== 'lines') return undefined;
	const choice = run.values.choice(run.text(RESTOCK.name, 'nothing'), RESTOCK.displayName, [
		'nothing',
		'pieces',
	]);
	if (choice === 'nothing') return undefined;
	const quantity = run.number(RESTOCK_QUANTITY.name, 0, {
		label: RESTOCK_QUANTITY.displayName,
		least: 0,
		whole: true,
	});
	if (quantity === 0) return undefined;
	const locationId = run.id(RESTOCK_PLACE.name, RESTOCK_PLACE.label);
	const [line, ...others] = wanted.lines;
	if (others.length) {
		throw run.refuse({
			what: 'Only one line can be restocked, but Lines names several',
			next: 'Set the stock with Inventory: Adjust Level; outside a decision they can also be refunded one by one.',
		});
	}
	const lines = linesOf(refundableOrderOf(await readOrder(client, orderId, ['products'])));
	const found = linesNamed(lines, line.name);
	const ordered = found.reduce((sum, one) => sum + Number(one.quantity ?? 0), 0);
	const most = line.quantity ?? ordered;
	if (found.length && quantity > most) {
		throw run.refuse({
			what: `Restock Quantity is ${quantity}, but of "${line.name}" only ${most} can be refunded`,
			next: 'Restock no more than is refunded.',
		});
	}
	const variantId = Number(found[0]?.variant_id ?? 0);
	if (found.length && variantId === 0) {
		throw run.refuse({
			what: `"${line.name}" is no product of the catalog, so that it has no stock`,
			next: 'Set Restock to Nothing.',
		});
	}
	return { orderId, variantId, locationId, quantity, ...(decision !== undefined && { decision }) };
}

/**
 * Puts pieces back into stock, once for a decision.
 *
 * @throws NodeApiError when the store refuses it, or nobody knows how it ended; NodeOperationError where it was begun before and nobody can know
 */
export async function restock(run: ItemRun, client: StoreClient, wanted: Restocking): Promise<IDataObject> {
	const { orderId, variantId, locationId, quantity, decision } = wanted;
	const about = { owner: { type: ORDER_OWNER, id: String(orderId) }, thing: 'restock', decision };
	const { made, repeated }: Done<Restocked> = await onceOnly(
		run,
		client,
		new RestockJob(run, client, wanted),
		about,
	);
	return {
		variant_id: variantId,
		location_id: locationId,
		quantity,
		transaction_id: made.transactionId ?? null,
		repeated,
	};
}

class RestockJob implements OnceAct<Restocked> {
	readonly what: string;

	readonly wish: OnceWish;

	readonly inOne = 'Restock all pieces at once';

	private readonly request: StoreRequest;

	constructor(
		private readonly run: ItemRun,
		private readonly client: StoreClient,
		private readonly wanted: Restocking,
	) {
		const { orderId, variantId, locationId, quantity, decision } = wanted;
		this.what = `the restocking of order ${orderId}`;
		const words = `${quantity} of variant ${variantId} at location ${locationId}`;
		this.wish = wishOf({ variantId, locationId, quantity }, words);
		const name = `the stock of variant ${variantId} at location ${locationId}`;
		this.request = {
			method: 'POST',
			path: '/v3/inventory/adjustments/relative',
			body: {
				reason: [`Refund of order ${orderId}`, decision && markOf(decision)].filter(Boolean).join(' '),
				items: [{ location_id: locationId, variant_id: variantId, quantity }],
			},
			subject: { name, scope: inventory.scope },
			gives: givesIf(({ body }) => isNamed(body, 'transaction_id')),
			done: `${name} was changed`,
		};
	}

	/** The store keeps no record of a change by which it could be found. */
	async lookUp(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async prepare() {
		return await Promise.resolve({
			send: async () => await this.client.tryRequest(this.request),
			made: ({ body }: Reply): Restocked => ({
				transactionId: isRecord(body) ? String(body.transaction_id) : '',
			}),
			// Nothing can be found, however long it is looked for.
			patienceMs: 0,
		});
	}

	refused(last: Reply | Broken): Error {
		const { orderId } = this.wanted;
		const next = `Order ${orderId} was refunded. Look at the stock, and correct it by hand where it is wrong; then run this item with Restock set to Nothing.`;
		return this.client.refusal(last, this.request, isDoubtful(last) ? next : undefined);
	}

	blind(): Error {
		const { variantId, locationId, quantity } = this.wanted;
		return this.run.refuse({
			what: `An earlier run began to put ${quantity} of variant ${variantId} back into the stock of location ${locationId}, and the store does not tell whether it did`,
			next: 'Look at the stock, and correct it by hand where it is wrong; then run this item with Restock set to Nothing.',
		});
	}

	named({ transactionId }: Restocked): IDataObject {
		return { transactionId };
	}

	async recall({ transactionId }: Record<string, unknown>): Promise<Restocked> {
		return await Promise.resolve(transactionId === undefined ? {} : { transactionId: String(transactionId) });
	}
}
