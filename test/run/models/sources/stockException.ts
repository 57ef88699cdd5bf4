import { is, isMissing, maybe } from '../expressions';
import { date, longText, text } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, chore, ends } from '../pieces';
import { joined } from '../review';
import type { ProcessSource } from '../source';
import { declared, ORDER_SUMMARY } from '../variables';

const review = reviewsWith({ asking: 'Find out what is missing to decide.', again: 'the shortage is' });

const MISSING = text('missing', 'What Is Missing');
const MESSAGE = longText('messageToCustomer', 'Message to the Customer');

/** The day on which the goods shall be there; where nobody said one, procurement looks again at the deadline of the case. */
const restockDate = `\${${isMissing('restockDate')} ? ${maybe('deadlineAt')} : ${maybe('restockDate')}}`;

/** A short order is split, changed, part-refunded or cancelled (templates page, section 4). */
export const stockException: ProcessSource = {
	key: 'stock_exception',
	name: 'Stock Exception',
	documentation: documented(
		'People decide about an order that cannot be filled.',
		'endRelease, endSubstituted, endSplit, endRefundMissing or endCancel',
		'decisionReason, missing, trackingNumber, messageToCustomer',
	),
	variables: declared(
		['procurementGroup', 'warehouseGroup', 'serviceGroup', 'managersGroup'],
		[...ORDER_SUMMARY, 'missing', 'comment', 'reportedBy'],
	),
	lanes: [
		{ id: 'managers', name: 'Managers' },
		{ id: 'procurement', name: 'Procurement', rows: 2 },
		{ id: 'warehouse', name: 'Warehouse', rows: 2 },
		{ id: 'customerService', name: 'Customer Service', rows: 2 },
	],
	...joined([
		begins('orderIsShort', 'Order Is Short', 'procurement', 'findWay', 1),
		review({
			id: 'findWay',
			name: 'Find a Way',
			documentation:
				'What becomes of the order? The form keeps decisionReason (required), missing (may be corrected), restockDate, proposal and documents.',
			lane: 'procurement',
			column: 1,
			row: 1,
			group: 'procurementGroup',
			question: 'Which Way?',
			outcomes: [
				{ label: 'In Stock After All', value: 'release', to: 'endRelease' },
				{ label: 'Split', value: 'split', to: 'packWhatIsThere' },
				{ label: 'Substitute', value: 'substitute', to: 'askCustomer' },
				{ label: 'Wait', value: 'wait', to: 'askCustomer' },
				{
					label: 'Refund What Is Missing',
					value: 'refundMissing',
					to: 'endRefundMissing',
					name: 'Refund Missing',
				},
				{ label: 'Cancel', value: 'cancel', to: 'endCancel' },
			],
			fields: [MISSING, date('restockDate', 'Back in Stock On'), longText('proposal', 'Proposal')],
		}),
		review({
			id: 'askCustomer',
			name: 'Ask the Customer',
			documentation:
				'Does the shopper agree to wait, or to the substitute? The form keeps decisionReason (required), messageToCustomer and documents.',
			lane: 'customerService',
			column: 4,
			group: 'serviceGroup',
			question: 'Customer Agrees?',
			outcomes: [
				{
					...{ label: 'Agrees', value: 'agrees' },
					to: [
						{
							...{ to: 'waitForGoods', name: 'Agrees to Wait', id: 'agreesToWait' },
							when: is('findWayOutcome', 'wait'),
						},
						{
							...{ to: 'changeOrder', name: 'Agrees to Substitute', id: 'agreesToSubstitute' },
							when: is('findWayOutcome', 'substitute'),
						},
					],
				},
				{
					...{ label: 'Wants the Rest Only', value: 'refundMissing', to: 'endRefundMissing' },
					name: 'Rest Only',
				},
				{ label: 'Wants to Cancel', value: 'cancel', to: 'endCancel' },
			],
			fields: [MESSAGE],
			rows: { information: 1 },
		}),
		chore({
			id: 'packWhatIsThere',
			name: 'Pack What Is There',
			documentation: 'Pack what is there. The form keeps missing and trackingNumber.',
			...{ lane: 'warehouse', column: 4 },
			group: 'warehouseGroup',
			outcomes: [{ label: 'Packed', value: 'split' }],
			fields: [MISSING, text('trackingNumber', 'Tracking Number')],
			to: 'endSplit',
		}),
		chore({
			id: 'waitForGoods',
			name: 'Wait for the Goods',
			documentation:
				'Say when the goods are here; on the day on which they shall be there procurement looks again in any case.',
			...{ lane: 'warehouse', column: 7, row: 1 },
			group: 'warehouseGroup',
			outcomes: [{ label: 'Goods Are Here', value: 'arrived' }],
			fields: [text('documents', 'What Was Attached')],
			to: 'findWay',
			due: restockDate,
			timer: { name: 'Day Has Come', time: { date: restockDate }, to: 'findWay' },
		}),
		chore({
			id: 'changeOrder',
			name: 'Change the Order',
			documentation:
				'Change the line in the control panel of the store, as the shopper agreed. The form keeps messageToCustomer.',
			...{ lane: 'customerService', column: 7 },
			group: 'serviceGroup',
			outcomes: [{ label: 'Done', value: 'substituted' }],
			fields: [MESSAGE],
			to: 'endSubstituted',
		}),
		ends('endRelease', 'Release', { lane: 'procurement', column: 9, row: 1 }),
		ends('endCancel', 'Cancel', { lane: 'procurement', column: 9 }),
		ends('endSplit', 'Split', { lane: 'warehouse', column: 9 }),
		ends('endSubstituted', 'Substituted', { lane: 'customerService', column: 9 }),
		ends('endRefundMissing', 'Refund Missing', { lane: 'customerService', column: 9, row: 1 }),
	]),
};
