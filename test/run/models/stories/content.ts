import type { Story } from './story';

const content = (details: Story['details'], steps: Story['steps'], end: string): Story => ({
	...{ model: 'product_content_approval', details, steps, end },
});

/** Ways of a new text of a product. */
export const CONTENT: readonly Story[] = [
	content(
		{},
		[
			['checkFacts', 'approved', { documents: 'photo.jpg' }],
			['approveText', 'approved'],
		],
		'endApproved',
	),
	content(
		{ legalText: 'Lamp class A', price: '540.00' },
		[
			['checkFacts', 'approved'],
			['checkLaw', 'approved'],
			['checkPrice', 'approved'],
			['approveText', 'approved'],
		],
		'endApproved',
	),
	content(
		{ complianceFile: 'certificate.pdf' },
		[
			['checkFacts', 'change'],
			['revise', 'revised'],
			['checkFacts', 'approved'],
			['checkLaw', 'change'],
			['revise', 'revised', { price: '9.99' }],
			['checkFacts', 'approved'],
			['checkLaw', 'approved'],
			['checkPrice', 'change'],
			['revise', 'revised', { price: '' }],
			['checkFacts', 'approved'],
			['checkLaw', 'approved'],
			['approveText', 'change'],
			['revise', 'revised'],
			['checkFacts', 'rejected'],
		],
		'endRejected',
	),
	content(
		{ legalText: 'x' },
		[
			['checkFacts', 'approved'],
			['checkLaw', 'rejected'],
		],
		'endRejected',
	),
	content(
		{ price: '1' },
		[
			['checkFacts', 'approved'],
			['checkPrice', 'rejected'],
		],
		'endRejected',
	),
	content(
		{},
		[
			['checkFacts', 'approved'],
			['approveText', 'rejected'],
		],
		'endRejected',
	),
];
