import type { IWebhookFunctions } from 'n8n-workflow';
import { singleData, type Delivery } from './delivery';
import type { FullRecord } from './fullRecord';
import { isMaking, keyOf, recordIn, seenAs, type SweptKind } from './sweptKind';
import { kindOf } from './sweptRecords';
import { statusOf } from './sweptStatus';
import { isToldBySweep, rememberTold, toldOf } from './told';

/** The record that a delivery names. */
const namedKey = (kind: SweptKind, delivery: Delivery): string =>
	keyOf(kind, String(singleData(delivery)[kind.named] ?? ''));

/** Whether the sweep was faster to tell that a record was made; it is made only once. */
export function isMadeKnown(functions: IWebhookFunctions, delivery: Delivery): boolean {
	const kind = isMaking(delivery.scope) ? kindOf(delivery.scope) : undefined;
	return kind !== undefined && toldOf(functions, { key: namedKey(kind, delivery) }).asNewBy === 'sweep';
}

/** Whether the sweep was faster to tell a record as it is. */
export function isStateKnown(functions: IWebhookFunctions, { scope }: Delivery, full?: FullRecord): boolean {
	const kind = kindOf(scope);
	if (!kind || isMaking(scope) || !full || !('record' in full)) return false;
	const seen = seenAs(kind, recordIn(kind, full.record));
	return isToldBySweep(toldOf(functions, seen), seen);
}

/** Notes what a delivery tells of a record, so that the sweep does not tell it again; without the record only which one it is. */
export function rememberDelivered(functions: IWebhookFunctions, delivery: Delivery, full?: FullRecord): void {
	const kind = kindOf(delivery.scope);
	if (!kind || (full && 'gone' in full)) return;
	const record = full && 'record' in full ? recordIn(kind, full.record) : undefined;
	const seen = record
		? { ...seenAs(kind, record), status: statusOf(kind, record) }
		: { key: namedKey(kind, delivery) };
	rememberTold(functions, seen, { by: 'delivery', isNew: isMaking(delivery.scope) });
}
