import { joined, reviewsOf } from '../review';
import type { ProcessSource } from '../source';
import { declared, ORDER_SUMMARY } from '../variables';

const review = reviewsOf({
	escalation: { lane: 'laneManagers', group: 'managersGroup' },
	information: {
		lane: 'laneCustomerService',
		group: 'serviceGroup',
		documentation:
			'Ask the shopper for what is missing. The form keeps question and answer. When it is there, the order goes back to a fresh review with a fresh deadline.',
	},
});

/** A risky order waits until people have looked at it (templates page, section 1). */
export const orderRiskReview: ProcessSource = {
	key: 'order_risk_review',
	name: 'Order Risk Review',
	documentation:
		'People decide whether a risky store order goes on. OpenText Decision starts it with: linkKey, objectUrl, round, deadlineIn (ISO 8601 duration), deadlineAt, a summary of the order, why it is risky, and reviewersGroup, managersGroup and serviceGroup (names of groups of the application). The outcome is the end event that was reached (endApproved or endRejected); decisionReason says why and reasonCode what kind of reason it was.',
	variables: declared(
		['reviewersGroup', 'managersGroup', 'serviceGroup'],
		[
			...ORDER_SUMMARY,
			...['total', 'fraudReview', 'addressesDiffer', 'countriesDiffer', 'shippingMethods', 'cardCheck'],
			...['previousOrders', 'ordersLast24Hours'],
		],
	),
	lanes: [
		{ id: 'laneManagers', name: 'Managers' },
		{ id: 'laneReviewers', name: 'Reviewers', rows: 2 },
		{ id: 'laneCustomerService', name: 'Customer Service' },
	],
	...joined([
		{
			nodes: [
				{
					kind: 'start',
					...{ id: 'orderNeedsReview', name: 'Order Needs Review', lane: 'laneReviewers', column: 0 },
				},
				{ kind: 'end', id: 'endApproved', name: 'Approved', lane: 'laneReviewers', column: 4 },
				{ kind: 'end', id: 'endRejected', name: 'Rejected', lane: 'laneReviewers', column: 4, row: 1 },
			],
			flows: [{ id: 'toReviewOrder', from: 'orderNeedsReview', to: 'reviewOrder' }],
			forms: {},
		},
		review({
			id: 'reviewOrder',
			name: 'Review the Order',
			documentation:
				'Look at the order and at why it was held. Approve it, reject it, or ask for more information. The form keeps decisionReason (required), reasonCode, addressChecked, customerReached and documents.',
			overdue:
				'Nobody decided in time, or the outcome was not understood. A manager decides; the order stays on hold until then. The form is that of the review.',
			lane: 'laneReviewers',
			column: 1,
			group: 'reviewersGroup',
			question: 'Decision?',
			outcomes: [
				{ label: 'Approve', value: 'approved', to: 'endApproved', name: 'Approved', id: 'approved' },
				{ label: 'Reject', value: 'rejected', to: 'endRejected', name: 'Rejected', id: 'rejected' },
			],
			fields: [
				{
					...{ id: 'reasonCode', name: 'Kind of Reason', type: 'dropdown', required: false },
					options: [
						{ id: 'noConcern', name: 'No concern' },
						{ id: 'paymentNotVerified', name: 'Payment not verified' },
						{ id: 'addressNotVerified', name: 'Address not verified' },
						{ id: 'customerNotReached', name: 'Customer not reached' },
						{ id: 'goodsOftenAbused', name: 'Goods often abused' },
						{ id: 'patternOfEarlierOrders', name: 'Pattern of earlier orders' },
					],
				},
				{ id: 'addressChecked', name: 'Address Checked', type: 'boolean', required: false },
				{ id: 'customerReached', name: 'Customer Reached', type: 'boolean', required: false },
			],
			ids: {
				timer: 'reviewDeadlinePassed',
				timerDefinition: 'reviewDeadlineTimer',
				escalated: 'toReviewOrderOverdue',
				decision: 'decisionReached',
				done: 'reviewed',
				overdueDone: 'overdueReviewed',
				asks: 'moreInformation',
				otherwise: 'outcomeNotUnderstood',
				information: 'collectInformation',
				again: 'reviewAgain',
			},
		}),
	]),
};
