import type { ItemRun } from '../../../shared/itemRun';
import { byHand, type RefundMethod } from '../../records/refundMethods';
import type { Wanted } from './readWanted';
import type { Quoted } from './refundQuote';

/** The way to give it back, when there is one that may be used. @throws NodeOperationError when there is none */
export function usableMethod(
	run: ItemRun,
	{ method }: Quoted,
	to: Wanted['to'],
	mayByHand: boolean,
): RefundMethod {
	if (!method) {
		throw run.refuse({
			what: `BigCommerce offers no refund to ${to === 'storeCredit' ? 'store credit' : 'the original payment'}`,
			next:
				to === 'storeCredit'
					? 'Guests have no store credit: refund to the original payment.'
					: 'Refund to store credit, or in the control panel.',
		});
	}
	const [part] = byHand(method);
	if (!part || mayByHand) return method;
	const why = part.offline_reason ? ` (${part.offline_reason})` : '';
	throw run.refuse({
		what: `BigCommerce cannot send the money back itself${why}`,
		next: 'Switch on Allow Payment by Hand and pay it out yourself, or refund to store credit.',
	});
}
