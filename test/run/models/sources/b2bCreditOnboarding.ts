import { isBelow } from '../expressions';
import { amount, choice, count, date, longText, text, yesNo } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, ends } from '../pieces';
import { joined } from '../review';
import type { ProcessSource } from '../source';
import { declared } from '../variables';

const review = reviewsWith({ asking: 'Ask the company for what is missing.', again: 'the application is' });

const MESSAGE = longText('messageToApplicant', 'Message to the Applicant');

/** A company gets account, limit and terms after review (templates page, section 5). */
export const b2bCreditOnboarding: ProcessSource = {
	// eslint-disable-next-line @n8n/community-nodes/no-hardcoded-secrets -- the name of a process model
	key: 'b2b_credit_onboarding',
	name: 'B2B Credit Onboarding',
	documentation: documented(
		'People decide whether a company gets an account, and how much credit.',
		'endApproved, endAccountOnly or endRejected',
		'decisionReason, creditLimit, currency, termsDays, customerGroupId, reviewOn, riskClass, messageToApplicant',
	),
	variables: declared(
		['financeGroup', 'salesManagersGroup', 'serviceGroup', 'managersGroup'],
		[
			...['companyName', 'taxId', 'requestedLimit', 'currency', 'termsDays', 'yearlyPurchases', 'references'],
			...['bankReference', 'presentCredit', 'extraFields', 'secondLookFrom', 'requestedBy'],
		],
	),
	lanes: [
		{ id: 'managers', name: 'Managers' },
		{ id: 'finance', name: 'Finance', rows: 2 },
		{ id: 'sales', name: 'Sales' },
		{ id: 'customerService', name: 'Customer Service' },
	],
	...joined([
		begins('companyApplied', 'Company Applied', 'finance', 'checkPapers'),
		review({
			id: 'checkPapers',
			name: 'Check Papers and References',
			documentation:
				'Are the papers complete and the references good? The form keeps decisionReason (required), taxIdValid, reference1Result to reference3Result, resaleCertificateUntil and documents.',
			lane: 'finance',
			column: 1,
			group: 'financeGroup',
			question: 'Papers Complete?',
			outcomes: [
				{ label: 'Complete', value: 'complete', to: 'setLimit' },
				{ label: 'Refuse', value: 'rejected', to: 'endRejected' },
			],
			fields: [
				yesNo('taxIdValid', 'Tax ID Is Valid'),
				text('reference1Result', 'First Reference'),
				text('reference2Result', 'Second Reference'),
				text('reference3Result', 'Third Reference'),
				date('resaleCertificateUntil', 'Resale Certificate Until'),
			],
		}),
		review({
			id: 'setLimit',
			name: 'Set the Limit',
			documentation:
				'How much credit, on what terms, and until when? The form keeps decisionReason (required), creditLimit, currency, termsDays, customerGroupId, reviewOn, riskClass, messageToApplicant and documents.',
			lane: 'finance',
			column: 4,
			group: 'financeGroup',
			question: 'Credit?',
			outcomes: [
				{
					...{ label: 'Approve', value: 'approved' },
					to: [
						{
							...{ to: 'endApproved', name: 'Small Limit', id: 'smallLimit' },
							when: isBelow('creditLimit', 'secondLookFrom'),
						},
						{ to: 'agreeAsSales', name: 'Large Limit', id: 'largeLimit' },
					],
				},
				{ label: 'Account Without Credit', value: 'accountOnly', to: 'endAccountOnly', name: 'Account Only' },
				{ label: 'Refuse', value: 'rejected', to: 'endRejected' },
			],
			fields: [
				amount('creditLimit', 'Credit Limit'),
				text('currency', 'Currency'),
				count('termsDays', 'Days to Pay'),
				count('customerGroupId', 'Customer Group'),
				date('reviewOn', 'Review On'),
				choice('riskClass', 'Risk Class', ['Low', 'Medium', 'High']),
				MESSAGE,
			],
		}),
		review({
			id: 'agreeAsSales',
			name: 'Agree as Sales',
			documentation:
				'The limit reaches secondLookFrom, or none was filled in. Agree, or refuse. The form keeps decisionReason (required), messageToApplicant and documents.',
			lane: 'sales',
			column: 7,
			group: 'salesManagersGroup',
			question: 'Agreed?',
			outcomes: [
				{ label: 'Approve', value: 'approved', to: 'endApproved' },
				{ label: 'Refuse', value: 'rejected', to: 'endRejected' },
			],
			fields: [MESSAGE],
		}),
		ends('endAccountOnly', 'Account Only', { lane: 'managers', column: 10 }),
		ends('endApproved', 'Approved', { lane: 'finance', column: 10 }),
		ends('endRejected', 'Rejected', { lane: 'finance', column: 10, row: 1 }),
	]),
};
