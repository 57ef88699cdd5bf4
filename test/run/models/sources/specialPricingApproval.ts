import { is, isMissing, maybe, numberOf, valueOr } from '../expressions';
import { amount, date, text } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, chore, ends, question } from '../pieces';
import { joined, type ReviewOutcome } from '../review';
import type { ProcessSource } from '../source';
import { declared } from '../variables';

const review = reviewsWith({
	asking: 'Ask whoever requested the price for what is missing.',
	again: 'the price is',
	// who starts a case in the service itself knows nothing of it
	deadline: valueOr('deadlineIn', 'P2D'),
	escalation: { lane: 'salesLeadership', group: 'leadershipGroup' },
	information: { lane: 'salesManagers', group: 'salesManagersGroup' },
});

const FIELDS = [amount('price', 'Price'), date('startsOn', 'Starts On'), date('endsOn', 'Ends On')];

const KEEPS =
	'The form keeps decisionReason (required), price, startsOn, endsOn (may be changed) and documents.';

const outcomes = (next: string): ReviewOutcome[] => [
	{ label: 'Approve', value: 'approved', to: next },
	{ label: 'Reject', value: 'rejected', to: 'endRejected' },
];

/** Two people agree to a price; it begins and ends by date (templates page, section 7). */
export const specialPricingApproval: ProcessSource = {
	key: 'special_pricing_approval',
	name: 'Special Pricing Approval',
	documentation: documented(
		'People agree to a special price.',
		'endApproved, when the price begins, or endRejected',
		'decisionReason, sku, currency, price, startsOn, endsOn',
		', or somebody in the service, with priceListId and sku (without deadlineIn, each review has two days)',
	),
	variables: declared(
		['salesManagersGroup', 'leadershipGroup', 'merchandisingGroup', 'financeGroup'],
		[
			...['priceListId', 'sku', 'currency', 'requestedPrice', 'quantity', 'customerName', 'competitorPrice'],
			...[
				'reason',
				'justification',
				'startsOn',
				'endsOn',
				'requestedBy',
				'listPrice',
				'costPrice',
				'presentPrice',
			],
		],
	),
	lanes: [
		{ id: 'salesLeadership', name: 'Sales Leadership', rows: 2 },
		{ id: 'merchandising', name: 'Merchandising' },
		{ id: 'finance', name: 'Finance' },
		{ id: 'salesManagers', name: 'Sales Managers', rows: 2 },
	],
	...joined([
		begins('priceRequested', 'Price Requested', 'salesManagers', 'howDeep'),
		question(
			'howDeep',
			'How Deep?',
			{ lane: 'salesManagers', column: 1 },
			[
				{
					...{ name: 'Up to 10 Percent', to: 'agreeAsSalesManager' },
					when: `${numberOf('listPrice')} > 0 && ${numberOf('requestedPrice')} >= ${maybe('listPrice')} * 0.9`,
				},
			],
			{ name: 'Deeper or Unknown', to: 'agreeAsLeadership' },
		),
		review({
			id: 'agreeAsSalesManager',
			name: 'Agree as Sales Manager',
			documentation: `Is this price worth it? ${KEEPS}`,
			lane: 'salesManagers',
			column: 2,
			group: 'salesManagersGroup',
			question: 'Sales Manager Agrees?',
			outcomes: outcomes('merchandisingConcerned'),
			fields: FIELDS,
			rows: { information: 1 },
		}),
		review({
			id: 'agreeAsLeadership',
			name: 'Agree as Sales Leadership',
			documentation: `Is this price worth it? ${KEEPS}`,
			lane: 'salesLeadership',
			column: 5,
			row: 1,
			group: 'leadershipGroup',
			question: 'Leadership Agrees?',
			outcomes: outcomes('merchandisingConcerned'),
			fields: FIELDS,
			rows: { information: 1 },
		}),
		question(
			'merchandisingConcerned',
			'Launch or Clearance?',
			{ lane: 'merchandising', column: 8 },
			[
				{
					...{ name: 'Launch or Clearance', to: 'agreeAsMerchandising' },
					when: is('reason', 'Launch', 'Clearance'),
				},
			],
			{ name: 'Other Reason', to: 'agreeAsFinance' },
		),
		review({
			id: 'agreeAsMerchandising',
			name: 'Agree as Merchandising',
			documentation: `Does it fit the range and the season? ${KEEPS}`,
			lane: 'merchandising',
			column: 9,
			group: 'merchandisingGroup',
			question: 'Merchandising Agrees?',
			outcomes: outcomes('agreeAsFinance'),
			fields: FIELDS,
			rows: { information: 1 },
		}),
		review({
			id: 'agreeAsFinance',
			name: 'Agree as Finance',
			documentation: `Does the margin allow it? Below costPrice only with the reason said. ${KEEPS}`,
			lane: 'finance',
			column: 12,
			group: 'financeGroup',
			question: 'Finance Agrees?',
			outcomes: outcomes('startsLater'),
			fields: FIELDS,
			rows: { information: 1 },
		}),
		question(
			'startsLater',
			'Starts on a Date?',
			{ lane: 'finance', column: 15 },
			[{ name: 'At Once', to: 'endApproved', when: isMissing('startsOn') }],
			{ name: 'On Its Date', to: 'waitForStart' },
		),
		chore({
			id: 'waitForStart',
			name: 'Wait for the Start',
			documentation:
				'Nothing is to be done: on its date the price begins. Until then it can be withdrawn. The form keeps decisionReason.',
			...{ lane: 'salesManagers', column: 16 },
			group: 'salesManagersGroup',
			outcomes: [{ label: 'Withdraw It', value: 'rejected' }],
			fields: [text('decisionReason', 'Reason', true)],
			to: 'endRejected',
			due: '${startsOn}',
			timer: { name: 'Date Has Come', time: { date: '${startsOn}' }, to: 'endApproved' },
		}),
		ends('endApproved', 'Approved', { lane: 'finance', column: 18 }),
		ends('endRejected', 'Rejected', { lane: 'salesManagers', column: 18, row: 1 }),
	]),
};
