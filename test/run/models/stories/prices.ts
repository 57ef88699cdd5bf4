import type { Step, Story } from './story';

const priced = (details: Story['details'], steps: Story['steps'], end: string): Story => ({
	...{ model: 'special_pricing_approval', steps, end },
	details: { listPrice: '620.00', requestedPrice: '600.00', reason: 'Competitor', ...details },
});

const AGREED: Step[] = [
	['agreeAsSalesManager', 'approved'],
	['agreeAsFinance', 'approved'],
];

/** Ways of a special price. */
export const PRICES: readonly Story[] = [
	{ ...priced({}, AGREED, 'endApproved'), without: ['deadlineIn', 'deadlineAt'] },
	priced({ startsOn: '2020-01-01' }, [...AGREED, ['waitForStart', 'passed']], 'endApproved'),
	priced({ startsOn: '2090-01-01' }, [...AGREED, ['waitForStart', 'rejected']], 'endRejected'),
	priced({}, [['agreeAsSalesManager', 'rejected']], 'endRejected'),
	priced({ requestedPrice: '540.00' }, [['agreeAsLeadership', 'rejected']], 'endRejected'),
	priced(
		{ listPrice: '', reason: 'Launch' },
		[
			['agreeAsLeadership', 'approved'],
			['agreeAsMerchandising', 'approved'],
			['agreeAsFinance', 'rejected'],
		],
		'endRejected',
	),
	priced({ reason: 'Clearance' }, [AGREED[0], ['agreeAsMerchandising', 'rejected']], 'endRejected'),
];
