import { isBelow } from '../expressions';
import { amount, choice, longText, text, yesNo } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, chore, ends } from '../pieces';
import { joined } from '../review';
import type { ProcessSource } from '../source';
import { declared, ORDER_SUMMARY } from '../variables';

import { APPROVE_AMOUNT } from './approveAmount';

const review = reviewsWith({ asking: 'Ask the shopper for what is missing.', again: 'the complaint is' });

const FOUND = [{ label: 'Found Out', value: 'found' }];

/** One case per order and reason, with everything that was said (templates page, section 6). */
export const customerComplaint: ProcessSource = {
	key: 'customer_complaint',
	name: 'Customer Complaint',
	documentation: documented(
		'People settle a complaint about an order.',
		'endResolved, endReship, endRefund or endUnfounded',
		'decisionReason, category, finding, refundAmount, refundReason, reshipLines, messageToCustomer',
	),
	variables: declared(
		['serviceGroup', 'warehouseGroup', 'financeGroup', 'managersGroup'],
		[...ORDER_SUMMARY, 'reason', 'wish', 'shopperWrote', 'comment', 'financeFrom'],
	),
	lanes: [
		{ id: 'managers', name: 'Managers' },
		{ id: 'customerService', name: 'Customer Service', rows: 3 },
		{ id: 'warehouse', name: 'Warehouse' },
		{ id: 'finance', name: 'Finance' },
	],
	...joined([
		begins('complaintMade', 'Complaint Made', 'customerService', 'takeItOn'),
		review({
			id: 'takeItOn',
			name: 'Take It On',
			documentation:
				'Take the complaint on: find out more, or settle it. The form keeps decisionReason (required), category, owner, finding and documents.',
			lane: 'customerService',
			column: 1,
			group: 'serviceGroup',
			question: 'What Next?',
			outcomes: [
				{ label: 'Ask Warehouse', value: 'warehouse', to: 'checkPicking' },
				{ label: 'Ask Carrier', value: 'carrier', to: 'claimAtCarrier' },
				{ label: 'Ask Finance', value: 'finance', to: 'checkPayments' },
				{ label: 'Settle', value: 'settle', to: 'settle' },
			],
			fields: [
				choice('category', 'Category', [
					...['Missing item', 'Arrived damaged', 'Wrong item', 'Charged twice', 'Late or lost', 'Other'],
				]),
				text('owner', 'Owner'),
				longText('finding', 'Finding'),
			],
			rows: { information: 1 },
		}),
		chore({
			id: 'claimAtCarrier',
			name: 'Claim at the Carrier',
			documentation:
				'Claim the parcel at the carrier; after ten days the case goes on without an answer. The form keeps tracking, claimNumber and carrierAnswer.',
			...{ lane: 'customerService', column: 2, row: 2 },
			group: 'serviceGroup',
			outcomes: FOUND,
			fields: [
				text('tracking', 'Tracking Number'),
				text('claimNumber', 'Number of the Claim'),
				longText('carrierAnswer', 'Answer of the Carrier'),
			],
			to: 'takeItOn',
			due: 'P10D',
			timer: { name: 'Ten Days', time: { duration: 'P10D' }, to: 'takeItOn' },
		}),
		chore({
			id: 'checkPicking',
			name: 'Check the Picking',
			documentation: 'What was packed? The form keeps picked, weight and documents (a photo).',
			...{ lane: 'warehouse', column: 2 },
			group: 'warehouseGroup',
			outcomes: FOUND,
			fields: [
				text('picked', 'What Was Picked'),
				text('weight', 'Weight'),
				text('documents', 'What Was Attached'),
			],
			to: 'takeItOn',
		}),
		chore({
			id: 'checkPayments',
			name: 'Check the Payments',
			documentation: 'What was charged? The form keeps chargesSeen and chargedTwice.',
			...{ lane: 'finance', column: 2 },
			group: 'financeGroup',
			outcomes: FOUND,
			fields: [longText('chargesSeen', 'Charges Seen'), yesNo('chargedTwice', 'Charged Twice')],
			to: 'takeItOn',
		}),
		review({
			id: 'settle',
			name: 'Settle',
			documentation:
				'How does it end? The form keeps decisionReason (required), refundAmount, refundReason, reshipLines (rows "SKU quantity"), messageToCustomer and documents.',
			lane: 'customerService',
			column: 4,
			group: 'serviceGroup',
			question: 'How Settled?',
			outcomes: [
				{ label: 'Explained', value: 'resolved', to: 'endResolved' },
				{ label: 'Send Again', value: 'reship', to: 'endReship' },
				{
					...{ label: 'Money Back', value: 'refund' },
					to: [
						{
							...{ to: 'endRefund', name: 'Small Amount', id: 'smallAmount' },
							when: isBelow('refundAmount', 'financeFrom'),
						},
						{ to: 'approveAmount', name: 'Large Amount', id: 'largeAmount' },
					],
				},
				{ label: 'Not Justified', value: 'unfounded', to: 'endUnfounded' },
			],
			fields: [
				amount('refundAmount', 'Amount to Refund'),
				text('refundReason', 'Reason of the Refund'),
				longText('reshipLines', 'What to Send Again'),
				longText('messageToCustomer', 'Message to the Customer'),
			],
			rows: { information: 1 },
		}),
		review({
			...APPROVE_AMOUNT,
			column: 7,
			outcomes: [
				{ label: 'Approve', value: 'approved', to: 'endRefund' },
				{ label: 'Reject', value: 'rejected', to: 'settle' },
			],
			rows: { information: 2 },
		}),
		ends('endResolved', 'Resolved', { lane: 'managers', column: 10 }),
		ends('endReship', 'Reship', { lane: 'customerService', column: 10 }),
		ends('endUnfounded', 'Unfounded', { lane: 'customerService', column: 10, row: 1 }),
		ends('endRefund', 'Refund', { lane: 'finance', column: 10 }),
	]),
};
