import { isMissing } from '../expressions';
import { amount, longText, text } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, chore, ends, question } from '../pieces';
import { joined, type ReviewOutcome } from '../review';
import type { ProcessSource } from '../source';
import { declared } from '../variables';

const review = reviewsWith({
	asking: 'Ask the author for what is missing.',
	again: 'the content is',
	information: { lane: 'marketing', group: 'marketingGroup' },
});

/** What every review of the content can say. */
const outcomes = (next: string): ReviewOutcome[] => [
	{ label: 'Approve', value: 'approved', to: next },
	{ label: 'Reject', value: 'rejected', to: 'endRejected' },
	{ label: 'Change', value: 'change', to: 'revise' },
];

/** Only approved content is published (templates page, section 3). */
export const productContentApproval: ProcessSource = {
	key: 'product_content_approval',
	name: 'Product Content Approval',
	documentation: documented(
		'People agree to the content of a product before it is published.',
		'endApproved or endRejected',
		'decisionReason, and description, legalText, price, pageTitle and metaDescription as they stand: what is published',
	),
	variables: declared(
		['productGroup', 'legalGroup', 'merchandisingGroup', 'marketingGroup', 'managersGroup'],
		[
			...['description', 'legalText', 'price', 'pageTitle', 'metaDescription', 'presentDescription'],
			...['presentLegalText', 'presentPrice', 'why', 'complianceFile', 'requestedBy'],
		],
	),
	lanes: [
		{ id: 'managers', name: 'Managers' },
		{ id: 'legal', name: 'Legal' },
		{ id: 'productManagement', name: 'Product Management' },
		{ id: 'merchandising', name: 'Merchandising' },
		{ id: 'marketing', name: 'Marketing', rows: 3 },
	],
	...joined([
		begins('contentProposed', 'Content Proposed', 'productManagement', 'checkFacts'),
		review({
			id: 'checkFacts',
			name: 'Check the Facts',
			documentation:
				'Is everything true that the text says? The form keeps decisionReason (required) and documents.',
			lane: 'productManagement',
			column: 1,
			group: 'productGroup',
			question: 'Facts Right?',
			outcomes: outcomes('lawConcerned'),
			fields: [],
			rows: { information: 1 },
		}),
		question(
			'lawConcerned',
			'Law Concerned?',
			{ lane: 'productManagement', column: 4 },
			[
				{
					...{ name: 'No Text, No File', to: 'priceConcerned' },
					when: `${isMissing('legalText')} && ${isMissing('complianceFile')}`,
				},
			],
			{ name: 'Legal Text or File', to: 'checkLaw' },
		),
		review({
			id: 'checkLaw',
			name: 'Check the Law',
			documentation:
				'May it be said so, and is the paper in order? The form keeps decisionReason (required) and documents.',
			lane: 'legal',
			column: 5,
			group: 'legalGroup',
			question: 'Lawful?',
			outcomes: outcomes('priceConcerned'),
			fields: [],
			rows: { information: 1 },
		}),
		question(
			'priceConcerned',
			'Price Given?',
			{ lane: 'productManagement', column: 8 },
			[{ name: 'No Price', to: 'approveText', when: isMissing('price') }],
			{ name: 'Price Given', to: 'checkPrice' },
		),
		review({
			id: 'checkPrice',
			name: 'Check the Price',
			documentation:
				'Is the exceptional price right? The form keeps decisionReason (required) and documents.',
			lane: 'merchandising',
			column: 9,
			group: 'merchandisingGroup',
			question: 'Price Right?',
			outcomes: outcomes('approveText'),
			fields: [],
			rows: { information: 1 },
		}),
		review({
			id: 'approveText',
			name: 'Approve the Text',
			documentation: 'Does it sell, in our tone? The form keeps decisionReason (required) and documents.',
			lane: 'marketing',
			column: 12,
			group: 'marketingGroup',
			question: 'Approved?',
			outcomes: outcomes('endApproved'),
			fields: [],
			rows: { information: 1 },
		}),
		chore({
			id: 'revise',
			name: 'Revise',
			documentation:
				'Change the content as was asked; then it is looked at from the beginning. The form keeps description, legalText, price, pageTitle and metaDescription.',
			...{ lane: 'marketing', column: 4, row: 2 },
			group: 'marketingGroup',
			outcomes: [{ label: 'Revised', value: 'revised' }],
			fields: [
				longText('description', 'Description'),
				longText('legalText', 'Legal Text'),
				amount('price', 'Price'),
				text('pageTitle', 'Page Title'),
				text('metaDescription', 'Meta Description'),
			],
			to: 'checkFacts',
		}),
		ends('endRejected', 'Rejected', { lane: 'legal', column: 15 }),
		ends('endApproved', 'Approved', { lane: 'marketing', column: 15 }),
	]),
};
