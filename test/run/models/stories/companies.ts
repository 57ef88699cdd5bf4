import type { Step, Story } from './story';

const company = (steps: Story['steps'], end: string): Story => ({
	...{ model: 'b2b_credit_onboarding', steps, end },
	details: { secondLookFrom: '10000' },
});

const COMPLETE: Step = ['checkPapers', 'complete'];

/** Ways of a company that asks for credit. */
export const COMPANIES: readonly Story[] = [
	company([['checkPapers', 'rejected']], 'endRejected'),
	company([COMPLETE, ['setLimit', 'approved', { creditLimit: '4000' }]], 'endApproved'),
	company([COMPLETE, ['setLimit', 'accountOnly']], 'endAccountOnly'),
	company([COMPLETE, ['setLimit', 'rejected']], 'endRejected'),
	company(
		[COMPLETE, ['setLimit', 'approved', { creditLimit: '10000' }], ['agreeAsSales', 'approved']],
		'endApproved',
	),
	company([COMPLETE, ['setLimit', 'approved'], ['agreeAsSales', 'rejected']], 'endRejected'),
];
