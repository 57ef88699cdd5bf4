import { is, isBelow } from '../expressions';
import { amount, count, longText } from '../fields';
import type { Piece, Review, Way } from '../review';

import { APPROVE_AMOUNT } from './approveAmount';

/** Only a refund of a known amount below `financeFrom` needs nobody else. */
const small = isBelow('refundAmount', 'financeFrom');

const refundWays = (kind: string, to: string): Way[] => [
	{
		to,
		when: is('chooseResolutionOutcome', kind),
		name: `Approved, ${kind === 'refund' ? 'Refund' : 'Credit'}`,
	},
];

/** How a return ends: what the shopper gets, and the second look at a large amount (templates page, section 2). */
export const resolution = (review: (review: Review) => Piece): Piece[] => [
	review({
		id: 'chooseResolution',
		name: 'Choose the Resolution',
		documentation:
			'What does the shopper get? The findings so far stand in checkRequestOutcome, inspectGoodsOutcome, receiveGoodsOutcome and condition. The form keeps decisionReason (required), refundQuantity, refundAmount, replacementQuantity, messageToCustomer and documents.',
		lane: 'returnsTeam',
		column: 10,
		group: 'returnsGroup',
		question: 'Resolution?',
		outcomes: [
			{
				...{ label: 'Refund', value: 'refund' },
				to: [
					{ to: 'endRefund', when: small, name: 'Small Refund', id: 'smallRefund' },
					{ to: 'approveAmount', name: 'Large Refund', id: 'largeRefund' },
				],
			},
			{
				...{ label: 'Store Credit', value: 'storeCredit' },
				to: [
					{ to: 'endStoreCredit', when: small, name: 'Small Credit', id: 'smallCredit' },
					{ to: 'approveAmount', name: 'Large Credit', id: 'largeCredit' },
				],
			},
			{ label: 'Replace', value: 'replace', to: 'endReplace' },
			{ label: 'Refuse', value: 'rejected', to: 'endRejected' },
		],
		fields: [
			count('refundQuantity', 'Quantity to Refund'),
			amount('refundAmount', 'Amount to Refund'),
			count('replacementQuantity', 'Quantity to Replace'),
			longText('messageToCustomer', 'Message to the Customer'),
		],
	}),
	review({
		...APPROVE_AMOUNT,
		column: 13,
		outcomes: [
			{
				...{ label: 'Approve', value: 'approved' },
				to: [...refundWays('refund', 'endRefund'), ...refundWays('storeCredit', 'endStoreCredit')],
			},
			{ label: 'Reject', value: 'rejected', to: 'chooseResolution' },
		],
	}),
];
