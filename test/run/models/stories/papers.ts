import type { Story } from './story';

const papers = (steps: Story['steps'], end: string): Story => ({ model: 'order_documents', steps, end });

/** Ways of an order that waits for documents. */
export const PAPERS: readonly Story[] = [
	papers([['checkDocuments', 'approved']], 'endApproved'),
	papers([['checkDocuments', 'rejected']], 'endRejected'),
	papers(
		[
			['checkDocuments', 'missing'],
			['waitForDocuments', 'arrived'],
			['checkDocuments', 'approved'],
		],
		'endApproved',
	),
	papers(
		[
			['checkDocuments', 'missing'],
			['waitForDocuments', 'late'],
			['checkDocuments', 'rejected'],
		],
		'endRejected',
	),
];
