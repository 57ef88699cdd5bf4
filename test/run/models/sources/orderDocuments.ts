import { date, longText, text, yesNo } from '../fields';
import { documented, reviewsWith } from '../frame';
import { begins, chore, ends } from '../pieces';
import { joined } from '../review';
import type { FormField, ProcessSource } from '../source';
import { declared, ORDER_SUMMARY } from '../variables';

const review = reviewsWith({ asking: 'Ask the shopper for what is missing.', again: 'the documents are' });

const KINDS: ReadonlyArray<readonly [id: string, name: string]> = [
	['exportPapers', 'Export Papers'],
	['proofOfAge', 'Proof of Age'],
	['taxCertificate', 'Tax Certificate'],
	['signedTerms', 'Signed Terms'],
];

const papers = KINDS.flatMap(([id, name]): FormField[] => [
	yesNo(`${id}Received`, `${name}: Received`),
	yesNo(`${id}Valid`, `${name}: Valid`),
	date(`${id}ValidUntil`, `${name}: Valid Until`),
]);

/** Nothing ships before the papers are there (templates page, section 8). */
export const orderDocuments: ProcessSource = {
	key: 'order_documents',
	name: 'Order Documents',
	documentation: documented(
		'People collect and check the papers of an order before it ships.',
		'endApproved or endRejected',
		'decisionReason, keepUntil, documents',
	),
	variables: declared(
		['complianceGroup', 'serviceGroup', 'managersGroup'],
		[...ORDER_SUMMARY, 'crossBorder', 'categories', 'taxExempt', 'total', 'linesAsText', 'keepYears'],
	),
	lanes: [
		{ id: 'managers', name: 'Managers' },
		{ id: 'compliance', name: 'Compliance' },
		{ id: 'customerService', name: 'Customer Service', rows: 2 },
	],
	...joined([
		begins('papersNeeded', 'Papers Needed', 'compliance', 'checkDocuments'),
		review({
			id: 'checkDocuments',
			name: 'Check the Documents',
			documentation:
				'Is every paper there that this order needs, and valid? The form keeps decisionReason (required), for each kind whether it was received, is valid and until when, keepUntil and documents.',
			lane: 'compliance',
			column: 1,
			group: 'complianceGroup',
			question: 'Complete?',
			outcomes: [
				{ label: 'Complete', value: 'approved', to: 'endApproved' },
				{ label: 'Still Missing', value: 'missing', to: 'waitForDocuments' },
				{ label: 'Cannot Be Met', value: 'rejected', to: 'endRejected' },
			],
			fields: [...papers, date('keepUntil', 'Keep Until')],
		}),
		chore({
			id: 'waitForDocuments',
			name: 'Wait for Documents',
			documentation:
				'Say what is missing, and wait for it; after three days compliance looks again. The form keeps missingText.',
			...{ lane: 'customerService', column: 2, row: 1 },
			group: 'serviceGroup',
			outcomes: [{ label: 'Arrived', value: 'arrived' }],
			fields: [longText('missingText', 'What Is Missing'), text('documents', 'What Was Attached')],
			to: 'checkDocuments',
			due: 'P3D',
			timer: { name: 'Three Days', time: { duration: 'P3D' }, to: 'checkDocuments' },
		}),
		ends('endApproved', 'Approved', { lane: 'compliance', column: 4 }),
		ends('endRejected', 'Rejected', { lane: 'customerService', column: 4 }),
	]),
};
