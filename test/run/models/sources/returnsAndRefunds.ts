import { is, isGiven, numberOf } from '../expressions';
import { choice, count, longText } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, chore, ends, question } from '../pieces';
import { joined } from '../review';
import type { ProcessSource } from '../source';
import { declared, ORDER_SUMMARY } from '../variables';

import { resolution } from './returnsResolution';

const review = reviewsWith({ asking: 'Ask the shopper for what is missing.', again: 'the return is' });

/** A returned line is judged, and refunded, replaced or refused (templates page, section 2). */
export const returnsAndRefunds: ProcessSource = {
	key: 'returns_and_refunds',
	name: 'Returns and Refunds',
	documentation: documented(
		'People judge one returned line of an order.',
		'endRefund, endStoreCredit, endReplace or endRejected',
		'decisionReason, condition, restockQuantity, refundQuantity, refundAmount, replacementQuantity, messageToCustomer',
	),
	variables: declared(
		['returnsGroup', 'techniciansGroup', 'warehouseGroup', 'financeGroup', 'serviceGroup', 'managersGroup'],
		[
			...ORDER_SUMMARY,
			...[
				'sku',
				'name',
				'quantity',
				'quantityOrdered',
				'lineTotal',
				'category',
				'warranty',
				'reason',
				'wish',
			],
			...['comment', 'returnWindowDays', 'financeFrom'],
		],
	),
	lanes: [
		{ id: 'managers', name: 'Managers' },
		{ id: 'technicians', name: 'Technicians' },
		{ id: 'returnsTeam', name: 'Returns Team' },
		{ id: 'warehouse', name: 'Warehouse' },
		{ id: 'finance', name: 'Finance', rows: 2 },
		{ id: 'customerService', name: 'Customer Service', rows: 2 },
	],
	...joined([
		begins('returnRequested', 'Return Requested', 'returnsTeam', 'checkNeeded'),
		question(
			'checkNeeded',
			'Reason?',
			{ lane: 'returnsTeam', column: 1 },
			[
				{
					name: 'Changed Mind in Time',
					to: 'receiveGoods',
					when: `${is('reason', 'Changed my mind')} && ${isGiven('shippedDaysAgo')} && ${numberOf('shippedDaysAgo')} <= ${numberOf('returnWindowDays')}`,
				},
			],
			{ name: 'Anything Else', to: 'checkRequest' },
		),
		review({
			id: 'checkRequest',
			name: 'Check the Request',
			documentation:
				'May this line come back? Look at reason, photos, warranty and time. The form keeps decisionReason (required) and documents.',
			lane: 'returnsTeam',
			column: 2,
			group: 'returnsGroup',
			question: 'Eligible?',
			outcomes: [
				{ label: 'Eligible', value: 'eligible', to: 'inspectionNeeded' },
				{ label: 'Not Eligible', value: 'notEligible', to: 'chooseResolution' },
				{ label: 'Photos Needed', value: 'photosNeeded', to: 'getPhotos' },
			],
			fields: [],
		}),
		chore({
			id: 'getPhotos',
			name: 'Get Photos or Proof',
			documentation:
				'Ask the shopper for photos or a proof of purchase, and attach what comes. The form keeps documents.',
			...{ lane: 'customerService', column: 3, row: 1 },
			group: 'serviceGroup',
			outcomes: [{ label: 'Ready', value: 'ready' }],
			fields: [longText('documents', 'What Was Attached')],
			to: 'checkRequest',
		}),
		question(
			'inspectionNeeded',
			'Inspection Needed?',
			{ lane: 'returnsTeam', column: 5 },
			[
				{
					name: 'Defective, With Warranty',
					to: 'inspectGoods',
					when: `${is('reason', 'Defective')} && ${isGiven('warranty')}`,
				},
			],
			{ name: 'No Inspection', to: 'receiveGoods' },
		),
		review({
			id: 'inspectGoods',
			name: 'Inspect',
			documentation:
				'Is the article defective as the shopper says? The form keeps decisionReason (required) and documents.',
			lane: 'technicians',
			column: 6,
			group: 'techniciansGroup',
			question: 'Defect Confirmed?',
			outcomes: [
				{ label: 'Confirmed', value: 'confirmed', to: 'receiveGoods' },
				{ label: 'Not Confirmed', value: 'notConfirmed', to: 'chooseResolution' },
			],
			fields: [],
		}),
		chore({
			id: 'receiveGoods',
			name: 'Receive the Goods',
			documentation:
				'Take the goods in, or say that they never came; after three weeks the case goes on without them. The form keeps condition and restockQuantity.',
			...{ lane: 'warehouse', column: 8 },
			group: 'warehouseGroup',
			outcomes: [
				{ label: 'Received', value: 'received' },
				{ label: 'Never Came', value: 'neverCame' },
			],
			fields: [
				choice('condition', 'Condition', ['As new', 'Opened', 'Damaged', 'Not needed back']),
				count('restockQuantity', 'Put Back Into Stock'),
			],
			to: 'chooseResolution',
			due: 'P21D',
			timer: { name: 'Never Came', time: { duration: 'P21D' }, to: 'chooseResolution' },
		}),
		...resolution(review),
		ends('endReplace', 'Replace', { lane: 'technicians', column: 16 }),
		ends('endRejected', 'Rejected', { lane: 'returnsTeam', column: 16 }),
		ends('endRefund', 'Refund', { lane: 'warehouse', column: 16 }),
		ends('endStoreCredit', 'Store Credit', { lane: 'finance', column: 16 }),
	]),
};
