import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from './delivery';
import type { FullRecord } from './fullRecord';

/** What is read again, as the item shows it: by its kind, or why it is not there. */
function shown(full: FullRecord): IDataObject {
	if ('record' in full) return { [full.kind]: full.record };
	if ('rows' in full) return { [full.kind]: full.rows };
	return 'gone' in full ? { gone: true } : { unread: full.refused.message };
}

/** A part that is gone says nothing more than that it is missing. */
function shownPart({ part }: FullRecord): IDataObject {
	if (!part || 'gone' in part) return {};
	if ('rows' in part) return { [part.kind]: part.rows };
	return 'record' in part ? { [part.kind]: part.record } : { unreadPart: part.refused.message };
}

/** The item that an event starts the workflow with. */
export function toItem(delivery: Delivery, storeHash: string, full: FullRecord | undefined): IDataObject {
	const { scope, hash, occurredAt, data } = delivery;
	const item: IDataObject = {
		source: 'webhook',
		event: scope,
		eventId: hash,
		occurredAt: occurredAt === undefined ? undefined : new Date(occurredAt).toISOString(),
		storeHash,
		data,
	};
	return full ? { ...item, ...shown(full), ...shownPart(full) } : item;
}
