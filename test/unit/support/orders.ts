import type { IDataObject } from 'n8n-workflow';
import { rememberOwnWrite, type Writer } from '../../../nodes/BigCommerce/records/ownWrites';
import { orderOf, type Order } from '../../../nodes/BigCommerce/records/order';

/** An order as the nodes read it. */
export const read = (order: IDataObject): Order => orderOf(order);

/** A workflow wrote an order. */
export const wrote = (
	writer: Writer,
	order: IDataObject,
	{ before, sent }: { before: IDataObject; sent: IDataObject },
): void => rememberOwnWrite(writer, read(order), { before: read(before), sent });
