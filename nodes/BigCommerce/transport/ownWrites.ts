import type { IDataObject } from 'n8n-workflow';
import { RecentMemory } from '../../shared/recentMemory';
import { orderFingerprint } from './orderFingerprint';

/** BigCommerce delivers within seconds, but retries for 48 hours (reference 12.6); an echo that old still equals the order only if nothing happened since. */
const OWN_WRITE_LIFE_MS = 48 * 3_600_000;

const ownWrites = new RecentMemory<string>(OWN_WRITE_LIFE_MS);

/** Who wrote where. What another workflow wrote is news. */
export interface Writer {
	workflowId: string | undefined;
	storeHash: string;
}

const keyOf = ({ workflowId, storeHash }: Writer, order: IDataObject): string =>
	`${String(workflowId)}:${storeHash}:${String(order.id)}`;

/** Remembers how an order looked right after a workflow wrote it, so that its own trigger can tell the echo of that write from news. */
export function rememberOwnWrite(writer: Writer, order: IDataObject): void {
	ownWrites.set(keyOf(writer, order), orderFingerprint(order));
}

/** Whether the order still is exactly what this workflow made it: then an event about it tells the workflow nothing new. */
export const isOwnWrite = (writer: Writer, order: IDataObject): boolean =>
	ownWrites.get(keyOf(writer, order)) === orderFingerprint(order);
